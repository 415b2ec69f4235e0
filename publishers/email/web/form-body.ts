import type { ErrorCode } from '../../../model/errors.ts';

export type FormBody =
  | { status: 'ok'; fields: Record<string, unknown> }
  | { status: 'refused'; code: Extract<ErrorCode, 'body-too-large' | 'unsupported-media-type' | 'invalid-request'> };

const MAX_BYTES = 16 * 1024;

/** The fields of a form (`application/x-www-form-urlencoded`) or of a JSON object, of 16 KiB at most. */
export async function readFormBody(request: Request): Promise<FormBody> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded' && type !== 'application/json') {
    return { status: 'refused', code: 'unsupported-media-type' };
  }
  const text = await readBounded(request);
  if (text === null) return { status: 'refused', code: 'body-too-large' };
  const fields = type === 'application/json' ? parseObject(text) : Object.fromEntries(new URLSearchParams(text));
  return fields ? { status: 'ok', fields } : { status: 'refused', code: 'invalid-request' };
}

/** Null as soon as the body is longer than allowed, whatever Content-Length says. */
async function readBounded(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return null;
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MAX_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
