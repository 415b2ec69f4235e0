import type { Endpoint } from 'payload';
import { putBack } from '../../editorial/trash/put-back.ts';
import { UUID } from '../../editorial/records/dossier.ts';
import { CodedError } from '../../model/errors.ts';
import { documentIdOf, NO_STORE } from './own-endpoint.ts';
import { answering, readJson } from './verb-answer.ts';

/** POST /api/deleted-drafts/{id}/put-back (docs/http.md). `id` may be the uid of the entry. */
export const putBackEndpoint: Endpoint = {
  path: '/:id/put-back',
  method: 'post',
  handler: (req) =>
    answering(req, async () => {
      if (!req.user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
      const body = await readJson(req);
      const given = (req.routeParams as { id?: string } | undefined)?.id ?? '';
      const id = UUID.test(given) ? given : documentIdOf(req);
      if (id === null) throw new CodedError('not-found', 'There is no such draft in the trash.');
      return Response.json(await putBack({ payload: req.payload, id, body, user: req.user }), NO_STORE);
    }),
};
