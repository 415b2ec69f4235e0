/** How many entries have a term: what is in nearly all of them finds nothing. */
export interface TermCounts {
  /** the terms of an entry, in place of those that it had */
  put: (uid: string, terms: readonly string[]) => void;
  drop: (uid: string) => void;
  of: (term: string) => number;
}

export function createTermCounts(): TermCounts {
  /** by term; the number stands in an object so that its term is kept once for all entries */
  const counted = new Map<string, { entries: number }>();
  const ofEntry = new Map<string, { entries: number }[]>();

  const drop = (uid: string) => {
    for (const count of ofEntry.get(uid) ?? []) count.entries -= 1;
    ofEntry.delete(uid);
  };

  return {
    drop,
    put(uid, terms) {
      drop(uid);
      const counts = [...new Set(terms)].map((term) => {
        const count = counted.get(term) ?? { entries: 0 };
        counted.set(term, count);
        count.entries += 1;
        return count;
      });
      ofEntry.set(uid, counts);
    },
    of: (term) => counted.get(term)?.entries ?? 0,
  };
}
