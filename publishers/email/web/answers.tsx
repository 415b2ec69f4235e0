import Negotiator from 'negotiator';
import type { ReactNode } from 'react';
import { ERROR_STATUS, type ErrorCode } from '../../../model/errors.ts';
import { renderPage, type PageSettings } from '../../html/page.tsx';
import { htmlRepresentation } from '../../html/rendered.ts';
import { problem } from '../../http/problem.ts';
import { respondWith } from '../../http/representation.ts';

export interface PersonalPage {
  title: string;
  status?: number;
  children: ReactNode;
  headers?: Record<string, string>;
}

/** A page for one person: in no cache and in no search engine. */
export async function personalPage(
  request: Request,
  { siteUrl, demo, emergency }: PageSettings,
  { title, status = 200, children, headers = {} }: PersonalPage,
): Promise<Response> {
  const body = (
    <>
      <h1>{title}</h1>
      {children}
    </>
  );
  const page = await renderPage({ siteUrl, demo, emergency, title, description: title, path: null, children: body });
  return respondWith(request, htmlRepresentation(page.html), {
    status,
    headers: { ...page.headers, ...headers },
  });
}

/** A refusal: problem JSON for programs, a readable page for people. */
export function refuse(
  request: Request,
  settings: PageSettings,
  {
    code,
    title,
    text,
    headers = {},
  }: { code: ErrorCode; title: string; text: string; headers?: Record<string, string> },
): Promise<Response> {
  if (wantsJson(request)) return Promise.resolve(problem(code, text, { headers }));
  return personalPage(request, settings, {
    title,
    status: ERROR_STATUS[code],
    children: <p className="lede">{text}</p>,
    headers,
  });
}

/** True for programs that ask for JSON and not for a page. */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '*/*';
  const best = new Negotiator({ headers: { accept } }).mediaType([
    'text/html',
    'application/json',
    'application/problem+json',
  ]);
  return best !== undefined && best !== 'text/html';
}

export const methodNotAllowed = (request: Request, settings: PageSettings, allow: string): Promise<Response> =>
  refuse(request, settings, {
    code: 'method-not-allowed',
    title: 'This does not work at this address',
    text: `It answers ${allow}.`,
    headers: { Allow: allow },
  });

export const unknownToken = (request: Request, settings: PageSettings): Promise<Response> =>
  refuse(request, settings, {
    code: 'invalid-token',
    title: 'This link does not work',
    text: 'It may have been cut short on its way, or what it belonged to has been erased. Open it from the mail again.',
  });

/** A button that posts to the page's own address. */
export const PostButton = ({
  label,
  action,
  name = 'action',
}: {
  label: string;
  action?: string;
  name?: string;
}): ReactNode => (
  <form method="post">
    {action && <input type="hidden" name={name} value={action} />}
    <p>
      <button type="submit" className="button">
        {label}
      </button>
    </p>
  </form>
);
