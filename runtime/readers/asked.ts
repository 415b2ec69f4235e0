import type { IncomingMessage } from 'node:http';

/** What a request is for. */
interface AskedFor {
  /** path and query */
  path: string;
  host: string;
}

const ABSOLUTE = /^https?:\/\/([^/?#]*)([^]*)$/i;

/**
 * Path and host of a request (RFC 9112 §3.2): an absolute address names its host itself, and HTTP/1.0 need not name
 * one. Null for what must be refused: several hosts, or an address whose host is none.
 */
export function askedFor({ url = '/', rawHeaders }: IncomingMessage): AskedFor | null {
  const hosts = rawHeaders.filter((_, i) => i % 2 === 1 && isHost(rawHeaders[i - 1]));
  if (hosts.length > 1) return null;
  const [absolute, authority = '', rest = ''] = ABSOLUTE.exec(url) ?? [];
  if (absolute === undefined) return { path: url, host: hosts[0] ?? 'localhost' };
  if (authority === '' || authority.includes('@')) return null;
  return { path: rest.startsWith('/') ? rest : `/${rest}`, host: authority };
}

export const isHost = (name: string | undefined): boolean => name?.length === 4 && name.toLowerCase() === 'host';
