/** What every channel calls itself. */
export const SITE_NAME = 'Imprimatur';
