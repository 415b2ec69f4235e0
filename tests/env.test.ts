import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EnvError, parseEnv } from '../env.ts';

const GOOD = {
  NODE_ENV: 'production',
  PAYLOAD_SECRET: 'x'.repeat(32),
  SITE_URL: 'https://hips.example/',
  MAIL_URL: 'smtp://mail.example:587',
  MAIL_FROM: 'Hips <courses@hips.example>',
  POSTAL_ADDRESS: '1 High Street, Anytown',
};

/** The names of the variables that a refusal speaks of. */
function refused(source: Record<string, string | undefined>): string[] {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return [...new Set((error as EnvError).problems.map((problem) => problem.split(':')[0] ?? ''))].sort();
  }
}

describe('the environment', () => {
  it('needs nothing in development', () => {
    const env = parseEnv({});
    expect(env).toMatchObject({
      nodeEnv: 'development',
      demo: false,
      port: 3000,
      worker: 'inline',
      mailUrl: 'file:',
      siteUrl: 'http://localhost:3000',
    });
    expect(env.databaseUrl).toMatch(/^file:.*\.data\/imprimatur\.db$/);
  });

  it('accepts a complete production', () => {
    expect(parseEnv(GOOD)).toMatchObject({
      nodeEnv: 'production',
      siteUrl: 'https://hips.example',
      mailFrom: GOOD.MAIL_FROM,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(parseEnv({ PORT: '', SITE_URL: '', SIGNING_KEY: '', WORKER: '' })).toMatchObject({
      port: 3000,
      signingKey: null,
    });
    expect(refused({ ...GOOD, PAYLOAD_SECRET: '' })).toEqual(['PAYLOAD_SECRET']);
  });

  it('names every problem at once, whatever its kind', () => {
    expect(refused({ NODE_ENV: 'production' })).toEqual(['MAIL_FROM', 'PAYLOAD_SECRET', 'POSTAL_ADDRESS', 'SITE_URL']);
    expect(
      refused({
        NODE_ENV: 'production',
        PORT: '0',
        DATABASE_URL: 'mysql://x',
        LOG_LEVEL: 'loud',
        PAYLOAD_DROP_DATABASE: 'true',
      }),
    ).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'MAIL_FROM',
      'PAYLOAD_DROP_DATABASE',
      'PAYLOAD_SECRET',
      'PORT',
      'POSTAL_ADDRESS',
      'SITE_URL',
    ]);
  });

  it('refuses unsafe defaults in production unless it is a demonstration', () => {
    expect(refused({ NODE_ENV: 'production', DEMO: '1' })).toEqual([]);
    expect(refused({ NODE_ENV: 'production', DEMO: 'true' })).toEqual([]);
    expect(refused({ NODE_ENV: 'production', DEMO: '0' })).not.toEqual([]);
    expect(refused({ ...GOOD, PAYLOAD_SECRET: parseEnv({}).payloadSecret })).toEqual(['PAYLOAD_SECRET']);
  });

  it('takes plain http in production only from whoever says so, and says what it breaks', () => {
    const plain = { ...GOOD, SITE_URL: 'HTTP://hips.example' };
    // As a browser reads an address: what stands around it, and tabs inside, count for nothing.
    for (const SITE_URL of [plain.SITE_URL, ' http://hips.example', '\thttp://hips.example', 'ht\ttp://hips.example'])
      expect([SITE_URL, refused({ ...plain, SITE_URL })]).toEqual([SITE_URL, ['SITE_URL']]);
    expect(() => parseEnv(plain)).toThrow(/sessions[\s\S]*RFC 8058/);
    for (const allowed of [{ ALLOW_HTTP: '1' }, { DEMO: '1' }, { NODE_ENV: 'development' }]) {
      expect(refused({ ...plain, ...allowed })).toEqual([]);
    }
  });

  it('reads the address of the site as browsers do, whose word on where they are it is compared with', () => {
    for (const SITE_URL of ['HTTPS://Hips.Example', ' https://hips.example/ ', 'https://hips.example:443'])
      expect([SITE_URL, parseEnv({ ...GOOD, SITE_URL }).siteUrl]).toEqual([SITE_URL, 'https://hips.example']);
  });

  it('refuses a short secret anywhere', () => {
    expect(refused({ PAYLOAD_SECRET: 'short' })).toEqual(['PAYLOAD_SECRET']);
    expect(refused({ ...GOOD, DEMO: '1', PAYLOAD_SECRET: 'x'.repeat(31) })).toEqual(['PAYLOAD_SECRET']);
  });

  it('refuses to drop the database, demonstration or not', () => {
    expect(refused({ DEMO: '1', PAYLOAD_DROP_DATABASE: 'true' })).toEqual(['PAYLOAD_DROP_DATABASE']);
    expect(refused({ PAYLOAD_DROP_DATABASE: 'false' })).toEqual([]);
  });

  it.each([
    ['DATABASE_URL', 'postgres://x'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'mongodb://'],
    ['DATABASE_URL', '/tmp/x.db'],
    ['SITE_URL', 'ftp://x'],
    ['SITE_URL', 'javascript:alert(1)'],
    ['SITE_URL', 'hips.example'],
    ['SITE_URL', 'https://hips.example/hips'],
    ['SITE_URL', 'https://hips.example/?a=b'],
    ['SITE_URL', 'https://a:b@hips.example'],
    ['WEBSUB_HUB', 'not a url'],
    ['METRICS_TOKEN', 'too short'],
    ['TRUSTED_PROXIES', '-1'],
    ['TRUSTED_PROXIES', '11'],
    ['DISK_RESERVE_MB', '-1'],
    ['DISK_RESERVE_MB', '10001'],
    ['ALLOW_HTTP', 'yes'],
    ['MAIL_URL', 'http://mail'],
    ['MAIL_URL', 'smtp://'],
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '1.5'],
    ['NODE_ENV', 'staging'],
    ['DEMO', 'yes'],
    ['WORKER', 'on'],
    ['LOG_LEVEL', 'verbose'],
    ['BOUNCE_ADDRESS', 'nobody'],
    ['EMERGENCY_COUNTRY', 'Atlantis'],
    ['EMERGENCY_COUNTRY', 'gb'],
    ['MAIL_FROM', 'a@b.c\r\nBcc: x@y.z'],
    ['POSTAL_ADDRESS', 'Street\n12345 Town'],
    ['SIGNING_KEY', 'not a key'],
    ['SIGNING_KEY', '{"kty":"OKP"}'],
    [
      'SIGNING_KEY',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
  ])('refuses %s=%j', (name, value) => {
    expect(refused({ ...GOOD, [name]: value })).toEqual([name]);
  });

  it('takes a signing key as PEM, also on one line, or as JWK', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const jwk = JSON.stringify(privateKey.export({ format: 'jwk' }));
    for (const SIGNING_KEY of [pem, pem.replaceAll('\n', '\\n'), jwk]) expect(refused({ SIGNING_KEY })).toEqual([]);
  });

  it('takes all of DKIM or none', () => {
    const rsaOf = (modulusLength: number) =>
      generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const rsa = rsaOf(1024);
    expect(refused({ DKIM_DOMAIN: 'hips.example' })).toEqual(['DKIM_DOMAIN']);
    const weak = { DKIM_DOMAIN: 'a.b', DKIM_SELECTOR: 's', DKIM_PRIVATE_KEY: rsaOf(512) };
    expect(refused(weak)).toEqual(['DKIM_PRIVATE_KEY']);
    expect(parseEnv({ DKIM_DOMAIN: 'a.b', DKIM_SELECTOR: 's', DKIM_PRIVATE_KEY: rsa }).dkim).toEqual({
      domainName: 'a.b',
      keySelector: 's',
      privateKey: rsa,
    });
  });

  it('runs the worker beside the web process only where one process is all there is', () => {
    expect(parseEnv({}).worker).toBe('inline');
    expect(parseEnv({ DATABASE_URL: 'mongodb://db/x' }).worker).toBe('off');
    expect(parseEnv({ DATABASE_URL: 'mongodb://db/x', DEMO: '1' }).worker).toBe('inline');
    expect(parseEnv({ DATABASE_URL: 'mongodb://db/x', WORKER: 'inline' }).worker).toBe('inline');
    expect(parseEnv({ WORKER: 'off' }).worker).toBe('off');
  });

  it('never prints a secret with a problem', () => {
    try {
      parseEnv({ PAYLOAD_SECRET: 'hunter2', SIGNING_KEY: 'private-material', PORT: 'x' });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toMatch(/hunter2|private-material/);
    }
  });
});
