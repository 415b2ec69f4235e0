import { createPublicKey, type KeyObject } from 'node:crypto';
import { tagsOf } from './dkim-probe.ts';
import type { DkimOptions } from './compose.ts';

/** `resolveTxt` of a `dns.promises.Resolver`, or anything that answers like it. */
type ResolveTxt = (name: string) => Promise<string[][]>;

/**
 * Compares the DNS record that receivers verify our mail with (RFC 6376 §3.6.2) with the key that we sign with. Null
 * when they belong together, else what is wrong in a sentence.
 */
export async function checkDkimRecord(resolveTxt: ResolveTxt, dkim: DkimOptions): Promise<string | null> {
  const name = `${dkim.keySelector}._domainkey.${dkim.domainName}`;
  const answer = await resolveTxt(name).catch((error: unknown) => String(error));
  if (typeof answer === 'string') return `${name} cannot be looked up: ${answer}`;
  const records = answer.map((parts) => tagsOf(parts.join(''))).filter((tags) => tags.has('p'));
  const [record, ...more] = records;
  if (!record) return `${name} has no TXT record with a key in it`;
  if (more.length > 0) return `${name} has ${records.length} records; receivers take any of them, or none`;
  const published = record.get('p') ?? '';
  if (published === '') return `${name} says that the key is revoked`;
  if ((record.get('k') ?? 'rsa') !== 'rsa') return `${name} holds a key of kind ${record.get('k')}, ours is rsa`;
  const own = createPublicKey(dkim.privateKey);
  if (!spellingsOf(own).includes(published)) return `${name} holds another key than DKIM_PRIVATE_KEY`;
  return record.get('t')?.split(':').includes('y')
    ? `${name} is marked as a test (t=y): receivers treat the mail as unsigned`
    : null;
}

/** The usual form, and the one of RFC 6376 itself without the frame around it. */
const spellingsOf = (key: KeyObject): string[] =>
  [key.export({ type: 'spki', format: 'der' }), key.export({ type: 'pkcs1', format: 'der' })].map((der) =>
    der.toString('base64'),
  );
