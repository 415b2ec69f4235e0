/** `npm run test:faults`: a hundred thousand steps of a staff on each database; STORY_STEPS and FAULTS_SEED say otherwise. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyInstallation } from '../../release-log/verify/verify-installation.ts';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { storyteller } from '../support/story/play.ts';
import { story } from '../support/story/step.ts';

const STEPS = Number(process.env.STORY_STEPS ?? 100_000);
const SEED = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);
const LENGTH = 60;

describe.each(DATABASES)('a long life of a staff on %s', (database) => {
  const { system, staff } = newsroomOn(database, { now: new Date('2026-06-01T09:00:00Z') });

  it('brings readers nothing that independent clinicians did not approve', { timeout: STEPS * 500 }, async () => {
    const { play, told } = storyteller({ system, staff });
    const stories = fc.sample(story({ least: LENGTH, most: LENGTH }), {
      numRuns: Math.ceil(STEPS / LENGTH),
      seed: SEED,
    });
    console.log(`Stories on ${database}: seed ${SEED}, ${stories.length} of ${LENGTH} steps.`);
    for (const [i, steps] of stories.entries()) {
      await play(steps).catch((cause: unknown) => {
        throw new Error(`story ${i}: ${JSON.stringify(steps)}`, { cause });
      });
    }
    const problems: string[] = [];
    await verifyInstallation(system.payload, { dataDir: system.env.dataDir, report: (line) => problems.push(line) });
    expect(problems).toEqual([]);
    console.log(told);
    expect(told.released).toBeGreaterThan(STEPS / 200);
    expect(told.inSets).toBeGreaterThan(0);
  });
});
