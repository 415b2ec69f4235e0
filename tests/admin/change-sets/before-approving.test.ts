import { expect, it } from 'vitest';
import { whyNotApproved } from '../../../admin/change-sets/before-approving.ts';

const page = (shown: number, of: number, stale = 0) =>
  whyNotApproved({
    set: { members: Array.from({ length: of }) } as never,
    members: Array.from({ length: shown }, (_, i) => ({ isStale: i < stale })) as never,
    next: shown < of ? shown : null,
  });

it('lets a set be approved when every entry was shown as the set speaks of it', () => {
  expect(page(20, 20)).toBeNull();
});

it('says how many entries were not shown yet', () => {
  expect(page(15, 200)).toContain('185 entries are not shown');
  expect(page(15, 16)).toContain('1 entry is not shown');
});

it('says how many are other texts by now', () => {
  expect(page(20, 20, 2)).toContain('2 entries are no longer');
});
