/**
 * Characters that show nothing and steer whatever reads a text: controls, which no mail header may have (RFC 5322
 * §2.2, §3.2.5), the separators of lines and paragraphs, and what turns the direction of the text around it (Unicode
 * Technical Report 36, §3.1).
 */
const CONTROLS = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;
const BETWEEN_LINES = new Set(['\n', '\r', '\t']);

/** The first such character in a text, as `U+0007`; null when there is none. `lines`: the text may have several. */
export function controlIn(text: string, { lines }: { lines: boolean }): string | null {
  const found = (text.match(CONTROLS) ?? []).find((character) => !(lines && BETWEEN_LINES.has(character)));
  if (found === undefined) return null;
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
