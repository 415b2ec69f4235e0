import { createHash, createPublicKey, createVerify } from 'node:crypto';
import type { OutgoingMail } from '../mail-transport.ts';
import { createComposer, type DkimOptions } from './compose.ts';
import { headerFields, relaxedBody, relaxedHeader } from './dkim-relaxed.ts';

/**
 * Signs a mail as every mail is signed and verifies it against the key's own public half. Null when it holds, else why not
 * in a sentence: nodemailer sends unsigned, without an error, when it cannot sign.
 */
export async function proveDkim(dkim: DkimOptions, mailFrom: string): Promise<string | null> {
  const compose = createComposer(dkim);
  const probe: OutgoingMail = {
    messageId: `<probe@${dkim.domainName}>`,
    date: new Date(0),
    from: mailFrom,
    to: `probe@${dkim.domainName}`,
    subject: 'Probe',
    html: '<p>Probe</p>',
    text: 'Probe',
    headers: {},
  };
  // By itself and as one of many: nodemailer signs the one, we the other.
  return (await proveOf(probe)) ?? proveOf({ ...probe, marks: {} });

  async function proveOf(mail: OutgoingMail): Promise<string | null> {
    return wrongWith((await compose(mail)).raw.toString('latin1'), dkim);
  }
}

function wrongWith(mail: string, dkim: DkimOptions): string | null {
  const { domain, verified } = verifyWith(mail, dkim.privateKey);
  if (domain === null) return 'nothing can be signed with this key: mail would go out unsigned';
  if (!verified) return 'a signature by this key does not verify against its own public key';
  return domain === dkim.domainName ? null : `mail is signed for ${domain}, not for ${dkim.domainName}`;
}

/** RFC 6376 §6.1.3 with the one canonicalisation that we sign with: relaxed, for headers and body. */
function verifyWith(mail: string, privateKey: string): { domain: string | null; verified: boolean } {
  const end = mail.indexOf('\r\n\r\n');
  const headers = headerFields(mail.slice(0, end));
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
