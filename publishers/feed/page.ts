/** 250 KB is promised (docs/channels.md); what surrounds the items of a page takes the rest. */
export const PAGE_BYTES = 240_000;

/** Read and rendered at once: few enough that a page of long entries wastes little. */
const BATCH = 12;

export interface Page<T> {
  items: T[];
  /** the position to go on below, or null when this page reaches the end */
  before: number | null;
}

/**
 * As many items as fit into `PAGE_BYTES`, newest first, and at least one; positions that render to null are passed.
 *
 * Pages are cut by log position, never by count: a page is "what stands below position n". A reader who
 * walks down while the log grows meets each position at most once, because positions only fall; and an
 * entry cannot slip past, because the only way an item leaves its position is to be released again or
 * withdrawn, which puts it at the new head: on the first page, which the reader polls.
 */
export async function fillPage<T>(
  seqs: number[],
  { render, weigh }: { render: (seq: number) => Promise<T | null>; weigh: (item: T) => number },
): Promise<Page<T>> {
  const items: T[] = [];
  let bytes = 0;
  let reached: number | null = null;
  for (let start = 0; start < seqs.length; start += BATCH) {
    const batch = await Promise.all(
      seqs.slice(start, start + BATCH).map(async (seq) => ({ seq, item: await render(seq) })),
    );
    for (const { seq, item } of batch) {
      bytes += item === null ? 0 : weigh(item);
      if (items.length > 0 && bytes > PAGE_BYTES) return { items, before: reached };
      if (item !== null) items.push(item);
      reached = seq;
    }
  }
  return { items, before: null };
}
