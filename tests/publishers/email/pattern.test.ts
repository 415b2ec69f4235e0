import { generateKeyPairSync, randomBytes } from 'node:crypto';
import nodemailer from 'nodemailer';
import { describe, expect, it } from 'vitest';
import type { OutgoingMail } from '../../../publishers/email/mail-transport.ts';
import { putIn } from '../../../publishers/email/marks.ts';
import { createComposer, SIGNED_HEADERS, type DkimOptions } from '../../../publishers/email/transport/compose.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const dkim: DkimOptions = { domainName: 'example.org', keySelector: 'mail', privateKey };

const MARK = '--a-token--'.padEnd(43, '-');
const OTHER = '--other-token--'.padEnd(43, '-');
const token = () => randomBytes(32).toString('base64url');
const link = (before: number, mark = MARK) => `${'x'.repeat(before)}/${mark}`;
/** the mark at each place of a line, so that lines are wrapped before, in and behind it */
const everywhere = Array.from({ length: 160 }, (_, i) => i);
const html = `<p>Où?  ${everywhere.map((i) => `<a href="${link(i)}">a</a> `).join('\t\n')}</p>   ${OTHER}\n\n\n`;
const text = `Plain words.\n.\n${everywhere.map((i) => link(i, i % 2 ? OTHER : MARK)).join('   \n')}\n\n`;

const mail = (over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: '<1@example.org>',
  date: new Date('2026-02-01T09:00:00.000Z'),
  from: 'Imprimatur <course@example.org>',
  to: 'reader@example.net',
  subject: 'Old words.',
  ...{ html, text },
  marks: { [MARK]: token(), [OTHER]: token() },
  headers: {
    'Auto-Submitted': 'auto-generated',
    'List-Id': '<0000.courses.example.org>',
    'List-Unsubscribe': `<https://example.org/unsubscribe/${token()}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  ...over,
});

/** As nodemailer makes it, with everything put in before. */
async function stock(asked: OutgoingMail, baseBoundary: string, key?: DkimOptions): Promise<string> {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { marks = {}, inReplyTo, headers, ...rest } = asked;
  const { message } = await composer.sendMail({
    ...rest,
    ...{ baseBoundary, xMailer: false, html: putIn(asked.html, marks), text: putIn(asked.text, marks) },
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }])),
    ...(inReplyTo ? { inReplyTo, references: [inReplyTo] } : {}),
    ...(key ? { dkim: { ...key, headerFieldNames: SIGNED_HEADERS } } : {}),
  });
  return (message as Buffer).toString('latin1');
}
const boundaryOf = (raw: string): string => /boundary="--_NmP-(.+)-Part_1"/.exec(raw)?.[1] ?? '';

const MAILS: [string, Partial<OutgoingMail>][] = [
  ['plain words', { subject: 'Plain words.' }],
  ['a long address', { to: `${'reader'.repeat(10)}@${'example.'.repeat(12)}example.net` }],
  ['an address of an international domain', { to: 'anna@bücher.example' }],
  ['a sender with a name outside ASCII', { from: 'Größe à la carte <course@example.org>' }],
  ['a long subject outside ASCII', { subject: 'Où ça fait mal? '.repeat(12) }],
  ['an answer', { inReplyTo: `<${'0'.repeat(60)}@example.org>`, messageId: `<${'1'.repeat(60)}@example.org>` }],
  ['no subject', { subject: '' }],
  ['words that need no encoding', { html: `<p>/${MARK}</p>`, text: `Plain\n/${OTHER}\n` }],
  ['words outside ASCII around a mark', { html: `<p>é/${MARK}é</p>`, text: `é/${OTHER}é` }],
];

describe('a mail whose words are the same for many', () => {
  it.each(MAILS)('has the bytes that nodemailer makes of it by itself, signature and all: %s', async (_what, over) => {
    for (const key of [undefined, dkim]) {
      const compose = createComposer(key);
      for (let i = 0; i < 3; i += 1) {
        const asked = mail(over);
        const raw = (await compose(asked)).raw.toString('latin1');
        expect(raw).toBe(await stock(asked, boundaryOf(raw), key));
      }
    }
  });

  it('is encoded once for all of them', async () => {
    const compose = createComposer(dkim);
    const boundaries = [];
    for (let i = 0; i < 3; i += 1) boundaries.push(boundaryOf((await compose(mail())).raw.toString('latin1')));
    expect(new Set(boundaries).size).toBe(1);
    const other = boundaryOf((await compose(mail({ text: 'Other words.' }))).raw.toString('latin1'));
    expect(other).not.toBe(boundaries[0]);
  });

  it.each<[string, Partial<OutgoingMail>]>([
    ['that is not as long as its mark', { marks: { [MARK]: 'short', [OTHER]: token() } }],
    ['that could be wrapped otherwise', { marks: { [MARK]: 'a b,'.padEnd(43, '.'), [OTHER]: token() } }],
    ['less than it has marks', { marks: { [MARK]: token() } }],
    ['in words that base64 hides', { text: `${'ж'.repeat(400)} ${MARK}` }],
    ['where there is but one part', { text: '' }],
  ])('is encoded by itself for something %s', async (_what, over) => {
    const compose = createComposer(dkim);
    const asked = mail(over);
    const frozen = await compose(asked);
    const again = await compose(asked);
    for (const { raw } of [frozen, again]) {
      const bytes = raw.toString('latin1');
      expect(bytes).toBe(await stock(asked, boundaryOf(bytes), dkim));
    }
  });

  it('goes to the same envelope as one that is encoded by itself', async () => {
    const compose = createComposer(undefined);
    const { marks: _, ...alone } = mail({ to: 'anna@bücher.example' });
    expect((await compose(mail({ to: 'anna@bücher.example' }))).envelope).toEqual((await compose(alone)).envelope);
  });

  it.each([
    ['a line break in a subject', { subject: 'Hello\r\nBcc: other@example.net' }],
    ['a line break in a header', { headers: { 'List-Id': 'x\nBcc: other@example.net' } }],
    ['two recipients', { to: 'a@example.net, b@example.net' }],
  ])('is refused with %s', async (_what, bad) => {
    await expect(createComposer(dkim)(mail(bad))).rejects.toThrow(TypeError);
  });

  it('is not made unsigned when the key signs nothing', async () => {
    const compose = createComposer({ ...dkim, privateKey: 'nonsense' });
    await expect(compose(mail())).rejects.toThrow();
  });
});
