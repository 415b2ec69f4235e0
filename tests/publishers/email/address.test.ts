import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../publishers/email/address.ts';
import { senderOf } from '../../../publishers/email/address.ts';

describe('an address', () => {
  it.each([
    ['Anna.Berg+hip@Example.ORG', 'Anna.Berg+hip@example.org', 'anna.berg+hip@example.org'],
    ['  anna@example.org ', 'anna@example.org', 'anna@example.org'],
    ['anna@bücher.example', 'anna@xn--bcher-kva.example', 'anna@xn--bcher-kva.example'],
    ["o'neill@example.org", "o'neill@example.org", "o'neill@example.org"],
  ])('%s is mailed to as %s', (input, address, key) => {
    expect(parseAddress(input)).toEqual({ address, key });
  });

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['anna', 'not-an-address'],
    ['@example.org', 'not-an-address'],
    ['anna@localhost', 'not-an-address'],
    ['anna@[127.0.0.1]', 'not-an-address'],
    ['anna@127.0.0.1', 'not-an-address'],
    ['anna@-x.example', 'not-an-address'],
    ['a..b@example.org', 'not-an-address'],
    ['a b@example.org', 'not-an-address'],
    ['Anna <anna@example.org>', 'not-an-address'],
    ['a@example.org,b@example.org', 'not-an-address'],
    ['jürgen@example.org', 'local-part-not-ascii'],
    ['anna@example.org\r\nBcc: b@example.org', 'control-character'],
    ['anna@example.org\n', 'control-character'],
    ['an\0na@example.org', 'control-character'],
    [`${'a'.repeat(65)}@example.org`, 'too-long'],
    [`anna@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(20)}`, 'too-long'],
  ])('%j is refused as %s', (input, issue) => {
    expect(parseAddress(input)).toEqual({ issue });
  });

  it('never throws, and what it takes is one plain line that it takes again unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (input) => {
        const parsed = parseAddress(input);
        if ('issue' in parsed) return;
        expect(parsed.address).toMatch(/^[\x21-\x7e]{3,254}$/);
        expect(parseAddress(parsed.address)).toEqual(parsed);
      }),
    );
  });
});

describe('the sender', () => {
  it.each([
    ['Imprimatur <a@example.org>', { name: 'Imprimatur', address: 'a@example.org', domain: 'example.org' }],
    ['"Hip, pain" <a@example.org>', { name: 'Hip, pain', address: 'a@example.org', domain: 'example.org' }],
    ['a@example.org', { name: 'Imprimatur', address: 'a@example.org', domain: 'example.org' }],
  ])('%s is taken apart', (input, sender) => {
    expect(senderOf(input)).toEqual(sender);
  });

  it('without an address is a mistake of the installation', () => {
    expect(() => senderOf('nobody')).toThrow(TypeError);
  });
});
