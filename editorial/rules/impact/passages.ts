import type { EntryContent } from '../../../model/entries/entries.ts';
import { embeddedOf, leavesOf, memberOf } from '../../../model/entries/leaves.ts';
import { placeOf } from '../../../model/entries/terms.ts';
import type { SharedCollection } from '../../../model/entries/types.ts';
import { citationsIn, runsIn, type Inline, type Prose } from '../../../model/prose.ts';
import { inlineToText } from '../../../model/prose-text.ts';

/** A place of an entry that rests on a shared document. */
export interface Passage {
  /** path of the part */
  field: string;
  /** for people, outermost first */
  label: string;
  /** the words that stand there */
  quote: string;
}

/** How an entry knows a shared document: sources, words and places by their short name, a figure by its file. */
export interface Sought {
  collection: SharedCollection;
  /** short name, or of a figure the SHA-256 of its smallest file */
  key: string;
}

const MOST_QUOTED = 5;
const LONGEST = 280;

/**
 * Where the words of an entry rest on a shared document, in reading order: sentences that cite a source, the first use
 * of an explained word, words of a figure. Empty for an entry that only lists it. Pure.
 */
export function passagesOf(content: EntryContent, sought: Sought): Passage[] {
  return found(content, sought).slice(0, MOST_QUOTED);
}

function found(content: EntryContent, { collection, key }: Sought): Passage[] {
  switch (collection) {
    case 'sources':
      return inProse(content, (run) =>
        citationsIn([{ kind: 'paragraph', children: [...run] }]).some(({ source }) => source === key),
      );
    case 'terms': {
      const term = content.terms.find(({ slug }) => slug === key);
      return term ? inProse(content, (run) => placeOf(term, inlineToText([...run])) !== null).slice(0, 1) : [];
    }
    case 'media':
      return embeddedOf(content).flatMap(({ field, path, value }) => {
        const shown = field.collection === 'media' && fileOf(value) === key;
        const alt = memberOf(value, 'alt');
        return shown ? [{ field: path, label: 'Figure', quote: shortened(typeof alt === 'string' ? alt : '') }] : [];
      });
    case 'locations':
      return [];
  }
}

const inProse = (content: EntryContent, isMeant: (run: readonly Inline[]) => boolean): Passage[] =>
  leavesOf(content).flatMap(({ field, place, labels, value }) =>
    // What stands under a prose field is prose: its shape was parsed with the content.
    field.kind === 'prose'
      ? runsIn(value as Prose)
          .filter(isMeant)
          .map((run) => ({ field: place, label: labels.join(', '), quote: shortened(inlineToText(run)) }))
      : [],
  );

function fileOf(value: unknown): string | null {
  const renditions = memberOf(value, 'renditions');
  const hash = Array.isArray(renditions) ? memberOf(renditions[0], 'sha256') : null;
  return typeof hash === 'string' ? hash : null;
}

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
