import { isIPv4, isIPv6 } from 'node:net';

/** The network that an address counts with: itself (IPv4), or its /64, which is what one household has (RFC 6177). */
export function networkOf(client: string | null): string {
  const address = client?.trim().replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return 'unknown';
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const parts = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return parts
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}

/**
 * Whose request it is, by `X-Forwarded-For`: the entry that the outermost trusted proxy wrote. Entries before it are
 * the client's own words. `proxies` is how many stand before the server, which adds the last entry itself.
 */
export function clientOf(forwardedFor: string | null, proxies: number): string | null {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  return entries.at(-1 - proxies) || entries[0] || null;
}
