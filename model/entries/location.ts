import { embedded } from './describe/composed.ts';
import { SLUG, text } from './describe/text.ts';
import type { ValueOf } from './field.ts';

const IN_WORDS = 'readers get the words of a place, not its key';

/** A place on the body, in the words that readers see. Which there are is data: body areas name their own (ADR 0079). */
export const location = embedded('locations', {
  label: text({ required: true, max: 60 }),
  /** what content files and queries call it; set once */
  slug: text({
    required: true,
    max: 60,
    pattern: SLUG,
    after: 'key',
    safety: 'never',
    running: false,
    notShown: { site: IN_WORDS, feed: IN_WORDS, mail: IN_WORDS },
  }),
});
export type Location = ValueOf<typeof location>;
