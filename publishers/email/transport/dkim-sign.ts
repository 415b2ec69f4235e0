import { createHash, sign, type KeyObject } from 'node:crypto';
import { foldLines } from 'nodemailer/lib/mime-funcs';
import { headerFields, relaxedHeader } from './dkim-relaxed.ts';

export interface DkimKey {
  domainName: string;
  keySelector: string;
  key: KeyObject;
  /** of the headers to sign, divided by colons */
  names: string;
}

/**
 * The header that signs these headers and this body (RFC 6376), rsa-sha256 and relaxed as nodemailer's, which needs
 * five streams for it. `head` ends with a line break, `canonical` is the body in relaxed form; both one character per byte.
 * Throws what the key throws.
 */
export function signHeaders(head: string, canonical: string, { domainName, keySelector, key, names }: DkimKey): string {
  const last = new Map(headerFields(head).map((field) => [nameOf(field), relaxedHeader(field)]));
  const signed = names
    .toLowerCase()
    .split(':')
    .filter((name) => last.has(name));
  const bodyHash = createHash('sha256').update(canonical, 'latin1').digest('base64');
  const tags = ['v=1', 'a=rsa-sha256', 'c=relaxed/relaxed', `d=${domainName}`, 'q=dns/txt', `s=${keySelector}`];
  const unsigned = `${foldLines(`DKIM-Signature: ${[...tags, `bh=${bodyHash}`, `h=${signed.join(':')}`].join('; ')}`, 76)};\r\n b=`;
  const data = [...signed.map((name) => last.get(name)), relaxedHeader(unsigned)].join('\r\n');
  const signature = sign('RSA-SHA256', Buffer.from(data, 'latin1'), key).toString('base64');
  return `${unsigned}${signature.replace(/(^.{73}|.{75}(?!$))/g, '$&\r\n ')}\r\n`;
}

const nameOf = (field: string): string => field.slice(0, field.indexOf(':')).trim().toLowerCase();
