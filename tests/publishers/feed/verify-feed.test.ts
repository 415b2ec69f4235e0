import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Release } from '../../../model/release-row.ts';
import { signRow, type SigningKey } from '../../../release-log/signature.ts';
import { createFeedPublisher } from '../../../publishers/feed/feed-publisher.ts';
import { createLibrary } from '../../../release-log/library.ts';
import { verifyFeed } from '../../../scripts/verify-feed.ts';
import { noPages, aCause, aRedFlag, aTreatment, memoryLog, released, withdrawn } from '../../support/releases.ts';
import { longProse } from './support.ts';

let server: Server;
let origin: string;
let key: SigningKey;
let rows: Release[];
let publicKeys: JWK[];
/** what stands between the publisher and its reader */
let tamper: (body: string) => string;

const signed = async (row: Release): Promise<Release> => ({
  ...row,
  signature: (await signRow(row, key)).signature,
});

async function newKey(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' } };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void answer(new Request(new URL(request.url ?? '/', origin), { method: request.method ?? 'GET' })).then(
      async (answered) => {
        const body = tamper(await answered.text());
        const headers = { ...Object.fromEntries(answered.headers), 'content-length': Buffer.byteLength(body) };
        response.writeHead(answered.status, headers);
        response.end(body);
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(async () => {
  key = await newKey('key-1');
  publicKeys = [(await newKey('key-0')).publicJwk, key.publicJwk];
  const sections = [{ kind: 'what-it-is' as const, body: longProse(150_000), figures: [] }];
  const cause = released(aCause({ sections }), { seq: 2 });
  rows = await Promise.all(
    [
      released(aRedFlag(), { seq: 1 }),
      cause,
      released(aTreatment({ sections }), { seq: 3 }),
      withdrawn(released(aRedFlag({ slug: 'gone' }), { seq: 4 }), { seq: 4 }),
    ].map(signed),
  );
  tamper = (body) => body;
});

function answer(request: Request): Promise<Response> {
  const log = memoryLog(rows);
  const { searchParams, pathname } = new URL(request.url);
  if (pathname === '/api/releases') {
    const docs = rows.filter(({ uid, live }) => live && uid === searchParams.get('where[uid][equals]'));
    return Promise.resolve(new Response(JSON.stringify({ docs: docs.slice(0, 1) })));
  }
  const library = createLibrary({ log, now: Date.now });
  const now = () => new Date('2026-06-15T12:00:00Z');
  return createFeedPublisher({
    siteUrl: origin,
    demo: true,
    library: library.current,
    pages: noPages(now),
    now,
    log,
    publicKeys: () => Promise.resolve(publicKeys),
  }).respond(request);
}

const verify = (options = {}) => verifyFeed(`${origin}/feed.json`, options);

describe('verify-feed', () => {
  it('finds nothing wrong with a feed as it was signed, retractions and snapshots included', async () => {
    expect(await verify({ snapshots: true })).toEqual({ items: 4, pages: 2, problems: [] });
  });

  it.each<[string, (body: string) => string]>([
    ['another version', (body) => body.replace('"version":"1.0"', '"version":"1.1"')],
    ['another revision', (body) => body.replace(/"revision":"[0-9a-f]/, '"revision":"x')],
    ['another approving clinician', (body) => body.replace('"name":"Demo clinician","slug"', '"name":"Dr Who","slug"')],
    ['another release time', (body) => body.replace('"releasedAt":"2026-02', '"releasedAt":"2025-02')],
    ['another modification date', (body) => body.replace('"date_modified":"2026-02', '"date_modified":"2025-02')],
    ['another id', (body) => body.replace('"id":"urn:uuid:0189-red', '"id":"urn:uuid:0189-blue')],
    ['a changed signature', (body) => body.replace(/"signature":"([^"]+)\.[^".]{8}/, '"signature":"$1.AAAAAAAA')],
    ['no signature', (body) => body.replace(/"signature":"[^"]+"/, '"signature":null')],
    ['no extension', (body) => body.replace('"_imprimatur"', '"_other"')],
    ['a retraction of another revision', (body) => body.replace(/("seq":4,.*?"revision":")./, '$1x')],
    ['an item given twice', (body) => body.replace('"items":[{', '"items":[{"id":"urn:uuid:0189-gone"},{')],
    ['a page that leads back', (body) => body.replace(/"next_url":"[^"]+"/, `"next_url":"${origin}/feed.json"`)],
    ['a page that leads away', (body) => body.replace(/"next_url":"[^"]+"/, '"next_url":"http://evil.example/"')],
  ])('finds %s', async (_, change) => {
    tamper = change;
    expect((await verify()).problems).not.toEqual([]);
  });

  it('finds text that is not what was approved', async () => {
    rows = rows.map((row) =>
      row.kind === 'released' && row.seq === 1 ? { ...row, snapshot: aRedFlag({ action: 'Wait.' }) } : row,
    );
    expect((await verify()).problems).toEqual([]);
    expect((await verify({ snapshots: true })).problems).toHaveLength(1);
  });

  it('finds a release that nobody approved, signed or not', async () => {
    rows = await Promise.all(rows.map((row) => signed(row.kind === 'released' ? { ...row, approvals: [] } : row)));
    expect((await verify()).problems).toHaveLength(3);
  });

  it('finds a signature by a key that the site does not publish', async () => {
    publicKeys = [(await newKey('key-1')).publicJwk];
    expect((await verify()).problems).toHaveLength(4);
  });

  it('exits 0 for a sound feed and 1 for a tampered or missing one, as a command', async () => {
    expect(await run(`${origin}/feed.json`, '--snapshots')).toEqual({ code: 0, lines: 1 });
    expect(await run(`${origin}/missing.json`)).toMatchObject({ code: 1 });
    tamper = (body) => body.replace('"version":"1.0"', '"version":"1.1"');
    expect(await run(`${origin}/feed.json`)).toMatchObject({ code: 1 });
  }, 60_000);
});

function run(...args: string[]): Promise<{ code: number; lines: number }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/verify-feed.ts', ...args], (error, stdout) =>
      resolve({ code: error === null ? 0 : Number(error.code), lines: stdout.trim().split('\n').length }),
    );
  });
}
