import { NO_STORE } from '../http/caching.ts';
import { RETRY_AFTER } from '../http/failure.ts';
import { READ_METHODS } from '../http/methods.ts';
import { respondWith } from '../http/representation.ts';
import { ERROR_STATUS } from '../../model/errors.ts';
import { isDatabaseAway } from '../../model/database-away.ts';
import { troubleRefusal } from '../../model/database-trouble.ts';
import { IntegrityError } from '../../release-log/integrity.ts';
import { LibraryUnreadable } from '../../release-log/readable-library.ts';
import { renderMessage } from './messages.tsx';
import type { PageSettings } from './page.tsx';

/** 405 for a method that a reading page does not have (RFC 9110 §15.5.6). */
export const methodNotAllowed = (request: Request, settings: PageSettings): Promise<Response> =>
  answer(request, settings, {
    title: 'This address can only be read',
    text: `It answers ${READ_METHODS}.`,
    status: 405,
    headers: { Allow: READ_METHODS },
  });

/** 503 when the log cannot be read or does not verify, what the database's trouble answers, else 500. Never says more than that; never kept by a cache. */
export function failed(request: Request, settings: PageSettings, error: unknown): Promise<Response> {
  if (error instanceof IntegrityError) {
    return answer(request, settings, {
      title: 'This text cannot be shown',
      text: 'What is stored here is not what clinicians approved, so we do not show it (integrity). We have been told.',
      status: 503,
      headers: {},
    });
  }
  const refusal = troubleRefusal(error);
  if (refusal) {
    return answer(request, settings, {
      title: 'We cannot take that right now',
      text: 'Nothing was saved. Please try again in a few minutes.',
      status: ERROR_STATUS[refusal.code],
      headers: RETRY_AFTER,
    });
  }
  if (error instanceof LibraryUnreadable) {
    return answer(request, settings, {
      title: 'This page cannot be shown right now',
      text: 'We cannot check that it is still valid, so we do not show it. Please try again in a few seconds.',
      status: 503,
      headers: RETRY_AFTER,
    });
  }
  return isDatabaseAway(error)
    ? answer(request, settings, {
        title: 'We cannot answer that right now',
        text: 'If you sent us something, we may not have it. Please try again in a few minutes.',
        status: 503,
        headers: RETRY_AFTER,
      })
    : answer(request, settings, {
        title: 'Something went wrong on our side',
        text: 'The error was recorded. Please try again later.',
        status: 500,
        headers: {},
      });
}

async function answer(
  request: Request,
  settings: PageSettings,
  { title, text, status, headers }: { title: string; text: string; status: number; headers: Record<string, string> },
): Promise<Response> {
  const rendered = await renderMessage({ title, status, children: <p>{text}</p> }, settings);
  return respondWith(request, rendered.representation, {
    status,
    headers: { ...rendered.headers, 'Cache-Control': NO_STORE, ...headers },
  });
}
