import { createHash } from 'node:crypto';
import { STYLES } from './styles.ts';

const styleHash = createHash('sha256').update(STYLES).digest('base64');

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "script-src 'inline-speculation-rules'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * For pages that anyone may see. A shared cache may answer for one second and a browser must ask each
 * time: a withdrawal has to be gone everywhere within a second (DESIGN §5), and the ETag makes asking cheap.
 */
export const PUBLIC_CACHE = 'public, max-age=0, s-maxage=1, must-revalidate';

/** For pages that belong to one person, and for errors. */
export const NO_STORE = 'private, no-store';

/** The headers of every HTML answer; `indexed: false` adds `X-Robots-Tag: noindex`. */
export const pageHeaders = ({ cache, indexed }: { cache: string; indexed: boolean }): Record<string, string> => ({
  'Cache-Control': cache,
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  // Not `no-referrer`: it would turn the Origin of our own form posts into `null` (Fetch, "append a request Origin header").
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  ...(indexed ? {} : { 'X-Robots-Tag': 'noindex' }),
});
