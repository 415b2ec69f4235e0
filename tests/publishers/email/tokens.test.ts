import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenCodec } from '../../../publishers/email/tokens.ts';

const uid = '01890000-0000-7000-8000-00000000c11c';
const tokens = createTokenCodec('one secret');

describe('a token', () => {
  it('says which row it belongs to, in 43 characters that a URL takes', () => {
    const token = tokens.make('confirm', uid);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(tokens.read('confirm', token)).toBe(uid);
  });

  it('is worth nothing for another purpose or to another installation', () => {
    const token = tokens.make('preferences', uid);
    for (const purpose of ['confirm', 'unsubscribe', 'lesson'] as const) expect(tokens.read(purpose, token)).toBeNull();
    expect(createTokenCodec('another secret').read('preferences', token)).toBeNull();
  });

  it('stands no change of any bit', () => {
    const bytes = Buffer.from(tokens.make('unsubscribe', uid), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(tokens.read('unsubscribe', changed.toString('base64url'))).toBeNull();
    }
  });

  it('has one spelling only', () => {
    const token = tokens.make('unsubscribe', uid);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const accepted = Array.from(alphabet).filter(
      (last) => tokens.read('unsubscribe', token.slice(0, -1) + last) !== null,
    );
    expect(accepted).toEqual([token.at(-1)]);
    expect(tokens.read('unsubscribe', `${token}=`)).toBeNull();
  });

  it('is never read from anything else, and reading never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => tokens.read('confirm', text) === null),
    );
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{43}$/), (text) => tokens.read('confirm', text) === null));
  });
});
