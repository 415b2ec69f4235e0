import { COLLECTION_OF, ENTRY_TYPES } from '../../model/entries/types.ts';

/** JSON that may stand inside a script element: no `<` can end it (HTML, "Restrictions for contents of script elements"). */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

const READ = ENTRY_TYPES.filter((type) => type !== 'course').map((type) => COLLECTION_OF[type]);

/**
 * Pages of entries are fetched ahead when the reader presses a link. Not already when hovering: a page fetched ahead
 * may be shown minutes later, after it was withdrawn.
 */
export const SPECULATION_RULES = scriptJson({
  prerender: [{ where: { href_matches: `/(${READ.join('|')})/*` }, eagerness: 'conservative' }],
});
