/** A row that stands in another place among those that are in both. Places count from 1. */
export interface Move {
  label: string;
  from: number;
  to: number;
}

/**
 * The fewest rows that have to move to get from one order to the other; both hold the same rows. Pure. The rest stayed in
 * their order among each other.
 */
export function movesBetween(old: readonly string[], now: readonly string[], nameOf: (row: string) => string): Move[] {
  const places = new Map(old.map((row, i) => [row, i]));
  const order = now.map((row) => places.get(row) ?? 0);
  const stayed = longestRise(order);
  return now.flatMap((row, i) =>
    stayed.has(i) ? [] : [{ label: nameOf(row), from: (places.get(row) ?? 0) + 1, to: i + 1 }],
  );
}

/** Indexes of a longest row of rising numbers. A list has few rows: the square of their number is no work. */
function longestRise(numbers: readonly number[]): Set<number> {
  const best: { length: number; before: number }[] = [];
  numbers.forEach((number, i) => {
    let [length, before] = [1, -1];
    for (let j = 0; j < i; j += 1) {
      const other = best[j];
      if (other && (numbers[j] ?? 0) < number && other.length >= length) [length, before] = [other.length + 1, j];
    }
    best.push({ length, before });
  });
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const rise = new Set<number>();
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.before ?? -1) rise.add(at);
  return rise;
}
