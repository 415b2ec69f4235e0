import fc from 'fast-check';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { createLibrary } from '../../release-log/library.ts';
import { readApprovals } from '../../release-log/read-approvals.ts';
import { aCause, approval, memoryLog, released, withdrawn } from '../support/releases.ts';

const given = (uid: string, at: string, over: Partial<typeof approval.clinician> = {}) => ({
  ...approval,
  approvedAt: at,
  clinician: { ...approval.clinician, uid, slug: uid, name: uid, ...over },
});
const libraryOf = (rows: Parameters<typeof memoryLog>[0]) =>
  createLibrary({ log: memoryLog(rows), now: () => 0 }).current();

describe('what the log knows of clinicians', () => {
  test('is who they were at the latest of their approvals, whatever a later row carries on', async () => {
    const old = given('bo', '2025-01-01T00:00:00.000Z', { name: 'Bo before', slug: 'bo-before' });
    const library = await libraryOf([
      released(aCause(), { seq: 1, approvals: [old] }),
      released(aCause(), { seq: 2, approvals: [given('bo', '2026-01-01T00:00:00.000Z')] }),
      released(aCause(), { seq: 3, approvals: [old, given('ann', '2026-02-01T00:00:00.000Z')] }),
    ]);
    expect(library.clinicianAt('bo')).toMatchObject({
      profile: { name: 'bo', slug: 'bo' },
      lastApprovedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(library.clinicianAt('bo-before')).toEqual(library.clinicianAt('bo'));
    expect(library.clinicianAt('nobody')).toBeNull();
    expect(library.clinicians().map(({ profile }) => profile.uid)).toEqual(['ann', 'bo']);
    expect(library.approvedBy('bo')).toEqual([3, 2, 1]);
  });

  test('leads from an address to whoever had it first, also when somebody else has it now', async () => {
    const at = (month: number) => `2026-0${month}-01T00:00:00.000Z`;
    const library = await libraryOf([
      released(aCause(), { seq: 1, approvals: [given('ann', at(1), { slug: 'a-lee' })] }),
      released(aCause(), { seq: 2, approvals: [given('ann', at(2), { slug: 'a-lee-smith' })] }),
      released(aCause(), { seq: 3, approvals: [given('bo', at(3), { slug: 'a-lee' })] }),
    ]);
    expect(library.clinicianAt('a-lee')?.profile.uid).toBe('ann');
  });

  test('counts a row once, whoever approved it twice', async () => {
    const twice = [given('bo', '2025-01-01T00:00:00.000Z'), given('bo', '2026-01-01T00:00:00.000Z')];
    const library = await libraryOf([released(aCause(), { seq: 1, approvals: twice })]);
    expect(library.approvedBy('bo')).toEqual([1]);
  });

  test('is read from the canonical text as from any other spelling of it', () => {
    const words = fc.oneof(fc.string(), fc.constantFrom('{', '}', '"', '\\', '"},"revision":"'));
    const list = fc.array(
      fc.record({ name: words, slug: words, at: words, revision: words }).map(({ name, slug, at, revision }) => ({
        ...given('bo', at, { name, slug }),
        revision,
      })),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(list, (approvals) => {
        const read = (text: string) => readApprovals(text).map(({ clinician, approvedAt }) => [clinician, approvedAt]);
        const wanted = approvals.map(({ clinician, approvedAt }) => [clinician, approvedAt]);
        expect(read(canonicalize(approvals)!)).toEqual(wanted);
        expect(read(JSON.stringify(approvals, null, 1))).toEqual(wanted);
      }),
    );
  });
});

describe('the changes of what readers had', () => {
  test('are told by their grade, newest first; a first release is none', async () => {
    const first = released(aCause({ uid: 'c1' }), { seq: 1 });
    const library = await libraryOf([
      first,
      released(aCause({ uid: 'c2', slug: 'other' }), { seq: 2 }),
      released(aCause({ uid: 'c1' }), { seq: 3, changeKind: 'safety' }),
      released(aCause({ uid: 'c1' }), { seq: 4, changeKind: 'minor' }),
      released(aCause({ uid: 'c2', slug: 'other' }), { seq: 5, changeKind: 'safety' }),
      withdrawn(first, { seq: 6 }),
    ]);
    expect(library.corrected('safety').map(({ seq }) => seq)).toEqual([5, 3]);
    expect(library.corrected('withdrawn')).toEqual([{ uid: 'c1', seq: 6, grade: 'withdrawn' }]);
    expect(library.corrected('minor').map(({ uid }) => uid)).toEqual(['c1']);
    expect(library.corrected('major')).toEqual([]);
  });

  test('are not told across a row that cannot be read', async () => {
    const log = memoryLog([1, 2, 3, 4].map((seq) => released(aCause(), { seq })));
    // The log signs its rows when it is first asked.
    await log.head();
    Object.assign(log.rows[1]!, { title: 'A miracle cure', signature: 'e30.e30.e30' });
    const library = await createLibrary({ log, now: () => 0 }).current();
    expect(library.releasesOf(aCause().uid)).toEqual([3, 4]);
  });
});
