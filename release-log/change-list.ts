/** What says in which lists an entry stands. */
interface Listed {
  type: string;
  partOf: string | null;
  references: readonly string[];
}

/** At which log position things last changed. Addresses and scopes follow from their entries. */
interface ChangeList {
  /** An entry changed, and with it the lists that it stood in or stands in. */
  ofEntry: (uid: string, seq: number, states: (Listed | null)[]) => void;
  ofFigures: (seq: number) => void;
  /** by kind and name of a `ReadKey`; 0 when never */
  at: (kind: string, name: string) => number;
}

export function createChangeList(): ChangeList {
  let figures = 0;
  const entries = new Map<string, number>();
  const types = new Map<string, number>();
  const parts = new Map<string, number>();
  /** by the type of those that name, then by uid: no key is put together for each of a hundred thousand rows */
  const naming = new Map<string, Map<string, number>>();

  const ofList = ({ type, partOf, references }: Listed, seq: number) => {
    types.set(type, seq);
    if (partOf !== null) parts.set(partOf, seq);
    const byUid = naming.get(type) ?? new Map<string, number>();
    naming.set(type, byUid);
    for (const uid of references) byUid.set(uid, seq);
  };
  const namingAt = (name: string): number => {
    const [type = '', uid = ''] = name.split('/', 2);
    return naming.get(type)?.get(uid) ?? 0;
  };
  return {
    ofEntry(uid, seq, states) {
      entries.set(uid, seq);
      for (const state of states) if (state) ofList(state, seq);
    },
    ofFigures(seq) {
      figures = seq;
    },
    at(kind, name) {
      if (kind === 'figures') return figures;
      if (kind === 'naming') return namingAt(name);
      const list = kind === 'entry' ? entries : kind === 'list' ? types : parts;
      return list.get(name) ?? 0;
    },
  };
}
