import { describe, expect, it } from 'vitest';
import { dressed } from '../../../publishers/preview/dress.ts';
import { aCause } from '../../support/releases.ts';
import { aPreview, asking } from './support.ts';

const SHA = 'a'.repeat(64);
const worn = (body: string, figureUrl: Parameters<typeof dressed>[1]['figureUrl'] = () => null) =>
  dressed(`<html><head></head><body style="x">${body}</body></html>`, { band: '[band]', head: '[head]', figureUrl })
    .replace('<html><head>[head]</head><body style="x">[band]', '')
    .replace('</body></html>', '');

describe('a document as a preview', () => {
  it('opens its links beside it, but for its own parts and for calls', () => {
    expect(worn('<a href="/causes/x">x</a>')).toBe('<a target="_blank" rel="noopener" href="/causes/x">x</a>');
    expect(worn('<a href="https://a.example" target="_self">x</a>')).toBe(
      '<a target="_blank" rel="noopener" href="https://a.example">x</a>',
    );
    for (const own of ['<a href="#about">x</a>', '<a class="call" href="tel:112">112</a>', '<abbr>x</abbr>'])
      expect(worn(own)).toBe(own);
  });

  it('has forms that send nothing', () => {
    expect(worn('<form><input name="email"/><button type="submit">Go</button></form>')).toBe(
      '<form><input disabled name="email"/><button disabled type="submit">Go</button></form>',
    );
  });

  it('fetches pictures that readers cannot have where staff can', () => {
    const staffs = (sha256: string, ending: string) => `/api/x/${sha256.slice(0, 3)}.${ending}`;
    const srcset = (one: string) => `<img src="${one}" srcset="${one} 320w, ${one} 640w">`;
    expect(worn(srcset(`/figures/${SHA}.webp`), staffs)).toBe(srcset('/api/x/aaa.webp'));
    expect(worn(srcset(`https://example.org/figures/${SHA}.png`), staffs)).toBe(srcset('/api/x/aaa.png'));
    expect(worn(srcset(`/figures/${SHA.slice(0, 20)}.webp`), staffs)).toBe(srcset('/api/x/aaa.webp'));
    expect(worn(srcset(`/figures/${SHA}.webp`))).toBe(srcset(`/figures/${SHA}.webp`));
  });

  it('runs nothing, and says above everything that it is one', async () => {
    const { body } = await aPreview(aCause(), asking({ channel: 'page' }));
    expect(body).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(body.indexOf('data-preview="band"')).toBeLessThan(body.indexOf('class="skip"'));
    expect(body).not.toContain('data-mark');
  });
});
