import type { CollectionBeforeValidateHook } from 'payload';
import { controlIn } from '../../model/control-characters.ts';
import { CodedError } from '../../model/errors.ts';

/**
 * Refuses a document with a control character in one of its own texts. For what is public without a review of its
 * own, such as a byline, or stands in mail and in the record, such as the name of an account; the texts of entries are
 * looked at by their requirements, so that drafts can be saved.
 */
export const refuseControlCharacters: CollectionBeforeValidateHook = ({ collection, data }) => {
  for (const [field, value] of Object.entries(data ?? {})) {
    const type = collection.flattenedFields.find(({ name }) => name === field)?.type;
    const code = type && typeof value === 'string' ? controlIn(value, { lines: type !== 'text' }) : null;
    if (code === null) continue;
    throw new CodedError('invalid-request', `${field} holds a character that nobody can see (${code}).`, {
      fields: [{ field, message: code }],
    });
  }
};
