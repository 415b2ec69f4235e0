import { generateKeyPairSync } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConfig } from '../../../create-config.ts';
import { EnvError, parseEnv } from '../../../env.ts';
import { proveDkim } from '../../../publishers/email/transport/dkim-probe.ts';
import { checkDkimRecord } from '../../../publishers/email/transport/dkim-record.ts';

const rsa = (modulusLength = 2048) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return { pem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, der };
};
const own = rsa();
const dkim = { domainName: 'hips.example', keySelector: 'mail', privateKey: own.pem };
const variables = (key: string) => ({
  DKIM_DOMAIN: 'hips.example',
  DKIM_SELECTOR: 'mail',
  DKIM_PRIVATE_KEY: key,
  MAIL_FROM: 'Hips <courses@hips.example>',
});

describe('the key that mail is signed with', () => {
  it('may come with its line ends written out, and signs then too', async () => {
    const env = parseEnv(variables(own.pem.replaceAll('\n', '\\n')));
    expect(env.dkim?.privateKey).toBe(own.pem);
    expect(await proveDkim(env.dkim!, env.mailFrom)).toBeNull();
  });

  it('is refused when nothing can be signed with it', () => {
    const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    for (const bad of ['nonsense', ed25519, own.pem.slice(0, 300)])
      expect(() => parseEnv(variables(bad))).toThrow(/DKIM_PRIVATE_KEY: must be a private RSA key/);
  });

  it('is tried before anything starts: a key that signs nothing ends it with a plain sentence', async () => {
    const env = parseEnv(variables(own.pem));
    const wrong = { ...env, dkim: { ...dkim, privateKey: own.pem.replaceAll('\n', '\\n') } };
    const starting = createConfig(wrong);
    await expect(starting).rejects.toThrow(EnvError);
    await expect(starting).rejects.toThrow('nothing can be signed with this key: mail would go out unsigned');
  });
});

describe('the record that receivers verify it with', () => {
  let server: Socket;
  let resolver: Resolver;
  let records: string[] = [];
  beforeAll(async () => {
    server = createSocket('udp4', (question, from) => {
      server.send(answerTo(question, records), from.port, from.address);
    });
    await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
    resolver = new Resolver({ timeout: 1000, tries: 1 });
    resolver.setServers([`127.0.0.1:${server.address().port}`]);
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const check = (...published: string[]) => {
    records = published;
    return checkDkimRecord((name) => resolver.resolveTxt(name), dkim);
  };

  it('belongs to the key, however it is cut into pieces', async () => {
    expect(await check(`v=DKIM1; k=rsa; p=${own.der}`)).toBeNull();
    expect(await check(`p=${own.der.slice(0, 100)} ${own.der.slice(100)}`)).toBeNull();
  });

  it.each([
    ['is not there', [], /cannot be looked up/],
    ['is another', [`v=DKIM1; p=${rsa(1024).der}`], /holds another key/],
    ['is revoked', ['v=DKIM1; p='], /revoked/],
    ['is of another kind', ['v=DKIM1; k=ed25519; p=AAAA'], /kind ed25519/],
    ['is there twice', [`p=${own.der}`, `p=${own.der}`], /2 records/],
    ['is a test', [`t=y; p=${own.der}`], /marked as a test/],
    ['is about something else', ['hello'], /no TXT record with a key/],
  ])('is complained of when it %s', async (_how, published, complaint) => {
    expect(await check(...published)).toMatch(complaint);
  });
});

/** The smallest name server: answers every question with these TXT records (RFC 1035 §4). */
function answerTo(question: Buffer, records: string[]): Buffer {
  const asked = question.subarray(12, question.indexOf(0, 12) + 5);
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(records.length > 0 ? 0x8180 : 0x8183, 2);
  [1, records.length, 0, 0].forEach((count, i) => head.writeUInt16BE(count, 4 + 2 * i));
  const answers = records.map((text) => {
    const parts = text.match(/.{1,255}/gs) ?? [''];
    const data = Buffer.concat(parts.flatMap((part) => [Buffer.from([part.length]), Buffer.from(part)]));
    const fixed = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 0, 0, 0]);
    fixed.writeUInt16BE(data.length, 10);
    return Buffer.concat([fixed, data]);
  });
  return Buffer.concat([head, asked, ...answers]);
}
