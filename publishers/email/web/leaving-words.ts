/** The two ways to leave, in the same words on every page. */
export const LESSONS_ONLY = 'No more lessons, but tell me if one was wrong';
export const NOTHING = 'Nothing at all';
