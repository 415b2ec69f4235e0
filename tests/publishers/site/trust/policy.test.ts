import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../../editorial/rules/policy.ts';
import { ENTRY_TYPES } from '../../../../model/entries/types.ts';
import { safetyParts } from '../../../../model/entries/safety-parts.ts';
import { NOT_SAID, type EditorialPolicy } from '../../../../publishers/site/trust/editorial-policy.ts';
import { safetyFieldsOf } from '../../../../publishers/site/trust/safety-fields.ts';
import { POLICY as INSTALLED } from '../../../../policy.ts';
import { sampleOf } from '../../../support/described.ts';
import { aSite } from '../support.ts';

const read = (policy: EditorialPolicy) => aSite([], { policy }).read('/editorial-policy');
const checks = (one: string) => ({ guide: [], cause: [one], treatment: [], 'red-flag': [], course: [] });

/** Every member that a policy can have, the compiler asks for a new one: what it is, and what it becomes. */
const MEMBERS: { [Name in keyof Required<Policy>]: [Required<Policy>[Name], Required<Policy>[Name]] } = {
  approvals: [1, 3],
  safetyApprovals: [2, 4],
  graceDays: [90, 14],
  maxReadingGrade: [9, 6],
  reviewMonths: [{}, { guide: 13 }],
  noticeDays: [90, 30],
  medicines: [[], ['Somenewbrand']],
  checklist: [checks('it is clear'), checks('it is short')],
};
const before = Object.fromEntries(Object.entries(MEMBERS).map(([name, [now]]) => [name, now])) as unknown as Policy;

describe('the page of the editorial policy', () => {
  test.each(Object.entries(MEMBERS))('follows the policy: %s', async (name, [, after]) => {
    const changed = (await read({ ...before, [name]: after })) !== (await read(before));
    expect(changed).toBe(!(name in NOT_SAID));
  });

  test('says the numbers of the policy of this installation, and all that is checked', async () => {
    const html = await read(INSTALLED);
    expect(html).toContain('An ordinary change needs the approval of one clinician.');
    expect(html).toContain('needs 2 different clinicians.');
    expect(html).toContain('After 90 more days it is withdrawn by itself.');
    for (const check of Object.values(INSTALLED.checklist ?? {}).flat()) expect(html).toContain(check);
  });

  test('is not there for a site that was told of no policy', async () => {
    expect((await aSite([]).ask('/editorial-policy')).status).toBe(404);
  });

  test.each(ENTRY_TYPES)('calls no part of a %s less than the rules do', (type) => {
    const { always, 'by-words': byWords, never } = safetyFieldsOf(type);
    expect(new Set([...always, ...byWords, ...never]).size).toBe(always.length + byWords.length + never.length);
    for (const part of safetyParts(sampleOf(type))) {
      const [label = ''] = part.label.split(' › ');
      if (part.field.startsWith('sections.')) continue;
      const said = always.includes(label) ? 'always' : byWords.includes(label) ? 'by-words' : 'never';
      const all = [always, byWords, never].flat();
      if (!all.includes(label)) continue;
      if (part.class === 'always') expect(said, part.label).toBe('always');
      if (part.class === 'by-words') expect(said, part.label).not.toBe('never');
    }
  });
});
