/** The id of the key that a compact JWS names in its header; null when it names none. */
export function keyIdOf(jws: string): string | null {
  try {
    const header: unknown = JSON.parse(Buffer.from(jws.split('.', 1)[0] ?? '', 'base64url').toString());
    const kid: unknown = typeof header === 'object' && header !== null ? Reflect.get(header, 'kid') : null;
    return typeof kid === 'string' ? kid : null;
  } catch {
    return null;
  }
}
