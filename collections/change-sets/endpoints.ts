import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { actOnSet, discardSet } from '../../editorial/change-sets/act-on-set.ts';
import { changeMembers, makeSet } from '../../editorial/change-sets/make-set.ts';
import { readReviewedSet } from '../../editorial/change-sets/read-set.ts';
import { parsed } from '../../editorial/jobs/verb-job.ts';
import { SET_VERBS } from '../../editorial/jobs/verb-task.ts';
import { CodedError } from '../../model/errors.ts';
import { NO_STORE } from '../shared/own-endpoint.ts';
import { answering, readJson } from '../shared/verb-answer.ts';

/** A list of a thousand entries with their revisions. */
export const MANY_BYTES = 256 * 1024;

type User = NonNullable<PayloadRequest['user']>;

const page = z.object({ from: z.coerce.number().int().min(0).max(1000).default(0) });

/** Making change sets and acting on them (docs/http.md); what Payload itself offers is refused. */
export const changeSetEndpoints: Endpoint[] = [
  post('/make', async (req, user) => {
    const uid = await makeSet(req.payload, user, await readJson(req, MANY_BYTES));
    return Response.json({ uid }, { status: 201, ...NO_STORE });
  }),
  {
    path: '/:id/review',
    method: 'get',
    handler: (req) =>
      answering(req, async () => {
        userOf(req);
        const { from } = parsed(page, req.query);
        return Response.json(await readReviewedSet(req, idOf(req), from), NO_STORE);
      }),
  },
  ...SET_VERBS.map((verb) =>
    post(`/:id/${verb}`, async (req, user) => {
      const body = await readJson(req);
      const job = await actOnSet(req.payload, user, { id: idOf(req), verb, body });
      return Response.json({ job }, { status: 202, ...NO_STORE });
    }),
  ),
  post('/:id/members', async (req, user) => {
    await changeMembers(req.payload, user, idOf(req), await readJson(req, MANY_BYTES));
    return Response.json({}, NO_STORE);
  }),
  post('/:id/discard', async (req, user) => {
    await discardSet(req.payload, user, idOf(req));
    return Response.json({}, NO_STORE);
  }),
];

function post(path: string, work: (req: PayloadRequest, user: User) => Promise<Response>): Endpoint {
  return { path, method: 'post', handler: (req) => answering(req, () => work(req, userOf(req))) };
}

function userOf({ user }: PayloadRequest): User {
  if (!user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
  return user;
}

const idOf = ({ routeParams }: PayloadRequest): string => (routeParams as { id?: string } | undefined)?.id ?? '';
