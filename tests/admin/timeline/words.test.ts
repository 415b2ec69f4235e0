import { describe, expect, it } from 'vitest';
import { timelinePath } from '../../../admin/timeline/timeline-path.ts';
import { approvalWords, countOf, headOf, nameOf, shortHash } from '../../../admin/timeline/words.ts';
import type { Change } from '../../../editorial/rules/changes.ts';
import type { Approval } from '../../../model/release-row.ts';
import type { TimelineLine } from '../../../editorial/timeline/read-timeline.ts';

const at = '2026-11-20T10:00:00.000Z';
const common = { at, by: 'Demo editor', state: null };
const edited = (changed: string[] | null, isFirst = false): TimelineLine => ({
  ...common,
  kind: 'edit',
  since: at,
  saves: 1,
  isFirst,
  changed,
});

describe('a timeline says in words', () => {
  it.each([
    [edited(['Summary', 'Title']), 'Summary, Title'],
    [edited(['A', 'B', 'C', 'D', 'E', 'F']), 'A, B, C, D, E and 1 more field'],
    [edited([]), 'Saved without a change'],
    [edited(null), 'Saved'],
    [edited([], true), 'The entry was made'],
    [{ ...common, kind: 'withdrawal', seq: 4, reason: null } satisfies TimelineLine, 'Readers have it no more'],
  ] as [TimelineLine, string][])('what happened (%#)', (line, title) => {
    expect(headOf(line).title).toBe(title);
  });

  it('how much differs, heaviest first', () => {
    const changes = [{ weight: 'wording' }, { weight: 'safety' }, { weight: 'wording' }] as Change[];
    expect(countOf(changes)).toBe('3 changes: 1 safety, 2 wording.');
    expect(countOf([])).toBe('Nothing differs: the two have the same words.');
  });

  it('whose approvals are of this text, and whose of an earlier one', () => {
    const by = (name: string, revision: string) => ({ clinician: { name }, revision }) as Approval;
    expect(approvalWords([by('A', 'new'), by('B', 'old'), by('C', 'new')], 'new')).toBe(
      'for this fingerprint: A and C; of an earlier text, kept: B',
    );
    expect(approvalWords([by('B', 'old')], 'new')).toBe('of an earlier text, kept: B');
    expect(approvalWords([by('A', 'new')], 'new')).toBe('for this fingerprint: A');
    expect(approvalWords([], 'new')).toBe('');
  });

  it('which states are compared', () => {
    const facts = { name: 'x', at, revision: 'r', release: null };
    expect(nameOf({ ...facts, kind: 'draft' })).toBe('the draft now');
    expect(nameOf({ ...facts, kind: 'release', release: { seq: 4, version: '1.2', approvals: [] } })).toBe(
      'version 1.2',
    );
    expect(nameOf({ ...facts, kind: 'saved' })).toMatch(/^saved 20 Nov 2026, 10:00/);
    expect(shortHash('4be190cd0000000008d3')).toBe('4be1 90cd … 08d3');
  });

  it('and has an address for all that it shows', () => {
    const entry = { collection: 'causes', id: 'u/1' };
    expect(timelinePath('/admin', entry)).toBe('/admin/timeline/causes/u%2F1');
    expect(timelinePath('/admin', entry, { a: 'draft', b: undefined, on: '' })).toBe(
      '/admin/timeline/causes/u%2F1?a=draft',
    );
  });
});
