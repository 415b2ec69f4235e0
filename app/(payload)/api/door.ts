import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload';
import { asOneAsk } from '../../../database/one-ask.ts';
import { persevere, TransientError } from '../../../database/transact.ts';
import { CodedError } from '../../../model/errors.ts';
import { problem } from '../../../publishers/http/problem.ts';
import { bodyLimit } from '../../../runtime/readers/body-limit.ts';
import { asProblem, type Said } from './as-problem.ts';

type Handle = (request: Request) => Promise<Response>;

/**
 * The door to Payload's API: refuses what Payload would take from strangers or break on, runs a save again that
 * another transaction was in the way of, and says every refusal as a problem (RFC 9457) beside Payload's own members.
 */
export function door(config: Promise<SanitizedConfig>, handle: Handle): Handle {
  return async (request) => {
    try {
      const { csrf, collections } = await config;
      refuseForeign(request, csrf);
      refuseNowhere(new URL(request.url).pathname, collections);
      return dressed(await answered(config, handle, request), IS_PREVIEW.test(new URL(request.url).pathname));
    } catch (error) {
      if (error instanceof CodedError) return dressed(problem(error.code, error.message));
      if (error instanceof TransientError) {
        return dressed(problem('database-unavailable', error.message));
      }
      if (error instanceof SyntaxError || error instanceof URIError) {
        return dressed(problem('invalid-request', 'The request cannot be read.'));
      }
      console.error(error);
      return dressed(problem('internal-error', 'Something went wrong on our side.'));
    }
  };
}

/** A verb runs again by itself, and reads its short body itself. */
const IS_VERB = /^\/api\/[^/]+\/(?!versions\/)[^/]+\/(?!duplicate)[^/]+$/;

async function answered(queue: object, handle: Handle, request: Request): Promise<Response> {
  const { url, method, headers, signal } = request;
  const { pathname } = new URL(url);
  if (CHANGES_NOTHING.has(method) || IS_VERB.test(pathname)) return said(await handle(request));
  // A deletion has none.
  const body = request.body && (await readWhole(request.body, bodyLimit(pathname)));
  // Each attempt reads the request anew: Payload reads its body, and writes to it.
  const attempt = async () => said(await handle(new Request(url, { method, headers, signal, body })));
  return asOneAsk(() => persevere(queue, attempt, Math.random));
}

const said = (response: Response): Promise<Response> =>
  asProblem(response, ({ again, code }: Said) => {
    // Of a file that is not there Payload says that something went wrong. What did go wrong has a code.
    if (response.status === 500 && code === undefined) throw new CodedError('not-found', 'There is no such file.');
    if (again === true) throw new TransientError('Somebody else was saving at the same moment; try again.');
  });

async function readWhole(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) throw new CodedError('body-too-large', `At most ${limit} bytes.`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A browser says on whose page a form or script was; who is no browser says nothing. */
function refuseForeign({ method, headers }: Request, own: readonly string[]): void {
  const origin = headers.get('origin');
  if (CHANGES_NOTHING.has(method) || origin === null || own.includes(origin)) return;
  throw new CodedError('not-allowed', 'Another site may not ask this.');
}

/** Addresses that Payload has for every collection, and breaks on for those without what they are for. */
function refuseNowhere(pathname: string, collections: SanitizedCollectionConfig[]): void {
  const [, , slug = '', part] = pathname.split('/').map(decodeURIComponent);
  // Payload looks collections up in an object and takes what every object has (`__proto__`) for one of them.
  if (slug in Object.prototype) throw new CodedError('not-found', 'There is nothing at this address.');
  const collection = collections.find((each) => each.slug === slug);
  const isMissing =
    (part === 'versions' && !collection?.versions) || (part === 'verify' && collection?.auth.verify !== true);
  if (collection && isMissing) throw new CodedError('not-found', 'There is nothing at this address.');
}

const WORN = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** The admin frames it: how it may be says `collections/shared/preview-headers.ts`, of these addresses alone. */
const IS_PREVIEW = /^\/api\/[^/]+\/[^/]+\/preview(\/figures\/[^/]+)?$/;
const FRAMING = new Set(['Content-Security-Policy', 'X-Frame-Options']);

function dressed(response: Response, isPreview = false): Response {
  const headers = new Headers(response.headers);
  const framesItself = isPreview && response.ok && headers.has('Content-Security-Policy');
  for (const [name, value] of Object.entries(WORN)) if (!framesItself || !FRAMING.has(name)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
