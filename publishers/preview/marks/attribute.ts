import type { Mark } from './mark.ts';
import { wordsIn } from './words.ts';

/** A change of the review sheet, as far as a mark can be held against it. */
export interface NumberedChange {
  number: number;
  weight: string;
  parts: readonly { text: string; kind: 'same' | 'added' | 'removed' }[];
  figures: readonly { before: { sha256: string } | null; after: { sha256: string } | null }[];
}

interface Known {
  change: NumberedChange;
  added: ReadonlySet<string>;
  removed: ReadonlySet<string>;
  after: ReadonlySet<string>;
  before: ReadonlySet<string>;
}

/** The share of a mark's words that a change must have brought or taken away. */
const OWN = 0.6;
/** Where another way of comparing found other words: the share of them, and of those around, that it speaks of. */
const SPOKEN_OF = 0.9;
const AROUND = 0.3;

/**
 * Answers which change of the review a mark shows, by its words and those around it; null when it is of none, as a date
 * or a version.
 */
export function attributor(changes: readonly NumberedChange[]): (mark: Mark) => NumberedChange | null {
  const all = changes.map(knownOf);
  return (mark) => {
    let best: { change: NumberedChange; score: number } | null = null;
    for (const known of all) {
      const score = scoreOf(mark, known);
      if (score > (best?.score ?? 0)) best = { change: known.change, score };
    }
    return best?.change ?? null;
  };
}

function knownOf(change: NumberedChange): Known {
  const side = (...kinds: string[]) => {
    const text = change.parts.filter(({ kind }) => kinds.includes(kind)).map((part) => part.text);
    return wordsIn(text.join(kinds.length > 1 ? '' : ' '));
  };
  const files = (which: 'before' | 'after') => change.figures.flatMap((one) => one[which]?.sha256.slice(0, 8) ?? []);
  return {
    change,
    added: new Set([...side('added'), ...files('after')]),
    removed: new Set([...side('removed'), ...files('before')]),
    after: new Set([...side('same', 'added'), ...files('after')]),
    before: new Set([...side('same', 'removed'), ...files('before')]),
  };
}

function scoreOf({ kind, words, context }: Mark, { added, removed, after, before }: Known): number {
  if (words.length === 0) return 0;
  const own = kind === 'added' ? added : kind === 'removed' ? removed : new Set([...added, ...removed]);
  const all = kind === 'removed' ? before : after;
  const share = (list: readonly string[], known: ReadonlySet<string>) =>
    list.length === 0 ? 0 : list.filter((word) => known.has(word)).length / list.length;
  const around = share(context, all);
  const [hit, spokenOf] = [share(words, own), share(words, all)];
  const isOfIt = hit >= OWN || (spokenOf >= SPOKEN_OF && around >= AROUND);
  return isOfIt ? hit + spokenOf + around : 0;
}
