import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { startDesk } from '../support/desk.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { headerOf, onTheWire, type WireRequest } from '../support/wire.ts';

const PAGES = ['/', '/guides/a-guide', '/causes/cause-1', '/red-flags/a-sign', '/courses/a-course'];
const MACHINES = [
  ...['/sitemap.xml', '/robots.txt', '/feed.json', '/feed.json?before=3', '/feeds/a-guide.json', '/feed.xml'],
  ...['/changes.json', '/changes.json?since=2'],
];
const OTHERS: [string, number][] = [
  ['/causes/cause-2', 301],
  ['/treatments/a-treatment', 410],
  ['/nothing', 404],
];
const FIGURE = 'the figure of the guide';
const OLD_RELEASE = 'the old release of cause 2';
const CODINGS = ['br', 'gzip', 'identity', 'gzip, deflate, br, zstd'];

/** The same address written so that only Next can tell: it asks the channel, whatever is in memory. */
const throughNext = (target: string) => target + (target.includes('?') ? '&' : '?');

describe.each(DATABASES)('what the production server answers from memory on %s', (database) => {
  let server: TestServer;
  const named: Record<string, string> = {};
  const ask = (target: string, options?: WireRequest) => onTheWire(server.url, target, options);
  beforeAll(async () => {
    server = await startServer(database);
    const desk = startDesk(server.url);
    const seq = await desk.release('causes', 'cause-2', { slug: 'cause-two' });
    named[OLD_RELEASE] = `/causes/cause-two?release=${seq}`;
    await desk.withdraw('treatments', 'a-treatment');
    // What was rendered before the withdrawal holds for a quarter of a second.
    await vi.waitFor(async () => expect((await ask('/treatments/a-treatment')).status).toBe(410), 2_000);
    const page = await ask('/guides/a-guide');
    named[FIGURE] = /\/figures\/[0-9a-f]+\.webp/.exec(page.body.toString())?.[0] ?? '/no-figure';
  });
  afterAll(() => server.stop());

  it.each<[string, number]>([
    ...[...PAGES, ...MACHINES, FIGURE, OLD_RELEASE].map((target): [string, number] => [target, 200]),
    ...OTHERS,
  ])('for %s (%i) is what Next answers: status, headers in their order, bytes', async (name, status) => {
    const target = named[name] ?? name;
    for (const coding of CODINGS) {
      const headers = { 'accept-encoding': coding };
      const first = await ask(target, { headers });
      expect(first.status).toBe(status);
      const [kept, next] = [await ask(target, { headers }), await ask(throughNext(target), { headers })];
      expect(kept).toEqual(next);
      expect(kept).toEqual(first);
      const head = { headers, method: 'HEAD' };
      expect(await ask(target, head)).toEqual(await ask(throughNext(target), head));
      const etag = headerOf(kept, 'etag') ?? '';
      for (const known of [etag, '"other"', '*']) {
        for (const method of ['GET', 'HEAD']) {
          const conditional = { headers: { ...headers, 'if-none-match': known }, method };
          const answer = await ask(target, conditional);
          expect(answer).toEqual(await ask(throughNext(target), conditional));
          expect(answer.status).toBe(status === 200 && known !== '"other"' ? 304 : status);
        }
      }
    }
  });

  it('costs a fraction of what Next takes', async () => {
    const time = async (target: string) => {
      const times: number[] = [];
      for (let i = 0; i < 60; i += 1) {
        const started = performance.now();
        await ask(target);
        times.push(performance.now() - started);
      }
      return times.sort((a, b) => a - b)[30] ?? 0;
    };
    const [next, kept] = [await time('/guides/a-guide?'), await time('/guides/a-guide')];
    expect(kept).toBeLessThan(next);
  });

  it('never holds what is not for everybody', async () => {
    for (const target of ['/confirm/not-a-token', '/preferences/not-a-token', '/healthz', '/readyz', '/admin/login']) {
      const [first, second] = [await ask(target), await ask(target)];
      expect(second.status).toBe(first.status);
      expect(headerOf(second, 'cache-control') ?? 'no-store').toMatch(/no-store|no-cache|private/);
    }
  });

  it('carries no Vary of Next on any public answer', async () => {
    for (const target of [...PAGES, ...MACHINES, '/nothing', '/feeds/none.json', '/.well-known/jwks.json']) {
      expect(headerOf(await ask(target), 'vary') ?? '', target).not.toMatch(/rsc|next/i);
    }
  });
});
