import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Release } from '../../../model/release-row.ts';
import { aCause, approval, aRedFlag, aTreatment, prose, released } from '../../support/releases.ts';
import { BODY_MAPS } from '../../../body-maps.ts';
import { aLocation } from '../../support/places.ts';
import { anEvidence } from '../../support/treatment-rows.ts';
import { aSite, positions, thenWithdrawn } from './support.ts';

const PATH = '/causes/hip-osteoarthritis';
const sign = aRedFlag({ slug: 'now', title: 'Sign for now', urgency: 'emergency-now', action: 'Call at once.' });
const later = aRedFlag({ slug: 'days', title: 'Sign for days', urgency: 'urgent-days' });
const section = (words: string) => [{ kind: 'symptoms' as const, body: prose(words), urgentSigns: [], figures: [] }];

const inOrder = (html: string, ...texts: string[]) => {
  const at = positions(html, ...texts);
  expect(at, html).not.toContain(-1);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
};

describe('a treatment', () => {
  it.each(['medication', 'professional-care', 'exercise'] as const)(
    'of the kind %s orders nobody to stop it: its own words may be never to stop it alone',
    async (kind) => {
      const treatment = aTreatment({ kind, redFlags: [sign.uid] });
      const html = await aSite([released(sign, { seq: 1 }), released(treatment, { seq: 2 })]).read(
        '/treatments/cold-heat',
      );
      expect(html).toContain('>Get help if you have one of these signs</h2>');
      expect(html).not.toContain('Stop and get help if');
    },
  );
});

describe('a page about an emergency', () => {
  const pageOf = (over: Parameters<typeof aCause>[0]) =>
    aSite([sign, later, aCause(over)].map((content, i) => released(content, { seq: i + 1 }))).read(PATH);

  it.each(['sudden' as const, null])(
    'has numbers and signs right after its title where it begins %s',
    async (onset) => {
      const html = await pageOf({ onset, redFlags: [sign.uid] });
      inOrder(
        html,
        '</h1>',
        'Emergency: act now',
        'tel:112',
        'Call at once.',
        'coxarthrosis',
        'Approved by',
        'Worse with',
      );
    },
  );

  it.each([
    ['it begins slowly', { onset: 'gradual' as const, redFlags: [sign.uid] }],
    ['none of its signs is one', { onset: 'sudden' as const, redFlags: [later.uid] }],
  ])('is none where %s: what it is comes first', async (_, over) => {
    inOrder(await pageOf(over), '</h1>', 'coxarthrosis', 'Approved by', 'Worse with', 'Sign for');
  });

  it('is each warning sign: numbers, what to say, what to do', async () => {
    const flag = {
      ...sign,
      call: { whom: 'emergency-department' as const, say: 'It is my hip.' },
      do: ['Keep still.'],
    };
    const html = await aSite([released(flag, { seq: 1 })]).read('/red-flags/now');
    inOrder(
      html,
      '</h1>',
      'tel:112',
      'Go to a hospital',
      'It is my hip.',
      'Call at once.',
      'Keep still.',
      'Approved by',
    );
  });

  it('says whom to call before the numbers where these are not to be called first', async () => {
    const flag = { ...sign, call: { whom: 'midwife' as const, say: null } };
    inOrder(await aSite([released(flag, { seq: 1 })]).read('/red-flags/now'), 'Call your midwife', 'tel:112');
  });
});

describe('who stands behind a page', () => {
  it('is said with what each looked at, and whether it was this text', async () => {
    const row = released(aCause(), { seq: 7 });
    const [own] = row.approvals;
    const other = { ...approval.clinician, uid: 'other', slug: 'bo-berg', name: 'Bo Berg', demonstration: false };
    const approvals = [own!, { ...approval, clinician: other, revision: 'before', scope: 'changes' as const }];
    const html = await aSite([released(aCause(), { seq: 7, approvals })]).read(PATH);
    expect(html).toContain('Read the whole page and approved this exact text on 1 February 2026, 09:00 UTC.');
    expect(html).toContain('Read what had changed and approved an earlier text of this page on 1 February 2026');
    expect(html).toContain('<a href="/clinicians/bo-berg">Bo Berg</a>');
    expect(html).toContain('<a href="/releases/7">');
  });

  it('gives way to the day when the review was due', async () => {
    const html = await aSite([released(aCause(), { seq: 1, reviewDue: '2026-04-01' })]).read(PATH);
    expect(html).toContain('<span class="tag day">Review was due 1 April 2026</span>');
    expect(html).not.toContain('Reviewed <time');
  });
});

describe('the changes of a page', () => {
  const release = (seq: number, words: string, over = {}): Release =>
    released(aCause({ sections: section(words) }), { seq, version: `1.${seq - 1}`, changeKind: 'major', ...over });
  const changes = (html: string) => /<ol class="log".*<\/ol>/s.exec(html)?.[0] ?? '';

  it('are told word by word, newest first, each with the way to that release', async () => {
    const rows = [release(1, 'Old words.', { changeKind: 'new' }), release(2, 'Other words.', { changeNote: 'Why.' })];
    const log = changes(await aSite(rows).read(PATH));
    inOrder(`<main${log}`, 'Major change', 'Version 1.1', 'Why.', '<del>Old</del><ins>Other</ins> words.', 'New page');
    expect(log).toContain(`<a href="${PATH}?release=1">Version 1.0</a>`);
  });

  it('end with the release that is read', async () => {
    const site = aSite([release(1, 'Old words.', { live: false }), release(2, 'Other words.')]);
    expect(changes(await site.read(`${PATH}?release=1`))).not.toContain('Other');
  });

  it('are the last four; those before are named', async () => {
    const rows = Array.from({ length: 7 }, (_, i) => release(i + 1, `Words of ${i + 1}.`));
    const html = await aSite(rows).read(PATH);
    expect(changes(html).match(/<li>/g)).toHaveLength(4);
    expect(html).toContain(`<a href="${PATH}?release=3">number 3</a></span><span>, <a href="${PATH}?release=2">`);
  });

  it('say nothing of what readers had before a withdrawal', async () => {
    const gone = thenWithdrawn([release(1, 'Old words with a canary.'), release(2, 'Another canary.')], 3);
    const html = await aSite([...gone, release(4, 'Plain words.')]).read(PATH);
    expect(html).toContain('Plain words.');
    expect(html).not.toContain('canary');
    expect(html).not.toContain('release=');
  });
});

describe('the treatments of a cause', () => {
  const treatments = [
    aTreatment({ slug: 'against', title: 'Advised against', evidence: anEvidence({ level: 'against' }) }),
    aTreatment({ slug: 'none', title: 'Not graded', evidence: anEvidence({ level: null }), cautions: [] }),
    aTreatment({ slug: 'limited', title: 'Weak', evidence: anEvidence({ level: 'limited' }) }),
    aTreatment({ slug: 'surgery', title: 'An operation', kind: 'surgery', evidence: anEvidence({ level: 'good' }) }),
    aTreatment({
      slug: 'good',
      title: 'Strong',
      evidence: anEvidence({ level: 'good', forWhat: 'stiffness' }),
      cautions: ['First caution.', 'Second caution.'],
    }),
  ];
  const cause = aCause({ redFlags: [], treatments: treatments.map(({ uid }) => uid) });

  it('stand by evidence, surgery last of its level, with the first caution and the way to all', async () => {
    const html = await aSite([...treatments, cause].map((content, i) => released(content, { seq: i + 1 }))).read(PATH);
    inOrder(html, 'Strong</a>', 'An operation</a>', 'Weak</a>', 'Not graded</a>', 'Advised against</a>');
    inOrder(html, 'For: stiffness', 'First caution. <a href="/treatments/good#cautions">All 2 cautions</a>');
    expect(html).not.toContain('Second caution.');
  });
});

describe('the places of a cause', () => {
  const locations = [aLocation('front-thigh'), aLocation('groin')];
  const cause = aCause({ locations, possibleLocations: [aLocation('buttock')] });
  const PICTURE = '/maps/groin.front-thigh_buttock.svg';

  it('are drawn beside the answers where the installation has a map, in a picture that says nothing else', async () => {
    const site = aSite([released(cause, { seq: 1 })], { maps: BODY_MAPS });
    expect(await site.read(PATH)).toContain(`<img src="${PICTURE}"`);
    const svg = await site.read(PICTURE);
    expect(svg.match(/class="zone on"/g)).toHaveLength(2);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="\d+"[^>]*><style>:root/);
    expect(svg).not.toMatch(/<script|<text|href="[^#]/);
  });

  it('have one address for one picture, and none without a map', async () => {
    const site = aSite([released(cause, { seq: 1 })], { maps: BODY_MAPS });
    for (const path of ['/maps/front-thigh.groin_.svg', '/maps/groin_groin.svg', '/maps/nowhere_.svg', '/maps/x.svg']) {
      expect([path, (await site.ask(path)).status]).toEqual([path, 404]);
    }
    const bare = aSite([released(cause, { seq: 1 })]);
    expect(await bare.read(PATH)).not.toContain('/maps/');
    expect((await bare.ask(PICTURE)).status).toBe(404);
  });
});

describe('a printed page', () => {
  const site = aSite([released(aCause(), { seq: 1, version: '2.1' })]);

  it('ends with version, day of the check, address and a code', async () => {
    const html = await site.read(PATH);
    const [foot] = /<div class="paper">.*?<\/div>/s.exec(html) ?? [];
    for (const words of ['Version 2.1', 'Checked on 1 February 2026', `https://example.org${PATH}`, `/qr${PATH}.svg`]) {
      expect(foot).toContain(words);
    }
  });

  it('has a code that leads to the live page', async () => {
    const svg = await site.read(`/qr${PATH}.svg`);
    expect(svg).not.toContain('<script');
    const { data, info } = await sharp(Buffer.from(svg))
      .resize(400)
      .flatten({ background: '#fff' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(decodeQR({ ...info, data: new Uint8Array(data) })).toBe(`https://example.org${PATH}`);
  });

  it('has none for what is not live', async () => {
    for (const path of [
      '/qr/causes/nothing.svg',
      '/qr/causes/hip-osteoarthritis',
      '/qr/courses/x.svg',
      '/qr/%zz.svg',
    ]) {
      expect([path, (await site.ask(path)).status]).toEqual([path, 404]);
    }
  });
});
