import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { aSite, smallLibrary } from './support.ts';

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('icons', () => {
  test.each([
    ['/favicon.ico', 'image/x-icon'],
    ['/favicon.svg', 'image/svg+xml'],
    ['/apple-touch-icon.png', 'image/png'],
    ['/icon-192.png', 'image/png'],
    ['/icon-512.png', 'image/png'],
  ])('%s is a file that a browser keeps for a day', async (path, type) => {
    const response = await aSite([]).ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(response.headers.get('etag')).toBeTruthy();
  });

  test('are named by a manifest that every page leads to, each with its size', async () => {
    const { ask, read } = aSite(smallLibrary());
    const page = await ask('/');
    expect(page.headers.get('content-security-policy')).toContain("manifest-src 'self'");
    const [, href = ''] = /<link rel="manifest" href="([^"]*)"/.exec(await page.text()) ?? [];
    expect((await ask(href)).headers.get('content-type')).toBe('application/manifest+json; charset=utf-8');
    const { icons } = JSON.parse(await read(href)) as { icons: { src: string; sizes: string; type: string }[] };
    expect(icons).toHaveLength(2);
    for (const { src, sizes, type } of icons) {
      const icon = await ask(src);
      expect(icon.headers.get('content-type')).toBe(type);
      const { width, height } = await sharp(await bytesOf(icon)).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  });

  test('are pictures of the size that is asked for', async () => {
    const { ask } = aSite([]);
    const ico = await bytesOf(await ask('/favicon.ico'));
    expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 1, 0]);
    const inside = ico.subarray(ico.readUInt32LE(18));
    expect(inside.length).toBe(ico.readUInt32LE(14));
    expect(await sharp(inside).metadata()).toMatchObject({ format: 'png', width: 32, height: 32 });
    const touch = await bytesOf(await ask('/apple-touch-icon.png'));
    expect(await sharp(touch).metadata()).toMatchObject({ format: 'png', width: 180, height: 180 });
  });
});
