import type { CollectionBeforeValidateHook } from 'payload';
import { controlIn } from '../../model/control-characters.ts';
import { CodedError } from '../../model/errors.ts';

/**
 * Refuses a document with a control character in one of its own texts. For what is public without a review of its
 * own, such as a byline; the texts of entries are looked at by their requirements, so that drafts can be saved.
 */
export const refuseControlCharacters: CollectionBeforeValidateHook = ({ data }) => {
  for (const [field, value] of Object.entries(data ?? {})) {
    const code = typeof value === 'string' ? controlIn(value, { lines: true }) : null;
    if (code === null) continue;
    throw new CodedError('invalid-request', `${field} holds a character that nobody can see (${code}).`, {
      fields: [{ field, message: code }],
    });
  }
};
