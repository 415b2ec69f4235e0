import { describe, expect, it } from 'vitest';
import { EMERGENCY_COUNTRIES, emergencyNumbers, inOneLine } from '../../model/emergency-numbers.ts';

describe('the emergency numbers of a site', () => {
  it('are those of several countries as long as it names none', () => {
    expect(inOneLine(emergencyNumbers(null))).toBe('112, 999 or 911');
    expect(emergencyNumbers('XX')).toEqual(emergencyNumbers(null));
  });

  it.each([
    ['GB', '999, 112 or 911', 'UK'],
    ['DE', '112, 999 or 911', 'Europe'],
    ['CA', '911, 112 or 999', 'US, Canada'],
    ['AU', '000, 112, 999 or 911', 'Australia'],
  ])('of %s begin with its own: %s', (country, line, where) => {
    expect(inOneLine(emergencyNumbers(country))).toBe(line);
    expect(emergencyNumbers(country)[0]?.where).toBe(where);
  });

  it.each(EMERGENCY_COUNTRIES)('of %s are digits, each once', (country) => {
    const numbers = emergencyNumbers(country).map(({ number }) => number);
    expect(numbers.every((number) => /^\d{3}$/.test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
