/**
 * A path as a channel declares it: literal segments, and `:name` for a segment of any text, which may have a
 * literal end (`/feeds/:guide.json`); `:seq` alone is a position in the log. No two declared paths match one address.
 */
export type PathPattern = `/${string}`;

/** Whether a path, still percent-encoded, is one that the pattern declares. */
export function matchesPath(pattern: PathPattern, pathname: string): boolean {
  const declared = pattern.split('/');
  const asked = pathname.split('/');
  return declared.length === asked.length && declared.every((segment, i) => matchesSegment(segment, asked[i] ?? ''));
}

/** A log position as addresses write it. */
export const POSITION = /^[1-9]\d{0,14}$/;

function matchesSegment(declared: string, asked: string): boolean {
  if (!declared.startsWith(':')) return declared === asked;
  if (declared === ':seq') return POSITION.test(asked);
  const end = /\..*$/.exec(declared)?.[0] ?? '';
  return asked.length > end.length && asked.endsWith(end);
}
