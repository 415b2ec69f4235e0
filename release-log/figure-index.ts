import { figureName } from '../model/figure-name.ts';

/** A figure file that some row showed, by either of its names. */
export interface LogFigure<Withdrawal> {
  sha256: string;
  /** the one that took the last release with it from readers; null while a release that they may read shows it */
  withdrawal: Withdrawal | null;
}

interface FigureIndex<Withdrawal> {
  /** a row of this entry, at this log position, shows the file */
  add: (sha256: string, row: { uid: string; seq: number }) => void;
  /** null for a name that no row showed, and for a short one that two files have */
  find: (name: string) => LogFigure<Withdrawal> | null;
}

/** The figure files that rows of the log showed. `withdrawnAfter`: the withdrawal of an entry after this position. */
export function createFigureIndex<Withdrawal extends { seq: number }>(
  withdrawnAfter: (uid: string, seq: number) => Withdrawal | null,
): FigureIndex<Withdrawal> {
  /** SHA-256 → uid of each entry that showed the file → log position of its last row that did */
  const shown = new Map<string, Map<string, number>>();
  /** short name → SHA-256, or null once two files have it: better no picture than another one */
  const named = new Map<string, string | null>();

  return {
    add(sha256, { uid, seq }) {
      const short = figureName(sha256);
      const known = named.get(short);
      if (known !== sha256) named.set(short, known === undefined ? sha256 : null);
      const shownBy = shown.get(sha256) ?? new Map<string, number>();
      shown.set(sha256, shownBy.set(uid, seq));
    },
    find(name) {
      const known = named.get(name);
      const sha256 = known === undefined ? name : known;
      const shownBy = sha256 !== null && shown.get(sha256);
      if (!shownBy) return null;
      // Mostly the first that showed it still does, whatever number there are.
      let withdrawal: Withdrawal | null = null;
      for (const [uid, seq] of shownBy) {
        const gone = withdrawnAfter(uid, seq);
        if (!gone) return { sha256, withdrawal: null };
        if (!withdrawal || gone.seq > withdrawal.seq) withdrawal = gone;
      }
      return { sha256, withdrawal };
    },
  };
}
