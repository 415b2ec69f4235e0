import { it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { runFaults } from './run.ts';

/** The short form of `npm run test:faults`. Both at once: most of it is waiting. */
it.concurrent.for(DATABASES)(
  'no mail is lost and no lesson comes twice while workers are killed and mail goes wrong, on %s',
  { timeout: 180_000 },
  async (database, { expect }) => {
    const report = await runFaults({
      ...{ database, seed: Date.now() % 1_000_000, seconds: 6, calmSeconds: 60, workers: 2, smallDisk: false },
      ...{ signUpsPerSecond: 2, secondsBetweenCorrections: 4, secondsBetweenDays: 5 },
    });
    const { lost, twice, unproved, stray, tallies } = report;
    expect({ lost, twice, unproved, stray }).toEqual({ lost: [], twice: [], unproved: [], stray: [] });
    expect(tallies.lesson.delivered).toBeGreaterThan(20);
    expect(tallies.correction.delivered).toBeGreaterThan(5);
  },
);
