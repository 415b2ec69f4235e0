import fc from 'fast-check';
import { POLICY } from '../../policy.ts';
import { expect, test } from 'vitest';
import { anyRequest, wrongWith } from '../publishers/site/any-request.ts';
import { everyKind } from '../publishers/site/page-kinds.ts';
import { aSite } from '../publishers/site/support.ts';

const CASES = 100_000;

test(`none of ${CASES} requests that nobody should make fails`, { timeout: 3_600_000 }, async () => {
  const { site, errors } = aSite(everyKind(), { policy: POLICY });
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(anyRequest, async ({ target, method, headers }) => {
      const response = await site.respond(new Request(`https://example.org${target}`, { method, headers }));
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      expect(await wrongWith(response)).toBeNull();
    }),
    { numRuns: CASES },
  );
  console.log('answers by status:', Object.fromEntries([...statuses].sort()));
  expect(errors).toEqual([]);
});
