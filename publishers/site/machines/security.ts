/** How long the file may be relied on: RFC 9116 §2.5.5 asks for less than a year. */
const DAYS = 180;

/**
 * `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness. `contact` is a `mailto:` or `https:` address,
 * `today` a UTC day.
 */
export function securityText({ contact, siteUrl, today }: { contact: string; siteUrl: string; today: string }): string {
  const expires = new Date(Date.parse(today) + DAYS * 86_400_000);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
