import { describe, expect, test } from 'vitest';
import { WHO_MAY } from '../../../../editorial/rules/lifecycle.ts';
import type { Policy } from '../../../../editorial/rules/policy.ts';
import { fieldsOf } from '../../../../model/entries/entries.ts';
import { capital, inWords } from '../../../../model/entries/labels.ts';
import { ENTRY_TYPES, type EntryType } from '../../../../model/entries/types.ts';
import { requiredOf } from '../../../../model/entries/leaves.ts';
import { safetyParts } from '../../../../model/entries/safety-parts.ts';
import { NOT_SAID, type EditorialPolicy } from '../../../../publishers/site/trust/editorial-policy.ts';
import { safetyFieldsOf } from '../../../../publishers/site/trust/safety-fields.ts';
import { sectionLabel } from '../../../../publishers/wording/labels.ts';
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

/** The line of the page that a part belongs to, by its place: `sections.safety.body`. */
function lineOf(type: EntryType, place: string): string {
  const [name = '', key = ''] = place.split('.');
  const field = fieldsOf(type)[name]!;
  if (field.kind === 'list' && field.rows) return `Section “${sectionLabel(key)}”`;
  return capital(field.says.label ?? inWords(name));
}

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

  test('has nothing folded away on paper', async () => {
    expect(await read(INSTALLED)).toMatch(/@media print\{.*details::details-content\{content-visibility:visible\}/);
  });

  test('is not there for a site that was told of no policy', async () => {
    expect((await aSite([]).ask('/editorial-policy')).status).toBe(404);
  });

  test.each(ENTRY_TYPES)('calls no part of a %s less than the rules do', (type) => {
    const { always, 'by-words': byWords, never } = safetyFieldsOf(type);
    expect(new Set([...always, ...byWords, ...never]).size).toBe(always.length + byWords.length + never.length);
    const compared: string[] = [];
    for (const part of safetyParts(sampleOf(type))) {
      const label = lineOf(type, part.field);
      const said = always.includes(label) ? 'always' : byWords.includes(label) ? 'by-words' : 'never';
      expect([always, byWords, never].flat(), part.label).toContain(label);
      if (part.class === 'always') expect(said, part.label).toBe('always');
      if (part.class === 'by-words') expect(said, part.label).not.toBe('never');
      compared.push(label);
    }
    // Every line of the page was held against a part, and no line is missing.
    expect([...new Set(compared)].sort()).toEqual([...always, ...byWords, ...never].sort());
  });

  test('says who may withdraw, and what needs no source, as the rules have it', async () => {
    const html = await read(INSTALLED);
    expect(WHO_MAY.withdraw).toEqual(['editor', 'reviewer', 'admin']);
    expect(html).toContain('Editors, reviewers and administrators may withdraw');
    const free = ENTRY_TYPES.filter((type) => !requiredOf({ type }).some(({ path }) => path === 'sources'));
    expect(free).toEqual(['course']);
    expect(html).toContain('nor without a source, which email courses alone may lack;');
  });
});
