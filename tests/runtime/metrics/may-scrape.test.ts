import { describe, expect, it } from 'vitest';
import { mayScrape } from '../../../runtime/metrics/may-scrape.ts';

const TOKEN = 'a-token-of-some-length';
const asked = (over: Partial<Parameters<typeof mayScrape>[0]>, token: string | null = null) =>
  mayScrape({ peer: null, forwardedFor: null, authorization: null, ...over }, token);

describe('the figures of operation', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '172.31.0.9', '192.168.1.1', '169.254.1.1', 'fd00::1'])(
    'are for a monitor at %s',
    (peer) => {
      expect(asked({ peer })).toBe(true);
      expect(asked({ peer, forwardedFor: '10.0.0.7, 192.168.0.2' })).toBe(true);
    },
  );

  it.each(['203.0.113.7', '172.32.0.1', '::ffff:8.8.8.8', '2001:db8::1', '', 'localhost', '127.0.0.1.evil.example'])(
    'are not for %j, nor for a proxy that speaks for it',
    (address) => {
      expect(asked({ peer: address })).toBe(false);
      expect(asked({ peer: '10.0.0.1', forwardedFor: address })).toBe(false);
      expect(asked({ peer: '10.0.0.1', forwardedFor: `127.0.0.1, ${address}` })).toBe(false);
      expect(asked({ peer: '10.0.0.1', forwardedFor: `${address}, 127.0.0.1` })).toBe(false);
    },
  );

  it('are for whoever has the token, wherever they are, and for nobody else who sends one', () => {
    const far = { peer: '203.0.113.7' };
    expect(asked({ ...far, authorization: `Bearer ${TOKEN}` }, TOKEN)).toBe(true);
    for (const authorization of [TOKEN, 'Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, 'Bearer null']) {
      expect(asked({ ...far, authorization }, TOKEN)).toBe(false);
      expect(asked({ ...far, authorization }, null)).toBe(false);
    }
  });

  it('are not for who cannot be told where they are', () => {
    expect(asked({})).toBe(false);
  });
});
