import { describe, expect, it } from 'vitest';
import { safetyChanges } from '../../../editorial/rules/safety-changes.ts';
import type { FigureContent } from '../../../model/entries/shared.ts';
import { aCause, prose } from '../../support/releases.ts';

const aFigure = (file: string, caption: string): FigureContent => ({
  alt: `The hip, drawing ${file}`,
  caption,
  credit: null,
  licence: null,
  // Letters alone, so that no digit of a name of a file gives the change away.
  mailPicture: [],
  renditions: [{ width: 320, height: 200, sha256: file.repeat(64) }],
});
const withFigures = (...figures: FigureContent[]) =>
  aCause({ sections: [{ kind: 'what-it-is', body: prose('A joint.'), urgentSigns: [], figures }] });
const fields = (next: ReturnType<typeof aCause>, live: ReturnType<typeof aCause>) =>
  safetyChanges(next, live).map(({ field }) => field.split('.').at(-1));

describe('a figure in running text', () => {
  it('with another picture behind the same words is a safety change', () => {
    const before = aFigure('a', 'Bend like this.');
    const after = { ...before, renditions: aFigure('b', '').renditions };
    expect(fields(withFigures(after), withFigures(before))).toContain('renditions');
  });

  it('that takes the caption of another one is a safety change', () => {
    const right = withFigures(aFigure('a', 'Bend like this.'), aFigure('b', 'Do not bend like this.'));
    const wrong = withFigures(aFigure('a', 'Do not bend like this.'), aFigure('b', 'Bend like this.'));
    expect(fields(wrong, right)).toContain('caption');
  });

  it('may change its place', () => {
    const [one, other] = [aFigure('a', 'Bend like this.'), aFigure('b', 'Do not bend like this.')];
    expect(fields(withFigures(other, one), withFigures(one, other))).toEqual([]);
  });
});
