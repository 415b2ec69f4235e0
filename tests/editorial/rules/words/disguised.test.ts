import { describe, expect, it } from 'vitest';
import { safetyWordsBetween } from '../../../../editorial/rules/safety-words.ts';

const isFound = (before: string, after: string): boolean =>
  safetyWordsBetween(before, after).length > 0 && safetyWordsBetween(after, before).length > 0;

describe('a word of safety is found however it is written', () => {
  it.each([
    ['with a letter of another alphabet', 'You may exercise.', 'You may n\u03BFt exercise.'],
    ['with letters of another alphabet in a medicine', 'Rest.', 'Rest with p\u0430r\u0430cet\u0430mol.'],
    ['with accents', 'You may rest.', 'You may nót rest.'],
    ['with a letter without its dot', 'Go with food.', 'Go wıthout food.'],
    ['in small capitals', 'You may rest.', 'You may ɴᴏᴛ rest.'],
    ['with a mark of direction inside', 'You may exercise.', 'You may n\u200Eot exercise.'],
    ['with a letter that nobody sees inside', 'You may exercise.', 'You may n\u3164ot exercise.'],
    ['with a joiner inside', 'You may exercise.', 'You may n\u034Fot exercise.'],
    ['with a variation selector inside', 'You may exercise.', 'You may n\uFE00ot exercise.'],
    ['with a tag inside', 'You may exercise.', 'You may n\u{E0061}ot exercise.'],
    ['with blanks between its letters', 'You may exercise.', 'You may n o t exercise.'],
    ['with hyphens between its letters', 'You may exercise.', 'You may n-o-t exercise.'],
    ['with its letters turned round', 'It may heal on its own.', 'It may heal \u202Eon\u202C its own.'],
    ['struck out', 'Rest helps.', 'Rest h\u0336e\u0336l\u0336p\u0336s\u0336.'],
    ['as a sign that no list knows', 'Running.', 'Running 🚷.'],
    ['as a sign over a letter', 'Running.', 'Running\u20E0.'],
    ['as a medicine in capitals', 'Some have it.', 'Some have ADVIL.'],
    ['as a medicine with a capital inside', 'Some have it.', 'Some have OxyContin.'],
    ['as a letter that is a name', 'It holds vitamin A and B.', 'It holds vitamin and B.'],
    ['as an abbreviation', 'Stretch.', 'Stretch tds.'],
    ['by the time of day', 'Go at 8 a.m.', 'Go at 8 p.m.'],
  ])('%s', (_how, before, after) => {
    expect(isFound(before, after)).toBe(true);
  });
});

describe('a number is found however it is written', () => {
  it.each([
    ['in other digits', 'It lasts.', 'It lasts \u0663.'],
    ['in a circle', 'Stage.', 'Stage ❷.'],
    ['in Roman numerals', 'Arthritis of grade II.', 'Arthritis of grade IV.'],
    ['as an ordinal', 'It is the second cause.', 'It is the fifth cause.'],
    ['below zero', 'Cool it to 5 degrees.', 'Cool it to -5 degrees.'],
    ['below zero with another dash', 'Cool it to 5 degrees.', 'Cool it to −5 degrees.'],
    ['raised', 'About 102 cells.', 'About 10² cells.'],
    ['as a fraction', 'Use 17/8 of it.', 'Use 1⅞ of it.'],
    ['with a raised point', 'About 1·5 cups.', 'About 1 5 cups.'],
  ])('%s', (_how, before, after) => {
    expect(isFound(before, after)).toBe(true);
  });
});

describe('no difference to a reader', () => {
  it.each([
    ['an accent', 'Never run to the cafe.', 'Never run to the café.'],
    ['a number with a raised point', 'Use 0·5 of it.', 'Use 0.5 of it.'],
    ['an article in capitals', 'DO NOT BEND A KNEE.', 'Do not bend a knee.'],
    ['an abbreviation without its full stops', 'Do not run, e.g. on a road.', 'Do not run, eg on a road.'],
    ['a soft hyphen', 'Do not exercise.', 'Do not exer\u00ADcise.'],
  ])('is %s', (_what, before, after) => {
    expect(safetyWordsBetween(before, after)).toEqual([]);
  });
});
