import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { findDraft } from '../../editorial/records/dossier.ts';
import { compareStates } from '../../editorial/timeline/compare.ts';
import { parseCursor } from '../../editorial/timeline/cursor.ts';
import { readTimeline, TIMELINE_KINDS, type TimelineAsk } from '../../editorial/timeline/read-timeline.ts';
import { readersHad } from '../../editorial/timeline/readers-had.ts';
import { restoreAsDraft } from '../../editorial/timeline/restore-as-draft.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { NO_STORE } from './own-endpoint.ts';
import { answering, readJson } from './verb-answer.ts';

/** GET …/timeline, …/compare, …/readers-had and POST …/restore-as-draft of an entry (docs/http.md). `id` may be the uid. */
export function timelineEndpoints(collection: EntryCollection): Endpoint[] {
  const get = (path: string, read: (req: PayloadRequest, id: string) => Promise<unknown>): Endpoint => ({
    path: `/:id/${path}`,
    method: 'get',
    handler: (req) =>
      answering(req, async () => {
        if (!req.user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
        return Response.json(await read(req, idOf(req)), NO_STORE);
      }),
  });
  return [
    get('timeline', (req, id) => readTimeline(req, collection, id, timelineAsk(req.query))),
    get('compare', (req, id) => compareStates(req, collection, id, parse(compared, req.query))),
    get('readers-had', async (req, id) => {
      const { on } = parse(ofADay, req.query);
      return readersHad(req, (await findDraft(req, collection, id)).doc.uid, on);
    }),
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

const compared = z.object({ a: z.string().max(60), b: z.string().max(60) });
const ofADay = z.object({ on: z.iso.date() });
const ofATimeline = z.object({
  kind: z.enum(TIMELINE_KINDS).default('all'),
  from: z.string().max(40).optional(),
  until: z.iso.datetime({ offset: false }).optional(),
});

/** What an address asks of a timeline, of the API and of the desk alike. Throws `invalid-request`. */
export function timelineAsk(query: unknown): TimelineAsk {
  const { kind, from, until } = parse(ofATimeline, query);
  return {
    kind,
    from: from === undefined ? null : parseCursor(from),
    until: until === undefined ? null : new Date(until).toISOString(),
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, query: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(query ?? {});
  if (parsed.success) return parsed.data;
  throw new CodedError('invalid-request', z.prettifyError(parsed.error));
}
