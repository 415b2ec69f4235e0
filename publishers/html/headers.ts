import { createHash } from 'node:crypto';

const policyFor = (styles: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
    "script-src 'inline-speculation-rules'",
    "img-src 'self'",
    "manifest-src 'self'",
    // No script runs that could connect. Auditors (Lighthouse) look at robots.txt from inside the page.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The headers of every HTML answer: only this page's own styles may apply; `indexed: false` adds `X-Robots-Tag: noindex`. */
export const pageHeaders = ({
  cache,
  indexed,
  styles,
}: {
  cache: string;
  indexed: boolean;
  /** what stands in the one style element */
  styles: string;
}): Record<string, string> => ({
  'Cache-Control': cache,
  'Content-Security-Policy': policyFor(styles),
  // Not `no-referrer`: it would turn the Origin of our own form posts into `null` (Fetch, "append a request Origin header").
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  ...(indexed ? {} : { 'X-Robots-Tag': 'noindex' }),
});
