import type { Endpoint, PayloadRequest } from 'payload';
import { assignEntry } from '../../editorial/assignments/assign.ts';
import { readAssignees } from '../../editorial/assignments/assignees.ts';
import { readColleagues } from '../../editorial/assignments/colleagues.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { NO_STORE } from './own-endpoint.ts';
import { answering, readJson } from './verb-answer.ts';

/** GET …/{id}/assignees and POST …/{id}/assign of an entry collection (docs/http.md). `id` may be the uid. */
export const assignEndpoints = (collection: EntryCollection): Endpoint[] => [
  {
    path: '/:id/assignees',
    method: 'get',
    handler: (req) =>
      answering(req, async () => Response.json(await readAssignees(req, collection, idOf(req)), NO_STORE)),
  },
  {
    path: '/:id/assign',
    method: 'post',
    handler: (req) =>
      answering(req, async () => {
        if (!req.user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
        const { payload, user } = req;
        const body = await readJson(req);
        return Response.json(await assignEntry({ payload, collection, id: idOf(req), body, user }), NO_STORE);
      }),
  },
];

/** GET /api/users/colleagues: the staff by name, as far as colleagues must know each other. */
export const colleaguesEndpoint: Endpoint = {
  path: '/colleagues',
  method: 'get',
  handler: (req) =>
    answering(req, async () => {
      if (!req.user) throw new CodedError('not-authenticated', 'Log in first.');
      const colleagues = await readColleagues(req);
      const told = colleagues.map(({ account, name, role, canApprove, absence }) => ({
        ...{ account, name, role, canApprove },
        absence: absence && { from: absence.from, until: absence.until },
      }));
      return Response.json({ colleagues: told }, NO_STORE);
    }),
};

const idOf = (req: PayloadRequest): string => (req.routeParams as { id?: string } | undefined)?.id ?? '';
