import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { lexicalToProse } from '../../editorial/records/lexical-to-prose.ts';
import { revisionHash, toRevision } from '../../model/revision.ts';
import { lexical } from '../support/entries.ts';
import { aCause } from '../support/releases.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the revision hash', () => {
  // RFC 8785 §3.2.2 and §3.2.3, with the canonical form that the RFC prints.
  it.each([
    [
      JSON.parse(
        '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
      ) as unknown,
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [
      JSON.parse(
        '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
      ) as unknown,
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
  ])('is SHA-256 over the RFC 8785 form (vector %#)', (value, canonical) => {
    expect(canonicalize(value)).toBe(canonical);
    expect(revisionHash(value)).toBe(sha256(canonical));
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(revisionHash(reversed)).toBe(revisionHash(value));
      }),
    );
  });

  it('survives a trip through JSON, as content does through the database', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(revisionHash(JSON.parse(JSON.stringify(value)))).toBe(revisionHash(value));
      }),
    );
  });

  it('depends on the order of lists and on every field', () => {
    const cause = aCause();
    const hash = revisionHash(cause);
    for (const key of Object.keys(cause)) expect(revisionHash({ ...cause, [key]: 'changed' })).not.toBe(hash);
    expect(revisionHash({ ...cause, worse: ['a', 'b'] })).not.toBe(revisionHash({ ...cause, worse: ['b', 'a'] }));
  });

  it('refuses what is not JSON', () => {
    expect(() => revisionHash(undefined)).toThrow(TypeError);
    expect(() => revisionHash({ n: Number.NaN })).toThrow();
  });

  it('does not see what the editor keeps for itself', () => {
    const stored = lexical('The hip can be sore.');
    const other = structuredClone(stored) as unknown as {
      root: Record<string, unknown> & { children: Record<string, unknown>[] };
    };
    Object.assign(other.root, { version: 2, direction: null, indent: 3 });
    Object.assign(other.root.children[0] ?? {}, { textFormat: 1, textStyle: 'x', version: 9, $: { id: 'x' } });
    const of = (value: unknown) =>
      toRevision(
        aCause({ sections: [{ kind: 'what-it-is', body: lexicalToProse(value).prose, urgentSigns: [], figures: [] }] }),
      ).hash;
    expect(of(other)).toBe(of(stored));
    expect(of(lexical('The hip can be sore!'))).not.toBe(of(stored));
  });
});
