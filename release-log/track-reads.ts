import type { Library } from './library.ts';
import type { ReadKey } from './read-key.ts';

/** A library that remembers what it was asked for. */
export interface Tracked {
  library: Library;
  /** the library behind it, whose questions are not remembered */
  source: Library;
  /** where the library stood before it was asked anything */
  position: number;
  /** everything asked for so far. Whoever asked for nothing depends on every row: what was read is not known. */
  reads: () => readonly ReadKey[];
}

/**
 * Wraps a library for one rendering. Every member is listed, and the compiler asks for a new one: a read that
 * is not remembered would leave an old page standing.
 */
export function trackReads(source: Library): Tracked {
  const seen = new Set<ReadKey>();
  const read = <T>(key: ReadKey, answer: T): T => {
    seen.add(key);
    return answer;
  };
  const library: Library = {
    get head() {
      return read('head', source.head);
    },
    get logId() {
      return read('head', source.logId);
    },
    live: (uid) => read(`entry:${uid}`, source.live(uid)),
    withdrawn: (uid) => read(`entry:${uid}`, source.withdrawn(uid)),
    released: (uid) => read(`entry:${uid}`, source.released(uid)),
    find: (type, slug) => read(`address:${type}/${slug}`, source.find(type, slug)),
    list: (type) => read(`list:${type}`, source.list(type)),
    partsOf: (uid) => read(`parts:${uid}`, source.partsOf(uid)),
    naming: (type, uid) => read(`naming:${type}/${uid}`, source.naming(type, uid)),
    newestFirst: (guide) => read(guide === undefined ? 'newest' : `scope:${guide}`, source.newestFirst(guide)),
    withdrawnAfter: (uid, seq) => read(`entry:${uid}`, source.withdrawnAfter(uid, seq)),
    releasesOf: (uid) => read(`entry:${uid}`, source.releasesOf(uid)),
    corrected: (grade) => read('corrections', source.corrected(grade)),
    clinicianAt: (slug) => read(`clinician:${slug}`, source.clinicianAt(slug)),
    clinicians: () => read('newest', source.clinicians()),
    approvedBy: (uid) => read(`approvals:${uid}`, source.approvedBy(uid)),
    changeTime: (page) => read('newest', source.changeTime(page)),
    figure: (name) => read('figures', source.figure(name)),
    // A row never changes. One that is not there yet may come with any row.
    release: (seq) => (seq <= source.head ? source.release(seq) : read('head', source.release(seq))),
    // Nor does its hash.
    hashAt: (seq) => (seq <= source.head ? source.hashAt(seq) : read('head', source.hashAt(seq))),
    // Nor what was a correction.
    corrections: (since, upTo) =>
      upTo <= source.head ? source.corrections(since, upTo) : read('head', source.corrections(since, upTo)),
    changedAt: (key) => read(key, source.changedAt(key)),
  };
  return { library, source, position: source.head, reads: () => (seen.size === 0 ? ['head'] : [...seen]) };
}
