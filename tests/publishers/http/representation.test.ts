import { expect, it } from 'vitest';
import { respondWith, sizeOf, toRepresentation } from '../../../publishers/http/representation.ts';

/** Plain sentences, as pages and feeds have them. */
const aText = (length: number) =>
  Array.from({ length: Math.ceil(length / 40) }, (_, i) => `Sentence ${i} says what ${(i * 7919) % 1000} means. `)
    .join('')
    .slice(0, length);

it.each([40, 600, 1500, 4000, 9000, 40_000])(
  'a body of %i bytes takes no more memory, in all its codings, than it is counted with',
  async (length) => {
    const representation = toRepresentation(aText(length), 'text/plain');
    for (const coding of ['br', 'gzip', 'identity']) {
      const request = new Request('http://localhost/', { headers: { 'accept-encoding': coding } });
      await (await respondWith(request, representation)).arrayBuffer();
    }
    const blocks = new Set([representation.identity, ...representation.encoded.values()].map(({ buffer }) => buffer));
    const taken = [...blocks].reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(taken).toBeLessThanOrEqual(sizeOf(representation));
  },
);
