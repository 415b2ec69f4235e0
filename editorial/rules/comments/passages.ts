import type { EntryContent } from '../../../model/entries/entries.ts';
import { capital } from '../../../model/entries/labels.ts';
import { leavesOf } from '../../../model/entries/leaves.ts';
import { spoken } from '../../../model/entries/spoken.ts';

/** A text of an entry that a comment can hang on. */
export interface Passage {
  /** true path, e.g. `sections.2.body` */
  path: string;
  place: string;
  /** what a reader of a diff calls it */
  label: string;
  /** plain, with single blanks */
  text: string;
  /** it stands in a source, a figure or a place, which other entries may use too */
  isShared: boolean;
}

/** Every text of a content, in the order of its description. */
export const passagesOf = (content: EntryContent): Passage[] =>
  leavesOf(content).flatMap(({ path, place, labels, field, value, isShared }) => {
    const text = withSingleBlanks(spoken(field).plain(value));
    return text === '' ? [] : [{ path, place, label: capital(labels.join(' › ')), text, isShared }];
  });

/** Lines and blanks of all kinds are one blank: an editor's window, a mail and a page break lines in their own ways. */
export const withSingleBlanks = (text: string): string => text.replace(/\s+/gu, ' ').trim();
