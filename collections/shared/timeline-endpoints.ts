import type { Endpoint, PayloadRequest } from 'payload';
import { findDraft } from '../../editorial/records/dossier.ts';
import { compareAsk, dayAsk, timelineAsk } from '../../editorial/timeline/ask.ts';
import { exportAudit } from '../../editorial/timeline/audit-export.ts';
import { compareStates } from '../../editorial/timeline/compare.ts';
import { readTimeline } from '../../editorial/timeline/read-timeline.ts';
import type { Draft } from '../../editorial/records/read-draft.ts';
import { readersHad } from '../../editorial/timeline/readers-had.ts';
import { restoreAsDraft } from '../../editorial/timeline/restore-as-draft.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { NO_STORE } from './own-endpoint.ts';
import { answering, readJson } from './verb-answer.ts';

/** GET …/timeline, …/compare, …/readers-had, …/audit.json and POST …/restore-as-draft of an entry (docs/http.md). `id` may be the uid. */
export function timelineEndpoints(collection: EntryCollection): Endpoint[] {
  const get = (path: string, read: (req: PayloadRequest, draft: Draft) => Promise<unknown>): Endpoint => ({
    path: `/:id/${path}`,
    method: 'get',
    handler: (req) =>
      answering(req, async () => {
        if (!req.user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
        return Response.json(await read(req, await findDraft(req, collection, idOf(req))), NO_STORE);
      }),
  });
  return [
    get('timeline', (req, draft) => readTimeline(req, collection, draft, timelineAsk(req.query))),
    get('compare', (req, draft) => compareStates(req, collection, draft, compareAsk(req.query))),
    get('readers-had', (req, { doc }) => readersHad(req, doc.uid, dayAsk(req.query))),
    get('audit.json', (req, draft) => exportAudit(req, collection, draft)),
    {
      path: '/:id/restore-as-draft',
      method: 'post',
      handler: (req) =>
        answering(req, async () => {
          const { payload, user } = req;
          if (!user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
          const body = await readJson(req);
          return Response.json(await restoreAsDraft({ payload, collection, id: idOf(req), body, user }), NO_STORE);
        }),
    },
  ];
}

const idOf = ({ routeParams }: PayloadRequest): string => (routeParams as { id?: string } | undefined)?.id ?? '';
