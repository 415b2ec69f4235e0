import { expect, it } from 'vitest';
import { changesOfSet } from '../../../admin/change-sets/groups.ts';

const words = (...parts: [string, 'same' | 'added' | 'removed'][]) => parts.map(([text, kind]) => ({ text, kind }));
const change = (label: string, weight: string, parts: ReturnType<typeof words>, more: object = {}) => ({
  ...{ label, weight, parts, key: `${label}${Math.random()}`, moves: [], figures: [], tables: [] },
  ...more,
});
const member = (title: string, ...changes: object[]) => ({ title, changes }) as never;
const told = (groups: ReturnType<typeof changesOfSet>) =>
  groups.map(({ change: { label, weight }, members }) => [label, weight, members.map(({ title }) => title)]);

it('shows a difference that several entries have once, and the heaviest first', () => {
  const source = (rest: string) =>
    change('Sources', 'wording', words(['Old', 'removed'], ['New', 'added'], [`${' word'.repeat(40)}${rest}`, 'same']));
  const groups = changesOfSet([
    member('One', source(' here')),
    member('Two', source(' there'), change('Dose', 'safety', words(['Other words', 'added']))),
  ]);
  expect(told(groups)).toEqual([
    ['Dose', 'safety', ['Two']],
    ['Sources', 'wording', ['One', 'Two']],
  ]);
});

it('shows the same words apart where others stand around them, and pictures for themselves', () => {
  const said = (before: string) => change('Summary', 'safety', words([before, 'same'], ['not', 'added']));
  expect(changesOfSet([member('One', said('Do ')), member('Two', said('You may '))])).toHaveLength(2);
  const figure = () => change('Figures', 'meaning', [], { figures: [{}] });
  expect(changesOfSet([member('One', figure()), member('Two', figure())])).toHaveLength(2);
});
