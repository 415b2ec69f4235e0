import { describe, expect, it } from 'vitest';
import { distance, finderWords, matches, rarest, wordsToKeep } from '../../../editorial/finder/words.ts';

describe('the words of the finder', () => {
  it('are lower case, without accents, each once, and a permanent id whole', () => {
    expect(finderWords('Sjögren’s Hip – hip (0198c5d2-0000-7000-8000-000000000001)')).toEqual([
      '0198c5d2-0000-7000-8000-000000000001',
      'sjogrens',
      'hip',
    ]);
    expect(finderWords('https://doi.org/10.1136/bmj.n1')).toEqual(['https', 'doi', 'org', '10', '1136', 'bmj', 'n1']);
  });

  it('are as many as are kept, those of the first text first', () => {
    const many = Array.from({ length: 100 }, (_, i) => `word${i}`).join(' ');
    expect(wordsToKeep(['Title', many])).toHaveLength(40);
    expect(wordsToKeep(['Title', many])[0]).toBe('title');
    expect(finderWords('x'.repeat(5000))[0]).toHaveLength(40);
  });

  it('are looked up by the longest of a question, and each must begin a word', () => {
    expect(rarest(['hip', 'arthrit', 'of'])).toBe('arthrit');
    expect(rarest([])).toBeNull();
    expect(matches(['art', 'hip'], 'hip arthritis')).toBe(true);
    expect(matches(['thritis'], 'hip arthritis')).toBe(false);
  });

  it('rank what is called so before what has the words, and that before what is found by something else', () => {
    expect(distance(['hip'], 'Hip pain')).toBe(0);
    expect(distance(['hip'], 'Sore hip')).toBe(1);
    expect(distance(['coxarthrosis'], 'Worn hip')).toBe(2);
  });
});
