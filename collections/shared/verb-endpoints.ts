import type { Endpoint, PayloadRequest } from 'payload';
import { CodedError } from '../../model/errors.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { VERBS, type Verb } from '../../model/lifecycle.ts';
import { readReview, takeVerb } from '../../editorial/verbs/take-verb.ts';
import { answering, readJson } from './verb-answer.ts';
import { NO_STORE } from './own-endpoint.ts';

/** GET …/{id}/review and POST …/{id}/{verb} of an entry collection (docs/http.md). `id` may be the uid. */
export function verbEndpoints(collection: EntryCollection): Endpoint[] {
  return [
    {
      path: '/:id/review',
      method: 'get',
      handler: (req) =>
        answering(req, async () => Response.json(await readReview(req, collection, idOf(req)), NO_STORE)),
    },
    ...VERBS.map((verb): Endpoint => ({
      path: `/:id/${verb}`,
      method: 'post',
      handler: (req) => answering(req, () => take(req, collection, verb)),
    })),
  ];
}

const idOf = (req: PayloadRequest): string => (req.routeParams as { id?: string } | undefined)?.id ?? '';

async function take(req: PayloadRequest, collection: EntryCollection, verb: Verb): Promise<Response> {
  if (!req.user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
  const body = await readJson(req);
  const sheet = await takeVerb({ payload: req.payload, collection, id: idOf(req), verb, body, by: { user: req.user } });
  return Response.json(sheet, NO_STORE);
}
