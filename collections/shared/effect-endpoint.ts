import type { Endpoint } from 'payload';
import { CodedError } from '../../model/errors.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { readEffect } from '../../editorial/records/effect.ts';
import { NO_STORE } from './own-endpoint.ts';
import { answering } from './verb-answer.ts';

/** GET …/{id}/effect of an entry collection (docs/http.md): whom a release would concern, in numbers. For all staff. */
export const effectEndpoint = (collection: EntryCollection): Endpoint => ({
  path: '/:id/effect',
  method: 'get',
  handler: (req) =>
    answering(req, async () => {
      if (!req.user) throw new CodedError('not-authenticated', 'Log in first.');
      const id = (req.routeParams as { id?: string } | undefined)?.id ?? '';
      return Response.json(await readEffect(req, collection, id), NO_STORE);
    }),
});
