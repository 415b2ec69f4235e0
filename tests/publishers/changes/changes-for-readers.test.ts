import { describe, expect, it } from 'vitest';
import { changesForReaders } from '../../../publishers/changes/changes-for-readers.ts';
import { shortened } from '../../../publishers/changes/shortened.ts';
import { aCause, aTreatment, prose } from '../../support/releases.ts';

const titleOf = (uid: string) => `Title of ${uid}`;
const section = (words: string) => [{ kind: 'symptoms' as const, body: prose(words), urgentSigns: [], figures: [] }];
const between = (before: ReturnType<typeof aTreatment>, after: ReturnType<typeof aTreatment>, most?: number) =>
  changesForReaders(before, after, { titleOf, ...(most === undefined ? {} : { most }) });

describe('what changed for readers between two releases', () => {
  it('is told word by word, under the name of the part', () => {
    const found = changesForReaders(
      aCause({ sections: section('Stiffness that lasts longer than an hour.') }),
      aCause({ sections: section('Stiffness that lasts longer than 30 minutes.') }),
      { titleOf },
    );
    expect(found.left).toBe(0);
    expect(found.changes).toMatchObject([{ label: 'Section “symptoms”', isSafety: false }]);
    const words = (kind: string) => found.changes[0]?.words.filter((one) => one.kind === kind).map(({ text }) => text);
    expect([words('removed')?.join(' '), words('added')?.join(' ')]).toEqual(['an hour', '30 minutes']);
  });

  it('names safety before all else', () => {
    const before = aTreatment({ summary: 'Old words.', cautions: ['Old words.'] });
    const after = aTreatment({ summary: 'Other words.', cautions: ['Other words.'] });
    expect(between(before, after).changes.map(({ label, isSafety }) => [label, isSafety])).toEqual([
      ['Cautions', true],
      ['Summary', false],
    ]);
  });

  it('leaves out what is routine: codes, dates, sources, related pages', () => {
    const routine = aTreatment({ reviewDue: '2030-01-01', sources: [], related: ['other'] });
    expect(between(aTreatment(), routine)).toEqual({ changes: [], left: 0 });
  });

  it('calls other entries by their titles', () => {
    const [change] = between(aTreatment(), aTreatment({ redFlags: ['sign'] })).changes;
    expect(change).toMatchObject({ isSafety: true, words: [{ text: 'Title of sign', kind: 'added' }] });
  });

  it('tells as many as it is asked for, and how many are left', () => {
    const after = aTreatment({ summary: 'Other.', cautions: ['Other.'], howTo: ['Other.'] });
    expect(between(aTreatment(), after, 2)).toMatchObject({
      changes: [{ isSafety: true }, { isSafety: true }],
      left: 1,
    });
  });
});

describe('a shortened diff', () => {
  const many = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`).join(' ');

  it('keeps the words beside a change and cuts the middle of what stayed', () => {
    const parts = shortened([
      { text: `${many('a', 50)} `, kind: 'same' },
      { text: 'old', kind: 'removed' },
      { text: ` ${many('b', 50)} `, kind: 'same' },
      { text: 'new', kind: 'added' },
    ]);
    const [first, , middle] = parts.map(({ text }) => text);
    expect(first).toBe('… a41 a42 a43 a44 a45 a46 a47 a48 a49 ');
    expect(middle).toMatch(/b0 .*b7 … b41 .*b49 $/s);
  });

  it('cuts an endless new stretch between words', () => {
    const [part] = shortened([{ text: many('word', 500), kind: 'added' }]);
    expect(part?.text.length).toBeLessThan(710);
    expect(part?.text).toMatch(/word\d+ …$/);
  });
});
