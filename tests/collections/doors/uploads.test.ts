import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

const PNG = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } })
  .png()
  .toBuffer();
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');

describe.each(DATABASES)('an uploaded figure on %s', (database) => {
  const { system } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const upload = async (bytes: Buffer, name: string, type: string) => {
    const body = new FormData();
    body.set('_payload', JSON.stringify({ alt: 'A white field' }));
    body.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
    const sent = new Response(body);
    const headers = { 'Content-Type': sent.headers.get('content-type') ?? '' };
    return rest('POST', '/api/media', { token: await tokenOf('editor'), raw: await sent.arrayBuffer(), headers });
  };

  it.each([
    ['evil.html', 'text/html'],
    ['../../evil.svg', 'image/svg+xml'],
    ['evil.jpg', 'image/jpeg'],
  ])('has a name of our own and the type of its bytes, whatever is claimed: %s', async (name, type) => {
    const { status, json, text } = await upload(PNG, name, type);
    expect(status, text.slice(0, 200)).toBe(201);
    const { filename, mimeType, url } = json?.doc as Record<string, string>;
    expect(filename).toMatch(/^[0-9a-f-]{36}\.png$/);
    expect(mimeType).toBe('image/png');
    const got = await rest('GET', url ?? '', { token: await tokenOf('editor') });
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(got.headers.get('cache-control')).toBe('no-store');
  });

  it('is no page that calls itself a picture', async () => {
    const { status, json } = await upload(HTML, 'figure.png', 'image/png');
    expect([status, json?.code]).toEqual([415, 'unsupported-media-type']);
  });

  it('comes with the request: nothing is fetched from where a request says', async () => {
    const body = { alt: 'A white field', url: 'http://127.0.0.1:9/figure.png', filename: 'chosen.png' };
    const edits = '?uploadEdits[widthInPixels]=10&uploadEdits[heightInPixels]=10';
    for (const address of ['/api/media', `/api/media${edits}`]) {
      const { status, json } = await rest('POST', address, { token: await tokenOf('editor'), body });
      expect([address, status, json?.code]).toEqual([address, 400, 'invalid-request']);
    }
  });
});

describe.each(DATABASES)('another site on %s', (database) => {
  const { system } = newsroomOn(database);
  const { rest } = apiOf(system);

  it('cannot log anybody in', async () => {
    const body = { email: 'editor@example.com', password: 'imprimatur-demo' };
    const from = (origin: string) => rest('POST', '/api/users/login', { body, headers: { Origin: origin } });
    for (const origin of ['https://evil.example', 'null', `${system.env.siteUrl}.evil.example`]) {
      const { status, json } = await from(origin);
      expect([status, json?.code]).toEqual([403, 'not-allowed']);
    }
    expect((await from(system.env.siteUrl)).status).toBe(200);
  });
});
