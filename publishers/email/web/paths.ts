import type { PathPattern } from '../../http/paths.ts';

/** The addresses of the email channel: course pages, and the pages of one subscriber each. */
export const EMAIL_PATHS: readonly PathPattern[] = [
  '/courses/:slug',
  '/courses/:slug/subscribe',
  '/confirm/:token',
  '/unsubscribe/:token',
  '/preferences/:token',
  '/lessons/:token',
];
