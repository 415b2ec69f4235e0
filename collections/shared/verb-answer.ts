import type { PayloadRequest } from 'payload';
import { isTransient } from '../../database/transact.ts';
import { troubleRefusal } from '../../model/database-trouble.ts';
import { CodedError } from '../../model/errors.ts';
import { problem } from '../../publishers/http/problem.ts';

const MAX_BODY = 64 * 1024;

/** The JSON of a body of at most `most` bytes; an empty one is an object without members. Throws CodedError. */
export async function readJson(req: PayloadRequest, most = MAX_BODY): Promise<unknown> {
  const type = req.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) throw new CodedError('unsupported-media-type', 'Send JSON.');
  const text = await readBounded(req, most);
  try {
    return JSON.parse(text || '{}') as unknown;
  } catch {
    throw new CodedError('invalid-request', 'The body is not JSON.');
  }
}

/** Stops reading at the limit: a body may be longer than it said, or say nothing. */
async function readBounded({ body, headers }: PayloadRequest, most: number): Promise<string> {
  const tooLarge = new CodedError('body-too-large', `At most ${most} bytes.`);
  if (Number(headers.get('content-length')) > most) throw tooLarge;
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What `work` answers, or the problem that it throws; what nobody expected goes to the log. */
export async function answering(req: PayloadRequest, work: () => Promise<Response>): Promise<Response> {
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
