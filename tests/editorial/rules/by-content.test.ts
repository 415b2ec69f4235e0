import { describe, expect, it } from 'vitest';
import { byContent } from '../../../editorial/rules/by-content.ts';

describe('a rule that remembers by content', () => {
  const counting = () => {
    const asked: unknown[] = [];
    const rule = byContent((words: { text: string }, names: readonly string[]) => {
      asked.push(words);
      return [{ said: `${words.text} ${names.join()}` }];
    });
    return { rule, asked };
  };

  it('is asked once for the same words, whoever holds them', () => {
    const { rule, asked } = counting();
    expect(rule({ text: 'Plain words.' }, ['one'])).toEqual([{ said: 'Plain words. one' }]);
    expect(rule({ text: 'Plain words.' }, ['one'])).toEqual([{ said: 'Plain words. one' }]);
    expect(asked).toHaveLength(1);
  });

  it('is asked again for a text that was changed in place, and when anything else that it was given differs', () => {
    const { rule } = counting();
    const held = { text: 'Old words.' };
    rule(held, ['one']);
    held.text = 'Other words.';
    expect(rule(held, ['one'])).toEqual([{ said: 'Other words. one' }]);
    expect(rule(held, ['two'])).toEqual([{ said: 'Other words. two' }]);
  });

  it('gives an answer that nobody can change for the others', () => {
    const { rule } = counting();
    const [first] = rule({ text: 'Plain words.' }, []);
    expect(() => Object.assign(first ?? {}, { said: 'Other words.' })).toThrow(TypeError);
  });
});
