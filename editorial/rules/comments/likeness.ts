/**
 * How alike two texts are, from 0 to 1: the share of runs of three characters that they have in common (Dice 1945).
 * Linear in their lengths.
 */
export function likeness(one: string, other: string): number {
  const [ours, theirs] = [runsOf(one), runsOf(other)];
  if (ours.total + theirs.total === 0) return one === other ? 1 : 0;
  let common = 0;
  for (const [run, count] of ours.counts) common += Math.min(count, theirs.counts.get(run) ?? 0);
  return (2 * common) / (ours.total + theirs.total);
}

const RUN = 3;

function runsOf(text: string): { counts: Map<string, number>; total: number } {
  const counts = new Map<string, number>();
  const total = Math.max(0, text.length - RUN + 1);
  for (let i = 0; i < total; i += 1) {
    const run = text.slice(i, i + RUN);
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return { counts, total };
}
