import { describe, expect, it } from 'vitest';
import { readingGrade } from '../../../editorial/rules/reading-grade.ts';

describe('the reading grade', () => {
  it('says nothing about fewer than thirty words', () => {
    expect(readingGrade('')).toBeNull();
    expect(readingGrade(Array(29).fill('word').join(' '))).toBeNull();
    expect(readingGrade(Array(30).fill('word').join(' '))).not.toBeNull();
  });

  it('follows Flesch–Kincaid: 0.39 words per sentence + 11.8 syllables per word − 15.59', () => {
    const sentence = 'The cat sat on the mat and ate.';
    expect(readingGrade(Array(5).fill(sentence).join(' '))).toBeCloseTo(0.39 * 8 + 11.8 - 15.59, 1);
  });

  it('is low for plain words and high for learned ones', () => {
    const plain =
      'The hip can hurt. Rest it for a day. Then walk a bit more. Call your doctor if it gets worse. You can use a warm pack too. It helps some.';
    const learned =
      'Symptomatic degenerative osteoarthropathy necessitates multidisciplinary rehabilitation incorporating individualised neuromuscular exercise programmes, pharmacological optimisation, psychosocial evaluation, comprehensive occupational considerations, longitudinal radiographic surveillance, and interdisciplinary communication regarding contraindications, complications and expectations throughout rehabilitation.';
    expect(readingGrade(plain)).toBeLessThan(5);
    expect(readingGrade(learned)).toBeGreaterThan(15);
  });

  it('takes list items and lines as sentences of their own', () => {
    const items = Array(10).fill('a warm pack on the hip').join('\n');
    expect(readingGrade(items)).toBeLessThan(3);
  });

  it('ends no sentence at a colon or semicolon', () => {
    const words = Array(10).fill('cat').join(' ');
    expect(readingGrade(`${words}: ${words}; ${words}.`)).toBe(readingGrade(`${words} ${words} ${words}.`));
  });
});
