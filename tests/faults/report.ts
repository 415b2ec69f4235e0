/** What a run came to, as the table of docs/reliability.md has it. */
import type { Kind, Tally } from './accounting.ts';
import type { RunReport } from './run.ts';

const KINDS: readonly Kind[] = ['confirmation', 'lesson', 'correction'];

/** One line for each kind of mail, and what was done to make them go wrong. */
export function tableOf(report: RunReport): string {
  const { database, seed, seconds, workers, readers, mailsTaken, tallies, troubles, mailFaults } = report;
  const rows = KINDS.map((kind) => rowOf(kind, tallies[kind]));
  const problems = [report.lost, report.twice, report.unproved, report.stray].map((list) => list.length);
  const mishaps = Object.values(mailFaults).reduce((sum, count) => sum + count, 0);
  return [
    `${database}: ${seconds} s, ${workers} workers, seed ${seed}; ${readers} readers, ${mailsTaken} mails taken`,
    '| mail | due | delivered | of these again | uncertain: arrived, not | rejected | need not be sent |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    `lost ${problems[0]}, twice ${problems[1]}, in doubt without proof ${problems[2]}, due to nobody ${problems[3]}`,
    `done: ${listed(troubles)}; at the mail server: ${mishaps} (${listed(mailFaults)})`,
  ].join('\n');
}

const rowOf = (kind: Kind, { due, delivered, again, uncertain, rejected, excused }: Tally): string =>
  `| ${kind} | ${due} | ${delivered} | ${again} | ${uncertain.arrived}, ${uncertain.not} | ${rejected} | ${excused} |`;

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
