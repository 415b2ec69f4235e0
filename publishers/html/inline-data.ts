/** JSON that may stand inside a script element: no `<` can end it (HTML, "Restrictions for contents of script elements"). */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Paths whose GET is personal, long, or not a reading page. */
const NOT_AHEAD = ['/admin*', '/api/*', '/confirm/*', '/unsubscribe/*', '/preferences/*', '/lessons/*', '/courses/*/*'];

/**
 * Pages are fetched ahead when the reader presses a link. Not already when hovering: a page fetched ahead
 * may be shown minutes later, after it was withdrawn.
 */
export const SPECULATION_RULES = scriptJson({
  prerender: [
    {
      where: {
        and: [{ href_matches: '/*' }, ...[...NOT_AHEAD, '/*\\?*'].map((path) => ({ not: { href_matches: path } }))],
      },
      eagerness: 'conservative',
    },
  ],
});
