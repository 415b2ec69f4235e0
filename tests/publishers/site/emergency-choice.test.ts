import { describe, expect, test } from 'vitest';
import {
  EMERGENCY_CHOICES,
  EMERGENCY_COUNTRIES,
  emergencyNumbers,
  numbersChosen,
} from '../../../model/emergency-numbers.ts';
import { withNumbers } from '../../../publishers/addresses.ts';
import { aSite, smallLibrary, twiceReleased } from './support.ts';

const first = (html: string): string | undefined => /<footer>.*?href="tel:(\d+)"/s.exec(html)?.[1];

describe('a reader’s own emergency numbers', () => {
  test('can be chosen for every number that there is, each once', () => {
    const chosen = EMERGENCY_CHOICES.map((choice) => numbersChosen(choice)[0]?.number);
    const known = new Set(EMERGENCY_COUNTRIES.map((country) => emergencyNumbers(country)[0]?.number));
    expect(new Set(chosen)).toEqual(known);
    expect(chosen).toHaveLength(known.size);
  });

  test('stand first on the page that names them in its address, and its links carry the choice', async () => {
    const { read } = aSite(smallLibrary());
    expect(first(await read('/guides/hip-pain'))).toBe('112');
    const html = await read('/guides/hip-pain?numbers=au');
    expect(first(html)).toBe('000');
    expect(html).toContain('href="/causes/hip-osteoarthritis?numbers=au"');
    expect(html).toContain('<input type="hidden" name="numbers" value="au"/>');
    expect(html).toContain('<link rel="canonical" href="https://example.org/guides/hip-pain"/>');
    expect(html).not.toMatch(/feed\.(json|xml)\?numbers|favicon\.\w+\?numbers/);
  });

  test('are offered under the address of the page, once for each country', async () => {
    const html = await aSite(smallLibrary()).read('/causes/hip-osteoarthritis');
    for (const choice of EMERGENCY_CHOICES)
      expect(html).toContain(`href="/causes/hip-osteoarthritis?numbers=${choice}"`);
    const chosen = await aSite(smallLibrary()).read('/causes/hip-osteoarthritis?numbers=nz');
    expect(chosen).toContain('href="/causes/hip-osteoarthritis?numbers=gb"');
    expect(chosen).not.toContain('numbers=gb&');
  });

  test('go with an old release, a list and a page that is not there', async () => {
    const { ask, read } = aSite(twiceReleased());
    expect(first(await read('/causes/hip-osteoarthritis?release=10&numbers=gb'))).toBe('999');
    expect(await read('/?list=causes&numbers=gb')).toContain('/causes/hip-osteoarthritis?numbers=gb');
    expect((await ask('/nothing?numbers=gb')).status).toBe(404);
  });

  test('are a bounded number of pages: what is no choice is the plain page', async () => {
    const { ask, read, pages } = aSite(smallLibrary());
    const plain = await read('/guides/hip-pain');
    await ask('/guides/hip-pain?numbers=gb');
    const renders = pages.renders();
    for (const asked of ['xx', '', 'GB', '%00', '<script>', 'gb%20', '__proto__', 'constructor']) {
      expect(await read(`/guides/hip-pain?numbers=${asked}`)).toBe(plain);
    }
    await ask('/guides/hip-pain?utm=1&numbers=gb');
    expect(pages.renders()).toBe(renders);
  });

  test('stand before the fragment of an address, behind its query', () => {
    expect(withNumbers('/a?b=c#d', 'gb')).toBe('/a?b=c&numbers=gb#d');
    expect(withNumbers('/#d', 'gb')).toBe('/?numbers=gb#d');
  });
});
