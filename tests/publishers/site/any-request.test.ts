import fc from 'fast-check';
import { POLICY } from '../../../policy.ts';
import { expect, test } from 'vitest';
import { anyRequest, wrongWith } from './any-request.ts';
import { everyKind } from './page-kinds.ts';
import { aSite } from './support.ts';

test('no path, query or header makes the site fail or repeat what must not be repeated', async () => {
  const { site, errors } = aSite(everyKind(), { policy: POLICY });
  await fc.assert(
    fc.asyncProperty(anyRequest, async ({ target, method, headers }) => {
      const response = await site.respond(new Request(`https://example.org${target}`, { method, headers }));
      expect(await wrongWith(response)).toBeNull();
    }),
    { numRuns: 250 },
  );
  expect(errors).toEqual([]);
});
