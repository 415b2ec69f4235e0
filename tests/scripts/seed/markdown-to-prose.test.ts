import { describe, expect, it } from 'vitest';
import { proseToMarkedText } from '../../../model/prose-text.ts';
import { proseShape } from '../../../model/prose-shape.ts';
import { markdownToProse } from '../../../scripts/seed/markdown-to-prose.ts';

const marked = (markdown: string) => proseToMarkedText(proseShape.parse(markdownToProse(markdown)));

describe('the text of a content file', () => {
  it.each([
    ['Old words\nin two lines.\n\nOther words.', 'Old words in two lines.\nOther words.'],
    ['### A heading\n\nPlain words.', '### A heading\nPlain words.'],
    ['### A heading\nPlain words.', '### A heading\nPlain words.'],
    ['These:\n\n- old words\n  that go on\n- other words', 'These:\n• old words that go on\n• other words'],
    ['These:\n- old words\n- other words', 'These:\n• old words\n• other words'],
    ['1. Old words\n2. Other words', '1. Old words\n2. Other words'],
    ['**Old** *words* and [more](https://example.org).', 'Old words and more (https://example.org).'],
    ['A claim [@short-name]. Plain words.', 'A claim [@short-name]. Plain words.'],
    ['10^3^ of H~2~O', '10^3^ of H~2~O'],
    ['| Who | Much |\n| --- | --- |\n| All | 2 |', '| Who | Much |\n| Who: All | Much: 2 |'],
  ])('is read as a release would hold it: %j', (markdown, text) => {
    expect(marked(markdown)).toBe(text);
  });
});
