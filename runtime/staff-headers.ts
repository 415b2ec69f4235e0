/**
 * What a browser is told with every page of the admin, and of the API that https is all there is. The API's own
 * headers are the door's (`app/(payload)/api/door.ts`), readers' pages have theirs from the channels.
 */
export function staffHeaders(target: string, { https }: { https: boolean }): Readonly<Record<string, string>> {
  const path = target.split('?', 1)[0] ?? '';
  const isUnder = (folder: string) => path === folder || path.startsWith(`${folder}/`);
  if (!isUnder('/admin') && !isUnder('/api')) return {};
  return { ...(https ? HTTPS_ONLY : {}), ...(isUnder('/admin') ? OF_THE_ADMIN : {}) };
}

/** A year, as browsers keep it. Other names of the domain are not ours to speak for. */
const HTTPS_ONLY = { 'Strict-Transport-Security': 'max-age=31536000' };

/** Next and Payload write scripts and styles into their pages; nothing comes from elsewhere, and nobody frames them. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

const OF_THE_ADMIN = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': POLICY.join('; '),
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
