import { CodedError } from '../../model/errors.ts';

/**
 * More than can be typed into the form: at most nine bytes for each character, once the browser has written it for its
 * way. As `deploy/nginx.conf` and `runtime/readers/body-limit.ts` have it.
 */
const MAX_BYTES = 2 * 1024 * 1024;
const MOST_FIELDS = 1000;

/** What was typed into a posted form, by field, with line ends as they were typed. Throws `unsupported-media-type`, or `body-too-large` as soon as it is. */
export async function readExpertForm(request: Request): Promise<Record<string, string>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw new CodedError('unsupported-media-type', 'Answer with the form on this page.');
  const fields = [...new URLSearchParams(await readBounded(request))].flatMap(([name, value]) =>
    value === '' ? [] : [[name, value.replaceAll('\r\n', '\n')] as const],
  );
  if (fields.length > MOST_FIELDS) throw tooLarge();
  return Object.fromEntries(fields);
}

const tooLarge = () =>
  new CodedError('body-too-large', `An answer has at most ${MAX_BYTES / (1024 * 1024)} MiB. Nothing was saved.`);

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
