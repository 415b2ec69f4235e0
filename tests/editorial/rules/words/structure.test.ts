import { describe, expect, it } from 'vitest';
import { safetyWordsBetween } from '../../../../editorial/rules/safety-words.ts';
import type { Prose } from '../../../../model/prose.ts';
import { proseToMarkedText } from '../../../../model/prose-text.ts';

const found = (before: string, after: string) => safetyWordsBetween(before, after);

describe('what stands where is part of what a text says', () => {
  it.each([
    [
      'a part under another heading of the larger size',
      '### Good\n#### Running\nIt feels warm.\n### Avoid\n#### Swimming\nIt feels cold.',
      '### Good\n#### Swimming\nIt feels cold.\n### Avoid\n#### Running\nIt feels warm.',
    ],
    [
      'an item inside another item',
      '• Avoid\n  • run far\n• Do\n  • jump high',
      '• Avoid\n  • jump high\n• Do\n  • run far',
    ],
    ['an item that is one no more', 'Avoid:\n• running\n• walking', 'Avoid:\n• running\nWalking'],
    [
      'a heading that is one no more',
      '### Avoid\nRunning on a sore hip.\n### Fine\nSwimming a long way.',
      '### Avoid\nRunning on a sore hip.\nFine\nSwimming a long way.',
    ],
    ['a comma behind “no”', 'No, exercise makes it worse.', 'No exercise makes it worse.'],
    ['a comma behind “stop”', 'Stop, exercise is good.', 'Stop exercise is good.'],
    ['where a link leads', 'Read more (https://a.example/hip)', 'Read more (https://b.example/hip)'],
    ['where a link on this site leads', 'Read more (/causes/hip)', 'Read more (/causes/back)'],
  ])('%s', (_what, before, after) => {
    expect(found(before, after)).not.toEqual([]);
    expect(found(after, before)).not.toEqual([]);
  });

  it('and the marked text of prose tells lists inside lists', () => {
    const item = (text: string) => ({ children: [{ kind: 'text' as const, text }] });
    const prose: Prose = [
      {
        kind: 'list',
        ordered: false,
        items: [{ ...item('Avoid'), list: { kind: 'list', ordered: false, items: [item('run')] } }, item('Do')],
      },
    ];
    expect(proseToMarkedText(prose)).toBe('• Avoid\n  • run\n• Do');
  });
});

// An editor who saves such a text must not hold up the process, and the withdrawal of what is live with it.
describe('a text that nobody would write is compared at once', () => {
  it.each([
    ['a word without an end', 'x', 60_000],
    ['many short sentences', 'Take 2. ', 8_000],
    ['full stops without blanks', '1.1.', 15_000],
    ['links that do not end', '(/', 25_000],
    ['a megabyte', 'Take 2 tablets. ', 65_000],
  ])('%s', { timeout: 60_000 }, (_what, words, times) => {
    const started = performance.now();
    expect(found('A sore hip.', `${words.repeat(times)} Do not run.`)).not.toEqual([]);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
