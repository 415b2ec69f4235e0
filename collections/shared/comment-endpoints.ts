import type { Endpoint, PayloadRequest } from 'payload';
import { readComments, takeComment, THREAD_ACTS, type ThreadAct } from '../../editorial/comments/take-comment.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { NO_STORE } from './own-endpoint.ts';
import { answering, readJson } from './verb-answer.ts';

/** GET and POST …/{id}/comments, POST …/{id}/comments/{thread}/{act} of an entry collection (docs/http.md). */
export function commentEndpoints(collection: EntryCollection): Endpoint[] {
  const post = (path: string, act: 'open' | ThreadAct): Endpoint => ({
    path,
    method: 'post',
    handler: (req) => answering(req, () => take(req, collection, act)),
  });
  return [
    {
      path: '/:id/comments',
      method: 'get',
      handler: (req) =>
        answering(req, async () => Response.json(await readComments(req, collection, paramsOf(req).id), NO_STORE)),
    },
    post('/:id/comments', 'open'),
    ...THREAD_ACTS.map((act) => post(`/:id/comments/:thread/${act}`, act)),
  ];
}

async function take(req: PayloadRequest, collection: EntryCollection, act: 'open' | ThreadAct): Promise<Response> {
  const { payload, user } = req;
  if (!user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
  const body = await readJson(req);
  const sheet = await takeComment({ payload, collection, ...paramsOf(req), act, body, by: { user } });
  return Response.json(sheet, NO_STORE);
}

function paramsOf({ routeParams }: PayloadRequest): { id: string; thread: string } {
  const { id = '', thread = '' } = (routeParams ?? {}) as { id?: string; thread?: string };
  return { id, thread };
}
