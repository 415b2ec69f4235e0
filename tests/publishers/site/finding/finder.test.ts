import { describe, expect, it, test } from 'vitest';
import type { BodyMap } from '../../../../publishers/site/finding/body-map.ts';
import { answersIn, finderPath } from '../../../../publishers/site/finding/finder-query.ts';
import { hitsFor, type Candidate } from '../../../../publishers/site/finding/finder-rules.ts';
import { aLocation } from '../../../support/places.ts';
import { aCause, aGuide, aRedFlag, released, withdrawn } from '../../../support/releases.ts';
import { aSite, positions } from '../support.ts';

const aCandidate = (title: string, over: Partial<Candidate['described']>, urgencies: Candidate['urgencies'] = []) => ({
  title,
  described: { locations: [], possibleLocations: [], onset: null, worse: [], ...over },
  urgencies,
});
const nothing = { guide: null, location: null, onset: null, worse: [] };
const titles = (hits: { candidate: Candidate }[]) => hits.map(({ candidate }) => candidate.title);

describe('what the finder lists', () => {
  const groin = [aLocation('groin')];
  it('is nothing while nothing was answered: it does not guess', () => {
    expect(hitsFor([aCandidate('One', { locations: groin })], nothing)).toEqual([]);
  });

  it('can be felt at the place, mostly or sometimes, and says which', () => {
    const hits = hitsFor(
      [
        aCandidate('Elsewhere', { locations: [aLocation('buttock')], onset: 'sudden' }),
        aCandidate('Mostly', { locations: groin }),
        aCandidate('Sometimes', { possibleLocations: groin }),
      ],
      { ...nothing, location: 'groin' },
    );
    expect(hits.map(({ candidate, reasons }) => [candidate.title, reasons])).toEqual([
      ['Mostly', ['Mostly felt here: groin']],
      ['Sometimes', ['Sometimes felt here: groin']],
    ]);
  });

  it('is sorted by how many answers fit, then by danger', () => {
    const hits = hitsFor(
      [
        aCandidate('A harmless one', { locations: groin }, ['urgent-days']),
        aCandidate('B dangerous one', { locations: groin }, ['urgent-days', 'emergency-now']),
        aCandidate('C that fits twice', { locations: groin, onset: 'sudden' }),
      ],
      { ...nothing, location: 'groin', onset: 'sudden' },
    );
    expect(titles(hits)).toEqual(['C that fits twice', 'B dangerous one', 'A harmless one']);
  });

  it('says what an answer speaks against, in the words of the description', () => {
    const [hit] = hitsFor([aCandidate('Slow', { locations: groin, onset: 'gradual' })], {
      ...nothing,
      location: 'groin',
      onset: 'sudden',
    });
    expect(hit?.against).toEqual(['Starts gradually']);
    expect(hit?.reasons).toEqual(['Mostly felt here: groin']);
  });
});

describe('the answers in an address', () => {
  test('are read back as they were written', () => {
    const answers = { guide: 'hip-pain', location: 'groin', onset: 'sudden' as const, worse: ['lift', 'stair'] };
    const path = finderPath(answers);
    expect(path).toBe('/find?guide=hip-pain&location=groin&onset=sudden&worse=lift&worse=stair');
    expect(answersIn(new URL(path, 'https://example.org').searchParams)).toEqual(answers);
  });

  test.each(['?location=%00&onset=varies&worse=A%20B', `?guide=${'x'.repeat(300)}`, '?worse=', '?location=<b>'])(
    '%s says nothing',
    (query) => {
      expect(answersIn(new URLSearchParams(query))).toEqual(nothing);
    },
  );
});

const map: BodyMap = {
  bodyArea: 'hip',
  order: ['buttock', 'groin', 'unnamed-place'],
  views: [
    {
      seenFrom: 'front',
      size: { width: 10, height: 10 },
      ...{ middle: 5, outline: 'M0 0', creases: [] },
      regions: ['groin', 'unnamed-place'].map((place) => ({ place, shape: 'M1 1', number: { x: 1, y: 1 } })),
    },
  ],
};
const emergency = aRedFlag({ slug: 'emergency', title: 'You cannot stand', urgency: 'emergency-now' });
const library = () => [
  released(emergency, { seq: 1 }),
  released(aCause(), { seq: 2 }),
  released(aGuide({ redFlags: [emergency.uid] }), { seq: 3 }),
];

describe('the page', () => {
  test('asks for emergencies before the place, and has the place as a link and in words', async () => {
    const html = await aSite(library(), { maps: [map] }).read('/find');
    const at = positions(
      html,
      'First: is one of these happening?',
      'You cannot stand',
      'class="views"',
      'class="legend"',
    );
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    expect(html).toContain('href="/find?guide=hip-pain&amp;location=groin" aria-label="2. Groin, seen from the front"');
    expect(html).not.toContain('unnamed-place');
    expect(html).not.toContain('<script>');
  });

  test('with an answer gives reasons, says that it is no diagnosis, and is kept by nobody', async () => {
    const site = aSite(library(), { maps: [map] });
    const answer = await site.ask('/find?location=groin&onset=sudden&worse=stand&utm=1');
    const html = await answer.text();
    expect(html).toContain('Mostly felt here: groin');
    expect(html).toContain('Worse with: long standing');
    expect(html).toContain('<b>Less like it:</b> Starts gradually');
    expect(html).toContain('This is not a diagnosis.');
    expect(html).toContain('A warning sign always counts more than the place');
    expect(html).toContain('aria-label="2. Groin, seen from the front" aria-current="true"');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(html).toContain('noindex');
    expect(site.pages.has('/find?location=groin&onset=sudden&worse=stand&utm=1')).toBe(false);
  });

  test('without a map of its body area has the list of its places alone', async () => {
    const html = await aSite(library()).read('/find');
    expect(html).not.toContain('class="views"');
    expect(html).toContain('<b>Groin</b>');
  });

  test('of several guides lets the reader choose, or takes the one that has the place', async () => {
    const knee = aCause({ slug: 'knee', title: 'A knee', locations: [aLocation('kneecap')], possibleLocations: [] });
    const other = aGuide({ slug: 'knee-pain', title: 'Knee pain', bodyArea: 'Knee', causes: [knee.uid] });
    const { read } = aSite([...library(), released(knee, { seq: 4 }), released(other, { seq: 5 })]);
    expect(await read('/find')).toContain('href="/find?guide=knee-pain"');
    expect(await read('/find?location=kneecap')).toContain('Knee pain: where do you feel it?');
    expect(await read('/find?guide=unknown')).toContain('Where does it hurt?');
  });

  test('drops a cause with its withdrawal', async () => {
    const rows = library();
    const { read, log } = aSite(rows);
    expect(await read('/find?location=groin')).toContain('/causes/hip-osteoarthritis');
    log.rows.push(withdrawn(released(aCause(), { seq: 2 }), { seq: 4 }));
    expect(await read('/find?location=groin')).not.toContain('/causes/hip-osteoarthritis');
    expect(await read('/find')).not.toContain('Groin');
  });
});
