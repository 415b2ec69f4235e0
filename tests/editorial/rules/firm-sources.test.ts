import { describe, expect, it } from 'vitest';
import { lacksFirmSource } from '../../../editorial/rules/firm-sources.ts';
import { aCause, aRedFlag, aTreatment, source } from '../../support/releases.ts';
import { anExercise, aMedicine } from '../../support/treatment-rows.ts';

const weak = [{ ...source, kind: 'news' as const, publisher: 'A newspaper' }];

describe('a firm source', () => {
  it('is missed behind an urgency, a medicine, a dose and the numbers of an exercise', () => {
    expect(lacksFirmSource(aRedFlag({ sources: weak }))).toBe(true);
    for (const over of [{ medicines: [aMedicine()] }, { dose: 'Old words.' }, { exercises: [anExercise()] }]) {
      expect(lacksFirmSource(aTreatment({ kind: 'product', sources: weak, ...over }))).toBe(true);
    }
    expect(lacksFirmSource(aTreatment({ kind: 'product', sources: weak }))).toBe(false);
    expect(lacksFirmSource(aCause({ sources: weak }))).toBe(false);
  });

  it.each(['guideline', 'review', 'systematic-review'] as const)('is a %s', (kind) => {
    expect(lacksFirmSource(aRedFlag({ sources: [...weak, { ...source, kind }] }))).toBe(false);
  });

  it('is what a national health service tells patients, and no leaflet of anybody else', () => {
    const leaflet = (publisher: string) => [{ ...source, kind: 'patient-information' as const, publisher }];
    expect(lacksFirmSource(aRedFlag({ sources: leaflet('NHS 111 Wales') }))).toBe(false);
    expect(lacksFirmSource(aRedFlag({ sources: leaflet('A clinic') }))).toBe(true);
  });
});
