import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { aGuide, aRedFlag, released } from '../../support/releases.ts';
import { feedOver, SITE } from './support.ts';

const rows = () => [released(aRedFlag(), { seq: 1 }), released(aGuide(), { seq: 2 })];
const PATHS = ['/feed.json', '/feed.xml', '/feeds/hip-pain.json', '/changes.json'];

describe('the feed over HTTP', () => {
  it.each([
    ['/feed.json', 'application/feed+json'],
    ['/feeds/hip-pain.json', 'application/feed+json'],
    ['/changes.json', 'application/json'],
    ['/.well-known/jwks.json', 'application/jwk-set+json'],
    ['/feed.xml', 'application/atom+xml; charset=utf-8'],
  ])('answers %s as %s, open to any origin, fresh for a second', async (path, type) => {
    const { status, headers } = await feedOver(rows()).get(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, must-revalidate');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBe('ETag, Link');
    expect(headers.get('vary')).toBe('Accept-Encoding');
  });

  it.each(['/feed.json', '/feeds/hip-pain.json', '/feed.xml'])('names %s as itself on every page', async (path) => {
    for (const query of ['', '?before=2']) {
      const { headers } = await feedOver(rows()).get(path + query);
      expect(headers.get('link')).toBe(`<${SITE}${path}>; rel="self"`);
    }
  });

  it.each(PATHS)('gives %s its own strong ETag in each coding and answers 304 to it', async (path) => {
    const feed = feedOver(rows());
    const tags = new Set<string>();
    const bodies = new Set<string>();
    for (const coding of ['identity', 'gzip', 'br']) {
      const response = await feed.get(path, { headers: { 'Accept-Encoding': coding } });
      const etag = response.headers.get('etag')!;
      expect(etag).toMatch(/^"[^"]+"$/);
      tags.add(etag);
      const body = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get('content-length')).toBe(String(body.length));
      const decode = { identity: (b: Buffer) => b, gzip: gunzipSync, br: brotliDecompressSync }[coding]!;
      bodies.add(decode(body).toString());
      const again = await feed.get(path, { headers: { 'Accept-Encoding': coding, 'If-None-Match': etag } });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('access-control-allow-origin')).toBe('*');
      expect(await again.text()).toBe('');
    }
    expect(tags.size).toBe(3);
    expect(bodies.size).toBe(1);
  });

  it('changes its ETag with a release', async () => {
    const feed = feedOver(rows());
    const etag = (await feed.get('/feed.json')).headers.get('etag')!;
    feed.log.rows.push(released(aGuide({ title: 'Sore hip' }), { seq: 3 }));
    expect((await feed.get('/feed.json', { headers: { 'If-None-Match': etag } })).status).toBe(200);
  });

  it('ignores parameters that it does not know', async () => {
    const feed = feedOver(rows());
    const etags = await Promise.all(
      ['/feed.json', '/feed.json?utm_source=x&before=007', '/feed.json?fbclid=1'].map(async (path) =>
        (await feed.get(path)).headers.get('etag'),
      ),
    );
    expect(new Set(etags).size).toBe(1);
  });

  it.each([...PATHS, '/.well-known/jwks.json'])(
    'answers HEAD %s with the headers of GET and no content',
    async (path) => {
      const feed = feedOver(rows());
      const [head, get] = [await feed.get(path, { method: 'HEAD' }), await feed.get(path)];
      expect(head.status).toBe(200);
      expect([...head.headers]).toEqual([...get.headers]);
      expect(await head.text()).toBe('');
    },
  );

  it('answers HEAD for a problem without content', async () => {
    const response = await feedOver(rows()).get('/feeds/none.json', { method: 'HEAD' });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('answers a preflight request', async () => {
    const response = await feedOver(rows()).get('/feed.json', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
    expect(response.headers.get('access-control-allow-headers')).toContain('If-None-Match');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('refuses %s', async (method) => {
    const response = await feedOver(rows()).get('/feed.json', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(await response.json()).toMatchObject({ code: 'method-not-allowed', status: 405 });
  });

  const MALFORMED = [
    '',
    '-1',
    'NaN',
    '1.5',
    '1e3',
    '0x10',
    ' 1',
    '+1',
    '99999999999999999999',
    '9007199254740992',
    'abc',
    '%00',
    '١',
  ];
  it.each([
    ...[
      '/feed.json?before',
      '/feed.xml?before',
      '/feeds/hip-pain.json?before',
      '/changes.json?since',
      '/changes.json?limit',
    ].flatMap((path) => MALFORMED.map((value) => `${path}=${encodeURIComponent(value)}`)),
    '/feed.json?before=0',
    '/feed.json?before=1&before=2',
    '/changes.json?since=1&since=1',
    '/changes.json?limit=0',
    '/changes.json?limit=501',
    '/changes.json?limit=1&limit=2',
  ])('refuses %s', async (path) => {
    const errors: unknown[] = [];
    const response = await feedOver(rows(), { onError: (error) => errors.push(error) }).get(path);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({ code: 'invalid-request' });
    expect(errors).toEqual([]);
  });

  it('is not found elsewhere', async () => {
    expect((await feedOver(rows()).get('/feed')).status).toBe(404);
  });

  it('says so when the log cannot be asked, and never serves what it has kept', async () => {
    const errors: unknown[] = [];
    const feed = feedOver(rows(), { onError: (error) => errors.push(error) });
    expect((await feed.get('/feed.json')).status).toBe(200);
    feed.log.end = () => Promise.reject(new Error('connection refused'));
    const response = await feed.get('/feed.json');
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('connection refused');
    expect(errors).toHaveLength(1);
    expect((await feed.get('/.well-known/jwks.json')).status).toBe(200);
  });

  const refuse = () => Promise.reject(new Error('connection refused'));
  it.each([
    ['a row', '/feed.json', { stored: refuse }],
    ['a row', '/feed.xml', { stored: refuse }],
    ['the log', '/changes.json', { signed: refuse }],
  ])('says so when %s cannot be read in the middle of %s', async (_, path, fault) => {
    const feed = feedOver(rows());
    expect((await feed.get('/feeds/none.json')).status).toBe(404);
    Object.assign(feed.log, fault);
    const response = await feed.get(path);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({ code: 'database-unavailable' });
  });

  it('says so when the keys cannot be read', async () => {
    expect((await feedOver([], { publicKeys: refuse }).get('/.well-known/jwks.json')).status).toBe(503);
  });
});

describe('the key set', () => {
  it('holds public members only', async () => {
    const secret = {
      kty: 'OKP',
      crv: 'Ed25519',
      x: 'public',
      d: 'secret',
      kid: 'k1',
      alg: 'EdDSA',
      use: 'sig',
      key_ops: ['sign'],
    };
    const response = await feedOver([], { publicKeys: () => Promise.resolve([secret, { ...secret, kid: 'k0' }]) }).get(
      '/.well-known/jwks.json',
    );
    const publicKey = { kty: 'OKP', crv: 'Ed25519', x: 'public', kid: 'k1', alg: 'EdDSA', use: 'sig' };
    expect(await response.json()).toEqual({ keys: [publicKey, { ...publicKey, kid: 'k0' }] });
  });
});
