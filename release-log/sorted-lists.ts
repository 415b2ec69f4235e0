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
interface SortedLists<Entry extends Titled> {
  get: (key: string) => Entry[];
  add: (entry: Entry) => void;
  remove: (entry: Entry) => void;
  /** forgets every list: cheaper than keeping them through many changes */
  drop: () => void;
}

/** `entries` are those that the lists are made of when one is asked for; `keysOf` says in which an entry stands. */
export function createSortedLists<Entry extends Titled>(
  entries: () => Iterable<Entry>,
  keysOf: (entry: Entry) => readonly string[],
): SortedLists<Entry> {
  let lists: Map<string, Entry[]> | null = null;
  /** keys of lists that nobody has asked for yet: those stand in no order, as sorting all of them at once takes long */
  const unsorted = new Set<string>();

  const built = (): Map<string, Entry[]> => {
    const made = new Map<string, Entry[]>();
    for (const entry of entries()) {
      for (const key of keysOf(entry)) {
        const list = made.get(key);
        if (list) list.push(entry);
        else made.set(key, [entry]);
      }
    }
    for (const key of made.keys()) unsorted.add(key);
    return made;
  };
  return {
    get(key) {
      const list = (lists ??= built()).get(key) ?? [];
      if (unsorted.delete(key)) list.sort(byTitle);
      return list;
    },
    add(entry) {
      for (const key of lists ? keysOf(entry) : []) {
        const list = lists?.get(key) ?? [];
        if (unsorted.has(key)) list.push(entry);
        else lists?.set(key, placedByTitle(list, entry));
      }
    },
    remove(entry) {
      for (const key of lists ? keysOf(entry) : []) {
        const list = lists?.get(key) ?? [];
        const place = unsorted.has(key) ? list.findIndex(({ uid }) => uid === entry.uid) : placeOf(list, entry);
        if (list[place]?.uid === entry.uid) lists?.set(key, list.toSpliced(place, 1));
      }
    },
    drop() {
      lists = null;
      unsorted.clear();
    },
  };
}

/** Where an entry stands in a sorted list, or would. */
function placeOf(list: readonly Titled[], entry: Titled): number {
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

/** A list by title with one more entry in its place; the list itself stays as it is. */
export const placedByTitle = <Entry extends Titled>(list: Entry[], entry: Entry): Entry[] =>
  list.toSpliced(placeOf(list, entry), 0, entry);
