import { domainToASCII } from 'node:url';
import { SITE_NAME } from '../wording/site-name.ts';

export interface MailAddress {
  /** as it is put into the envelope: local part as typed, domain in lower case and punycode */
  address: string;
  /** the same person however they typed it: wholly in lower case; unique keys and suppressions use it */
  key: string;
}

export type AddressIssue = 'missing' | 'control-character' | 'too-long' | 'local-part-not-ascii' | 'not-an-address';

/** RFC 5321 §4.5.3.1.3: a path of 256 octets, less the angle brackets. */
const MAX_LENGTH = 254;
/** RFC 5321 §4.5.3.1.1 */
const MAX_LOCAL = 64;
/** RFC 5322 §3.2.3 dot-atom */
const DOT_ATOM = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads one e-mail address as a person types it. International domains become punycode; a local part
 * outside ASCII needs SMTPUTF8 on every hop (RFC 6531), so it is refused with an issue of its own.
 */
export function parseAddress(input: string): MailAddress | { issue: AddressIssue } {
  if (hasControlCharacter(input)) return { issue: 'control-character' };
  const text = input.trim();
  if (text === '') return { issue: 'missing' };
  const at = text.lastIndexOf('@');
  if (at < 1) return { issue: 'not-an-address' };
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1)).toLowerCase();
  if (hasNonAscii(local)) return { issue: 'local-part-not-ascii' };
  if (local.length > MAX_LOCAL || local.length + 1 + domain.length > MAX_LENGTH) return { issue: 'too-long' };
  if (!DOT_ATOM.test(local) || !isMailDomain(domain)) return { issue: 'not-an-address' };
  const address = `${local}@${domain}`;
  return { address, key: address.toLowerCase() };
}

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

const hasNonAscii = (text: string) => Array.from(text).some((char) => char.charCodeAt(0) > 126);
const hasControlCharacter = (text: string) =>
  Array.from(text).some((char) => char.charCodeAt(0) < 32 || char.charCodeAt(0) === 127);

function isMailDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}
