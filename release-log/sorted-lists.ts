/** What a list is sorted by. */
interface Titled {
  uid: string;
  title: string;
}

const collator = new Intl.Collator('en');
/** By title, and by uid where titles are the same: the order must not depend on how the list came about. */
const byTitle = (a: Titled, b: Titled): number =>
  collator.compare(a.title, b.title) || (a.uid < b.uid ? -1 : Number(a.uid > b.uid));

/** Lists of entries by title under keys, kept while single entries come and go. A list handed out never changes. */
export interface SortedLists<Entry extends Titled> {
  get: (key: string) => Entry[];
  add: (key: string, entry: Entry) => void;
  remove: (key: string, entry: Entry) => void;
  /** forgets every list: cheaper than keeping them through many changes */
  drop: () => void;
}

/** `build` gives all entries with their keys, when lists are asked for that nobody keeps. */
export function createSortedLists<Entry extends Titled>(
  build: () => Iterable<readonly [key: string, entry: Entry]>,
): SortedLists<Entry> {
  let lists: Map<string, Entry[]> | null = null;

  const built = (): Map<string, Entry[]> => {
    const made = new Map<string, Entry[]>();
    for (const [key, entry] of build()) {
      const list = made.get(key);
      if (list) list.push(entry);
      else made.set(key, [entry]);
    }
    for (const list of made.values()) list.sort(byTitle);
    return made;
  };
  return {
    get: (key) => (lists ??= built()).get(key) ?? [],
    add(key, entry) {
      if (!lists) return;
      const list = lists.get(key) ?? [];
      lists.set(key, list.toSpliced(placeOf(list, entry), 0, entry));
    },
    remove(key, entry) {
      const list = lists?.get(key);
      if (!lists || !list) return;
      const place = placeOf(list, entry);
      if (list[place]?.uid === entry.uid) lists.set(key, list.toSpliced(place, 1));
    },
    drop() {
      lists = null;
    },
  };
}

/** Where an entry stands in a sorted list, or would. */
function placeOf(list: Titled[], entry: Titled): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = list[middle];
    if (there && byTitle(there, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
