import type { PathPattern } from '../http/paths.ts';
import { ICON_PATHS } from './icons.ts';

/** Addresses of the site that are for programs: no page stands there, nobody reads them. */
export const MACHINE_PATHS: readonly PathPattern[] = [
  '/figures/:sha256.webp',
  '/figures/:sha256.png',
  '/figures/:sha256.jpg',
  '/sitemap.xml',
  '/sitemaps/:page.xml',
  '/robots.txt',
  '/llms.txt',
  '/site.webmanifest',
  '/.well-known/security.txt',
  '/og/:seq.png',
  ...ICON_PATHS,
];
