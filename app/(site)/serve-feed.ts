import { serve } from './serve.ts';

const answer = serve('feed');

/** The machine channel, for every method: the channel answers 405 itself. */
export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
