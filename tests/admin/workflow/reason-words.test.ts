import { describe, expect, it } from 'vitest';
import { safetyReasons, whatCounts, whyNotLower } from '../../../admin/workflow/reason-words.ts';
import type { SafetyWord } from '../../../editorial/rules/safety-words.ts';
import type { SafetyReason } from '../../../editorial/rules/policy.ts';

const part = (words: SafetyWord[] = []): SafetyReason => ({
  rule: 'safety',
  field: 'summary',
  label: 'Summary',
  words,
});

describe('why two clinicians must look', () => {
  it('is said word by word where words count', () => {
    const words: SafetyWord[] = [
      { kind: 'number', word: '2', how: 'removed' },
      { kind: 'number', word: '20', how: 'added' },
      { kind: 'negation', word: 'not', how: 'changed' },
    ];
    expect(whatCounts(part(words))).toBe('“2” is gone, “20” is new, “not” speaks of something else');
  });

  it('names the part alone where every change of it counts', () => {
    expect(whatCounts(part())).toBe('every change of it counts');
  });

  it('does not list a whole page', () => {
    const many = Array.from({ length: 9 }, (_, i): SafetyWord => ({ kind: 'number', word: String(i), how: 'added' }));
    expect(whatCounts(part(many))).toMatch(/“5” is new and 3 more words$/);
  });

  it('leaves out what is no part of the text', () => {
    expect(safetyReasons([{ rule: 'first-release' }, { rule: 'sent-by-mail' }, part()])).toEqual([part()]);
  });
});

describe('why a change cannot be called smaller', () => {
  it('is silent where it can', () => {
    expect(whyNotLower('minor', [])).toBeNull();
    expect(whyNotLower('new', [{ rule: 'first-release' }, part()])).toBeNull();
  });

  it('tells the mail that readers have from the change alone', () => {
    expect(whyNotLower('major', [part()])).toMatch(/major at least/);
    expect(whyNotLower('safety', [{ rule: 'sent-by-mail' }, part()])).toMatch(
      /must be safety: readers may have the old text/,
    );
  });
});
