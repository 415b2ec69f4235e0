import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyInstallation } from '../../release-log/verify/verify-installation.ts';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { storyteller } from '../support/story/play.ts';
import { IN_THE_WAY, PLAIN, story } from '../support/story/step.ts';

const BUDGET_MS = 20_000;

describe.each(DATABASES)('whatever the staff does on %s', (database) => {
  const { system, staff } = newsroomOn(database, { now: new Date('2026-06-01T09:00:00Z') });

  it(
    'readers get the words that independent clinicians approved, and no others',
    async () => {
      const { play, told } = storyteller({ system, staff });
      await play(PLAIN);
      expect(told).toMatchObject({ released: 3, inSets: 2, refusals: {} });
      await play(IN_THE_WAY);
      expect(told).toMatchObject({ released: 4, refusals: { 'requirements-not-met': 2, 'four-eyes': 1 } });
      // One story at least, however slow the machine: fast-check's own time limit may leave none.
      const until = performance.now() + BUDGET_MS;
      let played = 0;
      const playInTime = async (steps: Parameters<typeof play>[0]) => {
        if (played > 0 && performance.now() > until) return;
        await play(steps);
        played += 1;
      };
      await fc.assert(fc.asyncProperty(story({ least: 15, most: 40 }), playInTime), {
        numRuns: 1000,
        endOnFailure: true,
      });
      expect(played).toBeGreaterThan(0);
      const problems: string[] = [];
      await verifyInstallation(system.payload, {
        dataDir: system.env.dataDir,
        report: (line) => problems.push(line),
      });
      expect(problems).toEqual([]);
      console.log(`${database}: ${told.steps} steps, ${told.released} texts released, ${told.inSets} in change sets`);
    },
    BUDGET_MS * 6,
  );
});
