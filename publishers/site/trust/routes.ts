import { GRADES, type Grade } from '../../../release-log/correction-list.ts';
import { POSITION, type PathPattern } from '../../http/paths.ts';

/** Addresses of the pages that say who stands behind the others. */
export const TRUST_PATHS: readonly PathPattern[] = [
  '/clinicians',
  '/clinicians/:slug',
  '/editorial-policy',
  '/corrections',
  '/releases/:seq',
];

export type TrustRoute =
  | { kind: 'clinicians' }
  | { kind: 'clinician'; slug: string; page: number }
  | { kind: 'editorial-policy' }
  | { kind: 'corrections'; grade: Grade | null; page: number }
  | { kind: 'proof'; seq: number };

/** Null for what is no address of these; a page or kind that nobody has is as if it were not asked. */
export function trustRouteOf(pathname: string, search: URLSearchParams): TrustRoute | null {
  if (pathname === '/clinicians') return { kind: 'clinicians' };
  if (pathname === '/editorial-policy') return { kind: 'editorial-policy' };
  if (pathname === '/corrections') {
    const kind = search.get('kind');
    const grade = GRADES.find((known) => known === kind) ?? null;
    return { kind: 'corrections', grade, page: pageOf(search) };
  }
  const [, seq] = /^\/releases\/([^/]{1,20})$/.exec(pathname) ?? [];
  if (seq !== undefined) return POSITION.test(seq) ? { kind: 'proof', seq: Number(seq) } : null;
  const [, name] = /^\/clinicians\/([^/]{1,300})$/.exec(pathname) ?? [];
  const slug = name === undefined ? null : decoded(name);
  return slug === null ? null : { kind: 'clinician', slug, page: pageOf(search) };
}

function pageOf(search: URLSearchParams): number {
  const page = search.get('page') ?? '1';
  return /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
