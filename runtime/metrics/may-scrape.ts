import { timingSafeEqual, createHash } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';

/** Loopback, private and link-local networks (RFC 1122 §3.2.1.3, RFC 1918, RFC 3927, RFC 4193, RFC 4291 §2.5.6). */
const NEAR = new BlockList();
NEAR.addSubnet('127.0.0.0', 8, 'ipv4');
NEAR.addSubnet('10.0.0.0', 8, 'ipv4');
NEAR.addSubnet('172.16.0.0', 12, 'ipv4');
NEAR.addSubnet('192.168.0.0', 16, 'ipv4');
NEAR.addSubnet('169.254.0.0', 16, 'ipv4');
NEAR.addAddress('::1', 'ipv6');
NEAR.addSubnet('fc00::', 7, 'ipv6');
NEAR.addSubnet('fe80::', 10, 'ipv6');

interface Asker {
  /** address of the connection's other end, as this process sees it; null when it does not know */
  peer: string | null;
  /** `X-Forwarded-For`, as it came */
  forwardedFor: string | null;
  /** `Authorization`, as it came */
  authorization: string | null;
}

/**
 * Who may read the figures of operation: whoever has the token, or whoever asks from near. A proxy is near itself, so
 * everybody that it speaks for must be too; an address that is none counts as far.
 */
export function mayScrape({ peer, forwardedFor, authorization }: Asker, token: string | null): boolean {
  if (token !== null && authorization !== null && isSame(authorization, `Bearer ${token}`)) return true;
  const hops = forwardedFor === null ? [] : forwardedFor.split(',').map((hop) => hop.trim());
  return peer !== null && [peer, ...hops].every(isNear);
}

function isNear(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  try {
    return NEAR.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  } catch {
    return false;
  }
}

/** In the same time, whatever is compared. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
