import { NO_STORE } from '../html/headers.ts';
import { respondWith } from '../http/representation.ts';
import { LibraryUnreadable } from './readable-library.ts';
import { renderMessage, type PageContext } from './render.tsx';

export const ALLOWED = 'GET, HEAD, OPTIONS';
const RETRY_AFTER_SECONDS = '5';

/** 405 for a method that a reading page does not have (RFC 9110 §15.5.6). */
export const methodNotAllowed = (request: Request, context: PageContext): Promise<Response> =>
  answer(request, context, {
    title: 'This address can only be read',
    text: `It answers ${ALLOWED}.`,
    status: 405,
    headers: { Allow: ALLOWED },
  });

/** 503 when the log cannot be read, else 500. Never says more than that; never kept by a cache. */
export const failed = (request: Request, context: PageContext, error: unknown): Promise<Response> =>
  error instanceof LibraryUnreadable
    ? answer(request, context, {
        title: 'This page cannot be shown right now',
        text: 'We cannot check that it is still valid, so we do not show it. Please try again in a few seconds.',
        status: 503,
        headers: { 'Retry-After': RETRY_AFTER_SECONDS },
      })
    : answer(request, context, {
        title: 'Something went wrong on our side',
        text: 'The error was recorded. Please try again later.',
        status: 500,
        headers: {},
      });

async function answer(
  request: Request,
  context: PageContext,
  { title, text, status, headers }: { title: string; text: string; status: number; headers: Record<string, string> },
): Promise<Response> {
  const rendered = await renderMessage({ title, status, children: <p>{text}</p> }, context);
  return respondWith(request, rendered.representation, {
    status,
    headers: { ...rendered.headers, 'Cache-Control': NO_STORE, ...headers },
  });
}
