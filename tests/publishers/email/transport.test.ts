import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MailTransport, OutgoingMail } from '../../../publishers/email/mail-transport.ts';
import type { DkimOptions } from '../../../publishers/email/transport/compose.ts';
import { createTransport } from '../../../publishers/email/transport/transport.ts';
import { startSmtp, type Behaviour, type TestSmtp } from './smtp.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const dkim: DkimOptions = { domainName: 'example.org', keySelector: 'mail', privateKey };

const mail = (over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: '<1@example.org>',
  date: new Date('2026-02-01T09:00:00.000Z'),
  from: 'Imprimatur <course@example.org>',
  to: 'reader@example.net',
  subject: 'Où ça fait mal?',
  html: '<p>Où ça fait mal?</p>',
  text: 'Où ça fait mal?\n.\nA line that begins with a dot above.',
  headers: {
    'List-Unsubscribe': '<https://example.org/unsubscribe/abc>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  ...over,
});

let outboxDir: string;
let smtp: TestSmtp | null = null;
let transport: MailTransport | null = null;

beforeEach(async () => {
  outboxDir = await mkdtemp(path.join(tmpdir(), 'outbox-'));
});
afterEach(async () => {
  transport?.close();
  await smtp?.close();
  smtp = transport = null;
  await rm(outboxDir, { recursive: true });
});

async function over(behaviour: Behaviour): Promise<{ transport: MailTransport; smtp: TestSmtp }> {
  smtp = await startSmtp(behaviour);
  transport = createTransport(smtp.url, { outboxDir });
  return { transport, smtp };
}

describe('SMTP', () => {
  it('asks for failed mail to be returned to the bounce address', async () => {
    const { smtp } = await over({});
    transport = createTransport(smtp.url, { outboxDir, bounceAddress: 'bounces@example.org' });
    expect(await transport.send(await transport.compose(mail()))).toMatchObject({ kind: 'accepted' });
    expect(smtp.received[0]).toMatchObject({ from: 'bounces@example.org', to: ['reader@example.net'] });
    expect(smtp.received[0]?.raw.toString()).toContain('From: Imprimatur <course@example.org>');
  });

  it('delivers exactly the frozen bytes and says that they were accepted', async () => {
    const { transport, smtp } = await over({});
    const frozen = await transport.compose(mail());
    expect(await transport.send(frozen)).toMatchObject({ kind: 'accepted' });
    expect(smtp.received).toHaveLength(1);
    expect(smtp.received[0]?.raw.equals(frozen.raw)).toBe(true);
    expect(smtp.received[0]).toMatchObject({ from: 'course@example.org', to: ['reader@example.net'] });
  });

  it.each([451, 452])('reports %i at the recipient as refused for now', async (code) => {
    const { transport } = await over({ recipient: () => ({ code, text: 'later' }) });
    const result = await transport.send(await transport.compose(mail()));
    expect(result).toMatchObject({ kind: 'refused', code, command: 'RCPT TO' });
  });

  it('takes 421, the server is going away, as a lost connection', async () => {
    const { transport } = await over({ recipient: () => ({ code: 421, text: 'shutting down' }) });
    expect(await transport.send(await transport.compose(mail()))).toMatchObject({ kind: 'not-sent' });
  });

  it('reports 550 at the recipient as refused for good, with the enhanced code', async () => {
    const { transport } = await over({ recipient: () => ({ code: 550, text: '5.1.1 no such user' }) });
    const result = await transport.send(await transport.compose(mail()));
    expect(result).toMatchObject({ kind: 'refused', code: 550, command: 'RCPT TO' });
    expect(result).toHaveProperty('response', expect.stringContaining('5.1.1'));
  });

  it.each([451, 554])('reports %i after the final dot as refused: the server did not take it', async (code) => {
    const { transport } = await over({ message: () => ({ code, text: 'content' }) });
    const result = await transport.send(await transport.compose(mail()));
    expect(result).toMatchObject({ kind: 'refused', code, command: 'DATA' });
  });

  it.each(['at-greeting', 'at-recipient'] as const)(
    'knows that nothing was sent when the line drops %s',
    async (when) => {
      const { transport, smtp } = await over({ drop: () => when });
      expect(await transport.send(await transport.compose(mail()))).toMatchObject({ kind: 'not-sent' });
      expect(smtp.received).toHaveLength(0);
    },
  );

  it('knows that nothing was sent when nobody listens', async () => {
    transport = createTransport('smtp://127.0.0.1:1', { outboxDir });
    expect(await transport.send(await transport.compose(mail()))).toMatchObject({ kind: 'not-sent' });
  });

  it('knows that nobody may deliver what the line broke in the middle of', async () => {
    const { transport, smtp } = await over({ drop: () => 'in-the-message' });
    const text = 'More than the buffers between the two ends take at once. '.repeat(400_000);
    expect(await transport.send(await transport.compose(mail({ text })))).toMatchObject({ kind: 'not-sent' });
    expect(smtp.received).toHaveLength(0);
  });

  it('knows that nothing can arrive after it was told to cut the line', async () => {
    const { transport, smtp } = await over({ drop: () => 'silent-at-recipient' });
    const sending = transport.send(await transport.compose(mail()), AbortSignal.timeout(100));
    expect(await sending).toMatchObject({ kind: 'not-sent' });
    expect(smtp.received).toHaveLength(0);
  });

  it('does not claim to know when the line drops after the final dot', async () => {
    const { transport, smtp } = await over({ drop: () => 'after-final-dot' });
    expect(await transport.send(await transport.compose(mail()))).toMatchObject({ kind: 'no-answer' });
    expect(smtp.received).toHaveLength(1);
  });

  it('does not send again on its own when a connection used before has gone', async () => {
    let drop = false;
    const { transport, smtp } = await over({ drop: () => (drop ? 'after-final-dot' : null) });
    await transport.send(await transport.compose(mail()));
    drop = true;
    const second = await transport.compose(mail({ messageId: '<2@example.org>' }));
    expect(await transport.send(second)).toMatchObject({ kind: 'no-answer' });
    expect(smtp.received).toHaveLength(2);
  });

  it('stops waiting at its deadline and does not claim to know', async () => {
    smtp = await startSmtp({ drop: () => 'silent-after-final-dot' });
    transport = createTransport(smtp.url, { outboxDir, deadlineMs: 300 });
    expect(await transport.send(await transport.compose(mail()))).toMatchObject({ kind: 'no-answer' });
  });
});

describe('DKIM', () => {
  it('covers both headers of one-click unsubscribing in the delivered bytes', async () => {
    smtp = await startSmtp();
    transport = createTransport(smtp.url, { outboxDir, dkim });
    await transport.send(await transport.compose(mail()));
    const { headers } = await PostalMime.parse(smtp.received[0]!.raw);
    const signature = headers.find(({ key }) => key === 'dkim-signature')!.value;
    const signed = /\bh=([^;]+);/.exec(signature)![1]!.replace(/\s/g, '').toLowerCase().split(':');
    expect(signed).toEqual(expect.arrayContaining(['from', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']));
    expect(signature).toMatch(/\bd=example\.org\b/);
    expect(signature).toMatch(/\bs=mail\b/);
  });
});

describe('the outbox', () => {
  it('holds one readable file per mail, however often it is sent', async () => {
    transport = createTransport('file:', { outboxDir });
    const frozen = await transport.compose(mail({ inReplyTo: '<0@example.org>' }));
    expect(await transport.send(frozen)).toMatchObject({ kind: 'accepted' });
    await transport.send(frozen);
    const files = await readdir(outboxDir);
    expect(files).toEqual([expect.stringMatching(/^2026-02-01T09-00-00Z-[0-9a-f]{12}\.eml$/)]);
    const parsed = await PostalMime.parse(await readFile(path.join(outboxDir, files[0]!)));
    expect(parsed).toMatchObject({
      subject: 'Où ça fait mal?',
      messageId: '<1@example.org>',
      inReplyTo: '<0@example.org>',
      references: '<0@example.org>',
      from: { address: 'course@example.org', name: 'Imprimatur' },
      to: [{ address: 'reader@example.net' }],
    });
    expect(parsed.text).toContain('.\nA line');
    expect(parsed.html).toContain('Où ça fait mal?');
  });

  it('says that nothing was sent when it cannot write', async () => {
    await writeFile(path.join(outboxDir, 'in-the-way'), '');
    transport = createTransport('file:', { outboxDir: path.join(outboxDir, 'in-the-way') });
    expect(await transport.send(await transport.compose(mail()))).toMatchObject({ kind: 'not-sent' });
  });
});

describe('composing', () => {
  const composer = () => createTransport('file:', { outboxDir });

  it('makes the same bytes apart from the boundary and nothing but the wanted headers', async () => {
    const { raw } = await composer().compose(mail());
    const { headers } = await PostalMime.parse(raw);
    expect(headers.map(({ key }) => key).sort()).toEqual(
      [
        'content-type',
        'date',
        'from',
        'list-unsubscribe',
        'list-unsubscribe-post',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ].sort(),
    );
    expect(raw.every((byte) => byte < 128)).toBe(true);
  });

  it('sends to the punycode form of an international domain', async () => {
    const { envelope } = await composer().compose(mail({ to: 'anna@bücher.example' }));
    expect(envelope.to).toBe('anna@xn--bcher-kva.example');
  });

  it.each([
    ['a line break in a subject', { subject: 'Hello\r\nBcc: other@example.net' }],
    ['a line break in a header', { headers: { 'List-Id': 'x\nBcc: other@example.net' } }],
    ['two recipients', { to: 'a@example.net, b@example.net' }],
    ['a recipient outside ASCII', { to: 'jürgen@example.net' }],
    ['NUL in the sender', { from: 'a\0@example.org' }],
  ])('refuses %s', async (_what, bad) => {
    await expect(composer().compose(mail(bad))).rejects.toThrow(TypeError);
  });

  it('refuses a URL that names no transport', () => {
    expect(() => createTransport('ftp://example.org', { outboxDir })).toThrow(TypeError);
  });
});
