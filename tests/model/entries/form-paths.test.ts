import { describe, expect, it } from 'vitest';
import { formPathsOf } from '../../../model/entries/form-paths.ts';

describe('where a form keeps what entries share', () => {
  it('is told for figures and sources, inside rows too', () => {
    expect(formPathsOf('guide', 'media')).toEqual(['figures']);
    expect(formPathsOf('treatment', 'media')).toEqual(['exercises.figures', 'sections.figures']);
    expect(formPathsOf('red-flag', 'media')).toEqual(['figures']);
    expect(formPathsOf('course', 'media')).toEqual(['lessons.figures']);
    expect(formPathsOf('course', 'sources')).toEqual(['sources']);
  });
});
