import { withPayload } from '@payloadcms/next/withPayload';

/** @type {import('next').NextConfig} */
const config = {
  // Bodies are compressed once per release by the publishers (ADR 0001).
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`, once.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['libsql', '@libsql/client', 'sharp', 'nodemailer', 'lexical', 'html-to-text', 'css-tree'],
};

const payload = withPayload(config);

export default {
  ...payload,
  // Payload asks every browser for client hints; on reading pages that costs a second request.
  headers: async () =>
    ((await payload.headers?.()) ?? []).map((rule) =>
      rule.source === '/:path*' ? { ...rule, source: '/admin/:path*' } : rule,
    ),
};
