import { PUBLIC_CACHE } from '../http/caching.ts';
import type { Rendered } from '../http/representation.ts';
import { toRepresentation, type Representation } from '../http/representation.ts';

export const htmlRepresentation = (html: string): Representation => toRepresentation(html, 'text/html; charset=utf-8');

/** A rendered page as an answer that anyone may have; also one that search engines may not list. */
export const publicAnswer = (page: { html: string; headers: Record<string, string> }, status = 200): Rendered => ({
  representation: htmlRepresentation(page.html),
  status,
  headers: { ...page.headers, 'Cache-Control': PUBLIC_CACHE },
});
