/**
 * What a browser is told with every page of the admin, and of the API that https is all there is. The API's own
 * headers are the door's (`app/(payload)/api/door.ts`), readers' pages have theirs from the channels. `nonce` is asked
 * once for a page.
 */
export function staffHeaders(
  target: string,
  { https, nonce }: { https: boolean; nonce: () => string },
): Readonly<Record<string, string>> {
  const path = target.split('?', 1)[0] ?? '';
  const isUnder = (folder: string) => path === folder || path.startsWith(`${folder}/`);
  if (!isUnder('/admin') && !isUnder('/api')) return {};
  return { ...(https ? HTTPS_ONLY : {}), ...(isUnder('/admin') ? ofTheAdmin(nonce()) : {}) };
}

/** A year, as browsers keep it. Other names of the domain are not ours to speak for. */
const HTTPS_ONLY = { 'Strict-Transport-Security': 'max-age=31536000' };

/**
 * Next finds the nonce in the policy of a request, and puts it on the scripts that it writes into the page. Payload
 * writes styles into its pages. Nothing comes from elsewhere, and nobody frames them.
 */
const policyWith = (nonce: string): readonly string[] => [
  "default-src 'self'",
  `script-src 'self' 'nonce-${nonce}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

const ofTheAdmin = (nonce: string) => ({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': policyWith(nonce).join('; '),
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
});
