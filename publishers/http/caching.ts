/**
 * For answers that anyone may see. A shared cache may answer for one second and a reader must ask each
 * time: a withdrawal has to be gone everywhere within a second (docs/channels.md), and the ETag makes asking cheap.
 */
export const PUBLIC_CACHE = 'public, max-age=0, s-maxage=1, must-revalidate';

/** For answers that belong to one person, and for errors. */
export const NO_STORE = 'private, no-store';
