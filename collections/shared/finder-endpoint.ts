import type { Endpoint } from 'payload';
import { find } from '../../editorial/finder/find.ts';
import { CodedError } from '../../model/errors.ts';
import { roleOf } from './access.ts';
import { NO_STORE } from './own-endpoint.ts';
import { answering } from './verb-answer.ts';

/** GET /api/finder?q= (docs/http.md): staff only, everybody on it may read what it finds. */
export const finder: Endpoint = {
  path: '/finder',
  method: 'get',
  handler: (req) =>
    answering(req, async () => {
      if (roleOf(req) === null) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
      return Response.json({ found: await find(req, req.searchParams.get('q') ?? '') }, NO_STORE);
    }),
};
