import { createHash, createPublicKey, createVerify } from 'node:crypto';
import { composeMail, type DkimOptions } from './compose.ts';

/**
 * Signs a mail as every mail is signed and verifies it against the key's own public half. Null when it holds, else why not
 * in a sentence: nodemailer sends unsigned, without an error, when it cannot sign.
 */
export async function proveDkim(dkim: DkimOptions, mailFrom: string): Promise<string | null> {
  const { raw } = await composeMail(
    {
      messageId: `<probe@${dkim.domainName}>`,
      date: new Date(0),
      from: mailFrom,
      to: `probe@${dkim.domainName}`,
      subject: 'Probe',
      html: '<p>Probe</p>',
      text: 'Probe',
      headers: {},
    },
    dkim,
  );
  const mail = raw.toString('latin1');
  const { domain, verified } = verifyWith(mail, dkim.privateKey);
  if (domain === null) return 'nothing can be signed with this key: mail would go out unsigned';
  if (!verified) return 'a signature by this key does not verify against its own public key';
  return domain === dkim.domainName ? null : `mail is signed for ${domain}, not for ${dkim.domainName}`;
}

/** RFC 6376 §6.1.3 with the one canonicalisation that we sign with: relaxed, for headers and body. */
function verifyWith(mail: string, privateKey: string): { domain: string | null; verified: boolean } {
  const end = mail.indexOf('\r\n\r\n');
  const headers = mail.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = headers.find((line) => /^dkim-signature:/i.test(line));
  if (!signature) return { domain: null, verified: false };
  const tags = tagsOf(signature.slice(signature.indexOf(':') + 1));
  const domain = tags.get('d') ?? '';
  const bodyHash = createHash('sha256')
    .update(relaxedBody(mail.slice(end + 4)), 'latin1')
    .digest('base64');
  if (tags.get('bh') !== bodyHash) return { domain, verified: false };
  const signed = (tags.get('h') ?? '').split(':').flatMap((name) => {
    const found = headers.findLast((line) => line.toLowerCase().startsWith(`${name.trim().toLowerCase()}:`));
    return found ? [`${relaxedHeader(found)}\r\n`] : [];
  });
  const own = relaxedHeader(signature.replace(/([;:\s]b=)[^;]*/, '$1'));
  const verified = createVerify('RSA-SHA256')
    .update(signed.join('') + own, 'latin1')
    .verify(createPublicKey(privateKey), tags.get('b') ?? '', 'base64');
  return { domain, verified };
}

/** `name=value; …` without white space, which may stand anywhere in base64. */
export function tagsOf(text: string): Map<string, string> {
  const pairs = text.split(';').map((part) => part.split(/=(.*)/s));
  return new Map(pairs.map(([name = '', value = '']) => [name.trim(), value.replace(/\s/g, '')]));
}

/** RFC 6376 §3.4.2 */
function relaxedHeader(line: string): string {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).replace(/\s+/g, ' ');
  return `${line.slice(0, colon).trim().toLowerCase()}:${value.trim()}`;
}

/** RFC 6376 §3.4.4 */
function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  const text = lines.join('\r\n').replace(/(\r\n)+$/, '');
  return text === '' ? '' : `${text}\r\n`;
}
