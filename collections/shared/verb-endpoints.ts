import type { Endpoint, PayloadRequest } from 'payload';
import { isTransient } from '../../database/transact.ts';
import { CodedError } from '../../model/errors.ts';
import { troubleRefusal } from '../../model/database-trouble.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { VERBS, type Verb } from '../../model/lifecycle.ts';
import { readReview, takeVerb } from '../../editorial/verbs/take-verb.ts';
import { problem } from '../../publishers/http/problem.ts';

const MAX_BODY = 64 * 1024;

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

const NO_STORE = { headers: { 'Cache-Control': 'no-store' } };
const idOf = (req: PayloadRequest): string => (req.routeParams as { id?: string } | undefined)?.id ?? '';

async function take(req: PayloadRequest, collection: EntryCollection, verb: Verb): Promise<Response> {
  if (!req.user) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
  const body = await readJson(req);
  const sheet = await takeVerb({ payload: req.payload, collection, id: idOf(req), verb, body, by: { user: req.user } });
  return Response.json(sheet, NO_STORE);
}

async function readJson(req: PayloadRequest): Promise<unknown> {
  const type = req.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) throw new CodedError('unsupported-media-type', 'Send JSON.');
  const text = await readBounded(req);
  try {
    return JSON.parse(text || '{}') as unknown;
  } catch {
    throw new CodedError('invalid-request', 'The body is not JSON.');
  }
}

/** Stops reading at the limit: a body may be longer than it said, or say nothing. */
async function readBounded({ body, headers }: PayloadRequest): Promise<string> {
  const tooLarge = new CodedError('body-too-large', `At most ${MAX_BODY} bytes.`);
  if (Number(headers.get('content-length')) > MAX_BODY) throw tooLarge;
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_BODY) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function answering(req: PayloadRequest, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CodedError) return problem(error.code, error.message, { extra: error.details });
    req.payload.logger.error({ err: error, msg: 'a verb failed' });
    const refusal = troubleRefusal(error);
    if (refusal) return problem(refusal.code, refusal.message);
    if (isTransient(error))
      return problem('database-unavailable', 'Others were writing all the while. Nothing was changed; try again.');
    return problem('internal-error', 'Something went wrong on our side; nothing was changed.');
  }
}
