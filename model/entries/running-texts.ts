import type { EntryContent } from './entries.ts';
import type { LeafField } from './field.ts';
import { leavesOf } from './leaves.ts';
import { spoken } from './spoken.ts';

export interface RunningText {
  /** true path, e.g. `sections.2.figures.0.alt` */
  field: string;
  text: string;
}

/** Every text that readers read, titles, captions, alternative texts and subjects of mails included. */
export const runningTexts = (content: EntryContent): RunningText[] =>
  leavesOf(content).flatMap(({ path, field, value, running }) => {
    const text = running ? spoken(field).plain(value) : '';
    return text.trim() === '' ? [] : [{ field: path, text }];
  });

/** Graded for reading: a title or a list of names says nothing about how hard a page reads. */
export const isGraded = (field: LeafField): boolean => field.kind === 'prose' || (field.kind === 'text' && field.long);
