import { describe, expect, it } from 'vitest';
import { knownBrowsers } from '../../../collections/shared/staff-door/known-browser.ts';

const DAY = 24 * 60 * 60 * 1000;
const now = new Date('2026-03-03T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * DAY);
const [MINE, OTHER] = ['doctor@example.org', 'other@example.org'];

describe('a browser that is known to an account', () => {
  const browsers = knownBrowsers('a secret', { https: true });
  const cookieOf = (account: string, by = browsers) => {
    const [pair = ''] = by.cookieFor(account, { now, nonce: new Uint8Array(16).fill(7) }).split(';');
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1) };
  };
  const { name, value } = cookieOf(MINE);
  const known = (said: string, account = MINE, at = now) =>
    browsers.nameIn(new Map([[cookieOf(account).name, said]]), account, at);

  it('is told by its cookie, for half a year', () => {
    expect(known(value)).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(known(value, MINE, later(179))).not.toBeNull();
    expect(known(value, MINE, later(181))).toBeNull();
    expect(browsers.nameIn(new Map(), MINE, now)).toBeNull();
  });

  it('is not known to any other account, under whatever name it sends the cookie', () => {
    expect(cookieOf(OTHER).name).not.toBe(name);
    expect(browsers.nameIn(new Map([[name, value]]), OTHER, now)).toBeNull();
    expect(known(value, OTHER)).toBeNull();
  });

  it('is not one that made its cookie up, or that of another installation, or put off its end', () => {
    const [until = '', nonce = '', mac = ''] = value.split('.');
    const another = mac.startsWith('A') ? `B${mac.slice(1)}` : `A${mac.slice(1)}`;
    const later = (Number.parseInt(until, 36) + 1000).toString(36);
    for (const forged of [
      `${until}.${nonce}.${another}`,
      `${later}.${nonce}.${mac}`,
      `${until}.${'A'.repeat(22)}.${mac}`,
      `${until}.${nonce}.`,
      `${until}.${nonce}`,
      '..',
      '',
      cookieOf(MINE, knownBrowsers('another secret', { https: true })).value,
    ])
      expect([forged, known(forged)]).toEqual([forged, null]);
  });
});
