/** An origin that nobody has: a link that stays on it is a path of the site that shows it. */
const HERE = 'https://same-site.invalid';
const SCHEMES = new Set(['https:', 'mailto:', 'tel:']);

/**
 * Where text may lead readers: https, mail, telephone, or a path of the same site. Judged as a browser reads it (URL
 * standard): `/\t/evil.example` and `/\evil.example` are another site's address, and `https://us@them` shows a name that
 * it does not lead to. Never `javascript:` or `data:` (OWASP XSS prevention, rule 5).
 */
export function isSafeHref(href: string): boolean {
  const given = href.trim();
  const isPath = given.startsWith('/');
  const base = isPath ? HERE : undefined;
  if (!URL.canParse(given, base)) return false;
  const { protocol, origin, username, password } = new URL(given, base);
  if (username !== '' || password !== '') return false;
  return isPath ? origin === HERE : SCHEMES.has(protocol);
}
