import canonicalize from 'canonicalize';
import type { EntryContent } from '../../model/entries/entries.ts';
import type { SafetyClass } from '../../model/entries/field.ts';
import { partsOf, type Part } from '../../model/entries/parts.ts';
import { safetyParts } from '../../model/entries/safety-parts.ts';
import { wordsBetween, type WordPart } from '../../model/words-between.ts';
import { shortened } from './shortened.ts';

/** One part of an entry that two of its releases say differently. */
interface ReaderChange {
  /** e.g. `Section “symptoms”` */
  label: string;
  /** every change of what changed here is a safety change */
  isSafety: boolean;
  /** word by word, whole words; long stretches that stayed are cut to their ends */
  words: WordPart[];
}

export interface ReaderChanges {
  /** safety first, else in the order of the entry; at most `most` */
  changes: ReaderChange[];
  /** how many more there are */
  left: number;
}

/**
 * What changed for readers between two releases of an entry: its words, without what is routine by its description
 * (codes, dates of review, sources, the order of links). `titleOf` names other entries by uid. Pure; the work is bounded as that of
 * `wordsBetween` is.
 */
export function changesForReaders(
  before: EntryContent,
  after: EntryContent,
  { titleOf, most = 6 }: { titleOf: (uid: string) => string; most?: number },
): ReaderChanges {
  const [old, now] = [partsOf(before, titleOf), partsOf(after, titleOf)];
  const classOf = changedClasses(before, after);
  const changed = [...new Set([...now.keys(), ...old.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field), now.get(field)];
    const part = is ?? was;
    if (!part || was?.text === is?.text) return [];
    const weight = classOf(part);
    return weight === 'never' ? [] : [{ was, is, label: part.label, isSafety: weight === 'always' }];
  });
  const inOrder = [...changed.filter(({ isSafety }) => isSafety), ...changed.filter(({ isSafety }) => !isSafety)];
  return {
    changes: inOrder.slice(0, most).map(({ was, is, label, isSafety }) => ({
      label,
      isSafety,
      words: shortened(wordsBetween(was?.text ?? '', is?.text ?? '')),
    })),
    left: Math.max(0, inOrder.length - most),
  };
}

/** Answers the strictest class among the values of a part that differ. */
function changedClasses(before: EntryContent, after: EntryContent): (part: Part) => SafetyClass {
  const valuesOf = (content: EntryContent) => new Map(safetyParts(content).map((part) => [part.field, part]));
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const differing = [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field), now.get(field)];
    const isSame = was && is && canonicalize(was.value) === canonicalize(is.value);
    return isSame ? [] : [{ field, classes: [was?.class, is?.class] }];
  });
  return ({ place }) => {
    const below = differing.filter(({ field }) => field === place || field.startsWith(`${place}.`));
    const classes = below.flatMap((one) => one.classes);
    // What no value explains is taken strictly.
    if (below.length === 0 || classes.includes('always')) return 'always';
    return classes.includes('by-words') ? 'by-words' : 'never';
  };
}
