/** What the shipped configuration does, asked of nginx itself; what it says is for `nginx.test.ts`. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGN_UP_LIMITS, STAFF_LIMITS } from '../../policy.ts';
import { hasNginx, startProxy } from '../../scripts/bench/proxy.ts';
import { freePort } from '../support/free-port.ts';

const KEEP = { 'Cache-Control': 'public, max-age=0, s-maxage=1' };

describe.skipIf(!hasNginx())('nginx, set up as shipped', () => {
  let application: Server;
  let proxy: Awaited<ReturnType<typeof startProxy>>;
  const asked: string[] = [];
  beforeAll(async () => {
    const port = await freePort();
    application = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      request.resume();
      response.writeHead(200, KEEP).end(String(asked.length));
    }).listen(port, '127.0.0.1');
    const ports = { proxy: await freePort(), files: await freePort() };
    proxy = await startProxy([`http://127.0.0.1:${port}`], ports);
  });
  afterAll(async () => {
    await proxy.stop();
    application.closeAllConnections();
    application.close();
  });

  const ask = async (path: string, init?: RequestInit) => (await fetch(proxy.url + path, init)).status;
  const times = async (count: number, path: string, init?: RequestInit) => {
    const statuses = await Promise.all(Array.from({ length: count }, () => ask(path, init)));
    return [200, 429].map((status) => statuses.filter((each) => each === status).length);
  };
  const POST = { method: 'POST', body: 'a=b' };

  it('takes as many requests for courses at once as the policy, of all courses together, and counts no reading', async () => {
    const { most } = SIGN_UP_LIMITS.network;
    expect(await times(most + 5, '/courses/sore-hip/subscribe')).toEqual([most + 5, 0]);
    expect(await times(most, '/courses/sore-hip/subscribe', POST)).toEqual([most, 0]);
    expect(await times(5, '/courses/stiff-hip/subscribe', POST)).toEqual([0, 5]);
    expect(await ask('/courses/sore-hip', POST)).toBe(200);
  });

  it('takes as many tries to log in at once as the policy, and all of a browser that says it is known', async () => {
    const { most } = STAFF_LIMITS.login.network;
    expect(await times(most, '/api/users/login', POST)).toEqual([most, 0]);
    expect(await times(3, '/api/users/login', POST)).toEqual([0, 3]);
    expect(await times(3, '/api/users/forgot-password', POST)).toEqual([0, 3]);
    const known = { ...POST, headers: { Cookie: 'a=b; imprimatur-known-0123456789ab=x' } };
    expect(await times(5, '/api/users/login', known)).toEqual([5, 0]);
    expect(await ask('/api/causes')).toBe(200);
  });

  it('keeps pages for a moment, and nothing that is of one person or of the staff', async () => {
    const reaches = async (path: string, init?: RequestInit) => {
      const before = asked.length;
      for (let i = 0; i < 6; i += 1) await ask(path, init);
      return asked.length - before;
    };
    // One and one more for each quarter of a second that ends between them.
    expect(await reaches('/causes/sore-hip')).toBeLessThan(6);
    for (const path of ['/confirm/x', '/unsubscribe/x', '/preferences/x', '/lessons/x', '/admin', '/api/causes'])
      expect([path, await reaches(path)]).toEqual([path, 6]);
    for (const headers of [
      ['Cookie', 'a=b; payload-token=x'],
      ['Authorization', 'JWT x'],
    ] as const)
      expect([headers, await reaches('/causes/sore-hip', { headers: [[...headers]] })]).toEqual([headers, 6]);
    expect([await ask('/metrics'), await ask('/readyz')]).toEqual([404, 404]);
  });

  it('logs no query, no referrer and no key of a personal address, also while the application is away', async () => {
    const pages = [
      '/confirm/canary',
      '/unsubscribe/canary',
      '/lessons/canary',
      '/search?q=canary',
      '/preferences/canary',
    ];
    const headers = { Referer: 'https://elsewhere.example/canary' };
    for (const page of pages) expect([page, await ask(page, { headers })]).toEqual([page, 200]);
    application.closeAllConnections();
    await new Promise((resolve) => application.close(resolve));
    // A search that was just kept is asked for in other words.
    for (const page of pages.map((each) => each.replace('?q=', '?q=more+')))
      expect([page, await ask(page, { headers })]).toEqual([page, 503]);
    const read = (name: string) => readFile(path.join(proxy.folder, name), 'utf8');
    const accesses = await read('access.log');
    for (const said of ['GET /lessons/- 200', 'GET /lessons/- 503', 'GET /search 503'])
      expect(accesses).toContain(said);
    expect(accesses + (await read('error.log'))).not.toContain('canary');
  });
});
