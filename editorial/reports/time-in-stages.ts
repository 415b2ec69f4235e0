import type { PayloadRequest } from 'payload';
import type { Period, Report } from '../rules/reports/report.ts';
import { stageTimes } from '../rules/reports/stage-times.ts';
import { STAGE_WORDS } from '../rules/reports/where-it-waits.ts';
import { readLines } from './read-lines.ts';
import { readTitles } from './read-titles.ts';

/** Of what was submitted in the period: how long it stood in each stage, and what stands there longest now. */
export async function timeInStages(req: PayloadRequest, period: Period): Promise<Report> {
  const lines = await readLines(req, period);
  const entries = await readTitles(req, [...new Set(lines.map(({ entry }) => entry))]);
  const states = new Map([...entries].map(([uid, { state }]) => [uid, state]));
  const times = stageTimes(lines, { now: period.until, states });
  return {
    columns: [
      { label: 'Stage', kind: 'text' },
      { label: 'Times', kind: 'number' },
      { label: 'Median hours', kind: 'number' },
      { label: 'Nine in ten within hours', kind: 'number' },
      { label: 'There now', kind: 'number' },
      { label: 'Longest there, hours', kind: 'number' },
      { label: 'Which', kind: 'text' },
    ],
    rows: times.map(({ stage, count, median, ninetieth, waiting }) => {
      const first = waiting[0];
      const entry = first && entries.get(first.entry);
      return {
        cells: [
          STAGE_WORDS[stage],
          count,
          median,
          ninetieth,
          waiting.length,
          first?.hours ?? null,
          entry?.title ?? null,
        ],
        ...(entry ? { entry: { type: entry.type, uid: entry.uid } } : {}),
      };
    }),
  };
}
