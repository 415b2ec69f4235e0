import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpServer } from '../../runtime/http-server.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

/** What the server answers, and the policy that Next reads the nonce of its scripts from. */
async function asked(path: string, https: boolean, said: Record<string, string> = {}): Promise<Headers> {
  const server = createHttpServer({
    handle: ({ headers }, response) => {
      response.setHeader('x-next-sees', headers['content-security-policy'] ?? 'none');
      return Promise.resolve(void response.end('a page'));
    },
    memory: () => null,
    onError: () => undefined,
    https,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => server.close();
  return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers: said })).headers;
}

describe('what browsers are told about the staff’s pages', () => {
  it.each(['/admin', '/admin/login?redirect=x', '/admin/collections/causes/1'])(
    'keeps %s out of frames and caches, and scripts from elsewhere out of it',
    async (path) => {
      const headers = await asked(path, true);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    },
  );

  it('lets no script run that Next did not write into this very page, whatever a client says', async () => {
    const said = { 'Content-Security-Policy': "script-src 'nonce-of-a-stranger'" };
    const nonces = await Promise.all(
      ['/admin', '/admin/login'].map(async (path) => {
        const headers = await asked(path, true, said);
        const policy = headers.get('content-security-policy') ?? '';
        expect(headers.get('x-next-sees')).toBe(policy);
        const [, nonce] = /script-src 'self' 'nonce-([A-Za-z0-9+/]{22}==)';/.exec(policy) ?? [];
        return nonce ?? expect.fail(policy);
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    expect((await asked('/causes/a', true, said)).get('x-next-sees')).toBe('none');
  });

  it('speaks of https for the API too, and only where there is https', async () => {
    expect((await asked('/api/releases', true)).get('strict-transport-security')).not.toBeNull();
    for (const path of ['/admin', '/api']) {
      expect((await asked(path, false)).get('strict-transport-security')).toBeNull();
    }
  });

  it('says nothing of it on pages of readers', async () => {
    for (const path of ['/', '/administration', '/causes/admin', '/apis']) {
      const headers = await asked(path, true);
      expect(headers.get('content-security-policy')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });
});
