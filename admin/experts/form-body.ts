import { CodedError } from '../../model/errors.ts';

const MAX_BYTES = 60 * 1024;
const MOST_FIELDS = 200;

/** The fields of a posted form. Throws `unsupported-media-type`, or `body-too-large` as soon as it is. */
export async function readExpertForm(request: Request): Promise<Record<string, string>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw new CodedError('unsupported-media-type', 'Answer with the form on this page.');
  const fields = [...new URLSearchParams(await readBounded(request))];
  if (fields.length > MOST_FIELDS) throw tooLarge();
  return Object.fromEntries(fields);
}

const tooLarge = () =>
  new CodedError('body-too-large', `An answer has at most ${MAX_BYTES / 1024} KiB. Nothing was saved.`);

/** Stops reading at the limit: a body may be longer than it said, or say nothing. */
async function readBounded({ body, headers }: Request): Promise<string> {
  if (Number(headers.get('content-length') ?? 0) > MAX_BYTES) throw tooLarge();
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MAX_BYTES) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
