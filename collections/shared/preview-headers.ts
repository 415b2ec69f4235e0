/**
 * What every answer with a preview says: to be kept and listed by nobody, to be framed by the admin alone, and that
 * nothing in it may run or be sent. Its pictures are asked for with the session, so it keeps its origin; without scripts
 * that opens nothing.
 */
export const previewHeaders = (type: string, siteUrl: string): Record<string, string> => ({
  'Content-Type': type,
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'X-Frame-Options': 'SAMEORIGIN',
  'Content-Security-Policy': [
    "default-src 'none'",
    // The documents bring their styles with them.
    "style-src 'unsafe-inline'",
    `img-src 'self' data: ${siteUrl}`.trim(),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  ].join('; '),
});
