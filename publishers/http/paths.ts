/**
 * A path as a channel declares it: literal segments, and `:name` for a segment of any text, which may have a
 * literal end (`/feeds/:guide.json`). No two declared paths match one address.
 */
export type PathPattern = `/${string}`;

/** Whether a path, still percent-encoded, is one that the pattern declares. */
export function matchesPath(pattern: PathPattern, pathname: string): boolean {
  const declared = pattern.split('/');
  const asked = pathname.split('/');
  return declared.length === asked.length && declared.every((segment, i) => matchesSegment(segment, asked[i] ?? ''));
}

function matchesSegment(declared: string, asked: string): boolean {
  if (!declared.startsWith(':')) return declared === asked;
  const end = /\..*$/.exec(declared)?.[0] ?? '';
  return asked.length > end.length && asked.endsWith(end);
}
