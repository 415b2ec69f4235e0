import { createHash } from 'node:crypto';
import { PART_STYLES } from './part-styles.ts';
import { STYLES } from './styles.ts';

const styleHashes = [STYLES, ...PART_STYLES].map((sheet) => createHash('sha256').update(sheet).digest('base64'));

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src ${styleHashes.map((hash) => `'sha256-${hash}'`).join(' ')}`,
  "script-src 'inline-speculation-rules'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The headers of every HTML answer; `indexed: false` adds `X-Robots-Tag: noindex`. */
export const pageHeaders = ({ cache, indexed }: { cache: string; indexed: boolean }): Record<string, string> => ({
  'Cache-Control': cache,
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  // Not `no-referrer`: it would turn the Origin of our own form posts into `null` (Fetch, "append a request Origin header").
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  ...(indexed ? {} : { 'X-Robots-Tag': 'noindex' }),
});
