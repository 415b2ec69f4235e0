import type { Endpoint } from 'payload';
import { z } from 'zod';
import { readImpact } from '../../editorial/impact/read-impact.ts';
import { parsed } from '../../editorial/jobs/verb-job.ts';
import type { SharedCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { documentIdOf, NO_STORE } from './own-endpoint.ts';
import { answering } from './verb-answer.ts';

const page = z.object({ from: z.coerce.number().int().min(0).max(100_000).default(0) });

/** GET /api/{collection}/{id}/impact of a shared document or a red flag (docs/http.md): what a change of it touches. */
export const impactEndpoint = (collection: SharedCollection | 'red-flags'): Endpoint => ({
  path: '/:id/impact',
  method: 'get',
  handler: (req) =>
    answering(req, async () => {
      if (!req.user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
      const id = documentIdOf(req);
      if (id === null) throw new CodedError('not-found', 'There is no such document.');
      return Response.json(await readImpact(req, collection, id, parsed(page, req.query).from), NO_STORE);
    }),
});
