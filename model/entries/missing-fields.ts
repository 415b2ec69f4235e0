import type { IssueCode } from '../issue.ts';
import type { EntryContent } from './entries.ts';
import type { LeafField, ListField } from './field.ts';
import { requiredOf } from './leaves.ts';
import { spoken } from './spoken.ts';

/**
 * Required fields that are empty and for which the description has a code and a sentence, with their true paths.
 * Of the other required ones `invalidFields` says that they are to be filled in.
 */
export const missingFields = (content: EntryContent): { field: string; code: IssueCode; say: string }[] =>
  requiredOf(content).flatMap(({ path, field, value }) =>
    typeof field.required === 'object' && isEmpty(field, value) ? [{ ...field.required, field: path }] : [],
  );

/** Blanks are nothing that a reader could see. */
function isEmpty(field: LeafField | ListField, value: unknown): boolean {
  if (field.kind === 'text' || field.kind === 'prose') return spoken(field).plain(value).trim() === '';
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
