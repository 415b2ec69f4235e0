import { serve } from '../../serve.ts';

const answer = serve('email');

export const dynamic = 'force-dynamic';
export {
  answer as GET,
  answer as HEAD,
  answer as POST,
  answer as PUT,
  answer as PATCH,
  answer as DELETE,
  answer as OPTIONS,
};
