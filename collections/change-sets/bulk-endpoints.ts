import type { Endpoint } from 'payload';
import { readProgress, startBulk } from '../../editorial/jobs/verb-job.ts';
import { BULK_VERBS } from '../../editorial/jobs/verb-task.ts';
import { CodedError } from '../../model/errors.ts';
import { NO_STORE } from '../shared/own-endpoint.ts';
import { answering, readJson } from '../shared/verb-answer.ts';
import { MANY_BYTES } from './endpoints.ts';

/** POST /api/bulk/{verb}: a verb on many entries, each by its own rules; GET /api/bulk/{id}: how far it has got. */
export const bulkEndpoints: Endpoint[] = [
  ...BULK_VERBS.map((verb): Endpoint => ({
    path: `/bulk/${verb}`,
    method: 'post',
    handler: (req) =>
      answering(req, async () => {
        if (!req.user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
        const job = await startBulk(req.payload, req.user, verb, await readJson(req, MANY_BYTES));
        return Response.json({ job }, { status: 202, ...NO_STORE });
      }),
  })),
  {
    path: '/bulk/:id',
    method: 'get',
    handler: (req) =>
      answering(req, async () => {
        if (!req.user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
        const { id = '' } = req.routeParams as { id?: string };
        return Response.json(await readProgress(req, req.user, id), NO_STORE);
      }),
  },
];
