/** A page of each kind that readers open, of the demonstration library: what is measured in a browser. */
export const PAGE_KINDS: Readonly<Record<string, string>> = {
  home: '/',
  guide: '/guides/hip-pain',
  cause: '/causes/hip-osteoarthritis',
  treatment: '/treatments/outer-hip-programme',
  'red flag': '/red-flags/red-flag-cannot-bear-weight',
  finder: '/find?guide=hip-pain&location=groin',
  search: '/search?q=arthritis',
  corrections: '/corrections',
};

/** The same where search engines may list them: the answers of one reader are nobody else's page, and say so. */
export const LISTED_KINDS: Readonly<Record<string, string>> = { ...PAGE_KINDS, finder: '/find', search: '/search' };
