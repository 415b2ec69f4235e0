import { SITE_NAME } from '../wording/site-name.ts';
import { parseAddress } from './address.ts';

export interface Sender {
  name: string;
  address: string;
  domain: string;
}

/** MAIL_FROM taken apart: `Name <address>` or an address alone. Throws TypeError when it holds no address. */
export function senderOf(mailFrom: string): Sender {
  const match = /^\s*(?:"?([^"<]*?)"?\s*)<([^<>]+)>\s*$/.exec(mailFrom);
  const parsed = parseAddress(match?.[2] ?? mailFrom);
  if ('issue' in parsed) throw new TypeError(`MAIL_FROM: ${parsed.issue}`);
  return {
    name: match?.[1]?.trim() || SITE_NAME,
    address: parsed.address,
    domain: parsed.address.slice(parsed.address.lastIndexOf('@') + 1),
  };
}
