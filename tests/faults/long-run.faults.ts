/** `npm run test:faults`: ten minutes of trouble on each database; FAULTS_MINUTES and FAULTS_SEED say otherwise. */
import { describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { tableOf } from './report.ts';
import { runFaults } from './run.ts';

const minutes = Number(process.env.FAULTS_MINUTES ?? 10);
const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);
const CALM_SECONDS = 300;
/** Two calms and a beginning, each on a machine that others use too. */
const TIMEOUT_MS = (minutes * 60 + 2 * CALM_SECONDS + 300) * 1000;

describe.each(DATABASES)('a long run of everything that goes wrong, on %s,', (database) => {
  it('loses no mail and sends no lesson twice', { timeout: TIMEOUT_MS }, async () => {
    const report = await runFaults({
      ...{ database, seed, seconds: minutes * 60, calmSeconds: CALM_SECONDS, workers: 4, smallDisk: true },
      ...{ signUpsPerSecond: 1, secondsBetweenCorrections: 60, secondsBetweenDays: 40 },
    });
    console.log(tableOf(report));
    const { lost, twice, unproved, stray } = report;
    expect({ lost, twice, unproved, stray }).toEqual({ lost: [], twice: [], unproved: [], stray: [] });
    expect(report.troubles['kill -9']).toBeGreaterThan(minutes);
  });
});
