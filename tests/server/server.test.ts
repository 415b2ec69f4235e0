import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { staffApi } from '../support/staff-api.ts';

/** The bytes and headers as they are on the wire, undecoded. */
function wire(url: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }>(
    (resolve, reject) => {
      request(url, { headers, method }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

describe.each(DATABASES)('the production server on %s', (database) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(database);
  });
  afterAll(() => server.stop());

  it('sends a page encoded as the client asked, with its length and a validator of its own', async () => {
    const url = `${server.url}/causes/cause-1`;
    const plain = await wire(url, { 'accept-encoding': 'identity' });
    const br = await wire(url, { 'accept-encoding': 'br, gzip' });
    const gzip = await wire(url, { 'accept-encoding': 'gzip' });
    expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    for (const { headers, body } of [plain, br, gzip]) expect(headers['content-length']).toBe(String(body.length));
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    const again = await wire(url, { 'accept-encoding': 'br', 'if-none-match': String(br.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    const head = await wire(url, { 'accept-encoding': 'br' }, 'HEAD');
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': String(br.body.length) } });
    expect(head.body.length).toBe(0);
  });

  it('sends no JavaScript with a reading page and no internal header', async () => {
    const { headers, body } = await wire(`${server.url}/guides/a-guide`, {});
    const scripts = [...body.toString().matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
    for (const attributes of scripts) expect(attributes).toMatch(/type="(application\/ld\+json|speculationrules)"/);
    expect(Object.keys(headers).filter((name) => name.startsWith('x-imprimatur') || name === 'critical-ch')).toEqual(
      [],
    );
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it.each([
    ['/', 200],
    ['/guides/a-guide', 200],
    ['/treatments/a-treatment', 200],
    ['/red-flags/a-sign', 200],
    ['/courses/a-course', 200],
    ['/feed.json', 200],
    ['/feed.xml', 200],
    ['/feeds/a-guide.json', 200],
    ['/changes.json?since=0', 200],
    ['/.well-known/jwks.json', 200],
    ['/sitemap.xml', 200],
    ['/robots.txt', 200],
    ['/healthz', 200],
    ['/readyz', 200],
    ['/admin/login', 200],
    ['/causes/nothing', 404],
    ['/causes/%E0%A4%A', 404],
    ['/causes/%2e%2e%2fetc', 404],
    ['/api/%E0%A4%A', 404],
    ['/nothing/at/all', 404],
    ['/confirm/not-a-token', 404],
    ['/unsubscribe/%00', 404],
    ['/changes.json?since=minus', 400],
    ['/figures/ffff.webp', 404],
    ['/api/causes', 403],
    ['/api/users', 403],
    ['/api/causes/1/review', 401],
  ])('answers %s with %i and never a stack trace', async (path, status) => {
    const { status: got, body } = await wire(server.url + path, { accept: 'text/html' });
    expect(got).toBe(status);
    expect(body.toString()).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules/);
  });

  it('tells a monitor near it how it stands, and nobody else', async () => {
    const scrape = (headers: Record<string, string>) => wire(`${server.url}/metrics`, headers);
    const { status, body } = await scrape({});
    expect(status).toBe(200);
    const text = body.toString();
    expect(text).toMatch(/^imprimatur_database_up 1$/m);
    expect(text).toMatch(/^imprimatur_log_head [1-9]\d*$/m);
    expect(text).toMatch(/^imprimatur_loop_failing\{loop="clock"\} 0$/m);
    expect(text).toMatch(/^imprimatur_nodejs_eventloop_lag_seconds /m);
    const far = { 'x-forwarded-for': '203.0.113.7' };
    for (const headers of [far, { ...far, 'x-imprimatur-peer': '127.0.0.1' }, { ...far, authorization: 'Bearer x' }]) {
      expect((await scrape(headers)).status).toBe(404);
    }
  });

  it('marks everything as a demonstration', async () => {
    for (const path of ['/', '/causes/cause-1', '/feed.json', '/courses/a-course', '/nothing']) {
      expect((await wire(server.url + path, {})).body.toString(), path).toContain('no clinician has reviewed it');
    }
  });

  it('serves OPTIONS and CORS on the feed', async () => {
    const { status, headers } = await wire(
      `${server.url}/feed.json`,
      { origin: 'https://reader.example', 'access-control-request-method': 'GET' },
      'OPTIONS',
    );
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('names each field that a save was refused for, with the reason, as its forms read it and as scripts do', async () => {
    const refused = staffApi(server.url)('editor')('POST', '/api/causes?draft=true', { summary: 'Plain words.' });
    const said = await refused.then(String, String);
    expect(said).toContain(': 400 {');
    const { fields, errors } = JSON.parse(said.slice(said.indexOf('{'))) as {
      fields: unknown;
      errors: { data: { errors: { path: string }[] } }[];
    };
    expect(fields).toEqual([{ field: 'title', message: expect.stringMatching(/^Write it first/) as string }]);
    expect(errors[0]?.data.errors).toMatchObject([{ path: 'title' }]);
  });

  it('makes its signing key once, readable by nobody else', async () => {
    const { stat } = await import('node:fs/promises');
    const file = `${server.dataDir}/keys/signing-key.json`;
    expect((await stat(file)).mode & 0o077).toBe(0);
    const { x } = JSON.parse(await readFile(file, 'utf8')) as { x: string };
    const { keys } = JSON.parse((await wire(`${server.url}/.well-known/jwks.json`, {})).body.toString()) as {
      keys: { x: string; d?: string }[];
    };
    expect(keys.map((key) => key.x)).toContain(x);
    expect(keys.every((key) => key.d === undefined)).toBe(true);
  });

  it('stays under 500 MB after many page views', async () => {
    const paths = ['/', '/guides/a-guide', '/causes/cause-1', '/treatments/a-treatment', '/feed.json'];
    for (let i = 0; i < 200; i += 1)
      await wire(server.url + (paths[i % paths.length] ?? '/'), { 'accept-encoding': 'br' });
    const status = await readFile(`/proc/${server.process.pid}/status`, 'utf8').catch(() => 'VmRSS: 0');
    expect(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024).toBeLessThan(500);
  });
});
