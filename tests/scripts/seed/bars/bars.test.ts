import { describe, expect, it } from 'vitest';
import type { EntryContent } from '../../../../model/entries/entries.ts';
import { barProblems, failures, type Bar } from '../../../../scripts/seed/bars/bars.ts';
import { aCause, aRedFlag, aTreatment, prose, source } from '../../../support/releases.ts';
import { anEvidence, anExercise, aMedicine } from '../../../support/treatment-rows.ts';

/** Different on each page, easy, and long enough to be a page. */
const long = (word: string) => prose(...Array.from({ length: 60 }, () => `Plain old ${word}s.`));
const HARD =
  'Conservative musculoskeletal rehabilitation incorporating individualised neuromuscular exercise prescriptions and multidisciplinary pharmacological optimisation necessitates considerable longitudinal supervision, appropriate documentation and interdisciplinary communication regarding contraindications, complications and expectations.';
const LONG_ORDER = `Stop when ${'it hurts and '.repeat(10)}you see this.`;
const TWELVE = 'one two three four five six seven eight nine ten eleven twelve.';

const treatment = (over: Parameters<typeof aTreatment>[0] = {}) =>
  aTreatment({ sections: [{ kind: 'what-it-is', body: long('moss'), urgentSigns: [], figures: [] }], ...over });
const redFlag = (over: Parameters<typeof aRedFlag>[0] = {}) => aRedFlag({ explanation: long('fern'), ...over });
const cause = (over: Parameters<typeof aCause>[0] = {}) =>
  aCause({ sections: [{ kind: 'what-it-is', body: long('leaf'), urgentSigns: [], figures: [] }], ...over });

const MEASURES = { highestGrade: 9, terms: [] };
const pages = (...contents: EntryContent[]) => contents.map((content, i) => ({ file: `page-${i}`, content }));
const found = (...contents: EntryContent[]) =>
  failures(pages(...contents), MEASURES).map(({ bar, file, field }) => `${bar} ${file} ${field}`.trim());
const figure = { alt: HARD, caption: null, credit: null, licence: null, mailPicture: [], renditions: [] };

describe('a page that holds every bar', () => {
  it('has no failure', () => {
    expect(found(treatment(), redFlag(), cause())).toEqual([]);
  });
});

describe('a bar does not hold for', () => {
  it.each<[Bar, string, EntryContent]>([
    ['reading-grade', 'evidence.statement', treatment({ evidence: anEvidence({ statement: HARD }) })],
    ['reading-grade', 'cautions.0', treatment({ cautions: [HARD] })],
    ['reading-grade', 'exercises.0.movement', treatment({ exercises: [anExercise({ movement: HARD })] })],
    ['reading-grade', 'medicines.0.maximum', treatment({ medicines: [aMedicine({ maximum: HARD })] })],
    ['reading-grade', 'dont.0', redFlag({ dont: [HARD] })],
    ['reading-grade', 'figures.0.alt', redFlag({ figures: [figure] })],
    ['long-order', 'action', redFlag({ action: LONG_ORDER })],
    ['long-order', 'call.say', redFlag({ call: { whom: 'own-team', say: LONG_ORDER } })],
    ['long-order', 'urgencyNote', redFlag({ urgencyNote: LONG_ORDER })],
    ['long-order', 'howTo.0', treatment({ howTo: [LONG_ORDER] })],
    ['long-order', 'exercises.0.stopRule', treatment({ exercises: [anExercise({ stopRule: LONG_ORDER })] })],
    ['long-order', 'medicines.0.mustNot.0', treatment({ medicines: [aMedicine({ mustNot: [LONG_ORDER] })] })],
    ['thin-page', '', redFlag({ explanation: prose('Plain words.') })],
    ['weak-source', 'sources', redFlag({ sources: [{ ...source, kind: 'news' }] })],
    ['uncited-claim', 'explanation', redFlag({ explanation: [...long('fern'), ...prose('It helped 6 of 9 people.')] })],
    ['emergency-order', 'summary', cause({ summary: 'Plain words. Call 112.' })],
  ])('%s: %s', (bar, field, content) => {
    expect(found(content)).toContain(`${bar} page-0 ${field}`.trim());
  });

  it('a course whose subjects and lessons together read too hard is graded as a whole', () => {
    expect(found(cause({ title: HARD, summary: HARD, worse: [HARD], better: [HARD], tests: [HARD] }))).toContain(
      'reading-grade page-0',
    );
  });
});

describe('words that two pages share', () => {
  const withRun = (before: string) => cause({ summary: `${before} ${TWELVE}` });

  it('are found from twelve on, whatever their capitals, and told once', () => {
    const other = treatment({ summary: `Plain words, ${TWELVE.toUpperCase()}` });
    expect(found(withRun('Old'), other)).toEqual(['shared-run page-1 summary']);
  });

  it('are none below that, nor over the end of a line', () => {
    expect(found(withRun('Old'), treatment({ summary: TWELVE.replace('twelve', 'end') }))).toEqual([]);
    expect(found(withRun('Old'), treatment({ cautions: ['one two three four five six', TWELVE.slice(28)] }))).toEqual(
      [],
    );
  });

  it('may be those of two red flags, and of nobody else', () => {
    const flag = (slug: string) => redFlag({ slug, action: TWELVE, explanation: long(slug) });
    expect(found(flag('ash'), flag('elm'))).toEqual([]);
    expect(found(flag('ash'), withRun('Old'))).toEqual(['shared-run page-1 summary']);
  });

  it('are none in a figure that two pages show', () => {
    const shown = { ...figure, alt: TWELVE };
    expect(found(redFlag({ figures: [shown] }), treatment({ exercises: [anExercise({ figures: [shown] })] }))).toEqual(
      [],
    );
  });
});

describe('a word of the glossary', () => {
  const term = { slug: 'mri', name: 'MRI', forms: ['magnetic scan'], meaning: 'Old words.' };
  const bars = (content: EntryContent) =>
    failures(pages(content), { highestGrade: 9, terms: [term] }).map(({ bar, field }) => `${bar} ${field}`);
  const using = (summary: string, ...terms: (typeof term)[]) => cause({ summary, terms });

  it.each(['An MRI.', 'Two MRIs.', 'A magnetic scan.', 'Magnetic scans.'])(
    'is explained where it is used: %s',
    (text) => {
      expect(bars(using(text))).toEqual(['unexplained-word summary']);
      expect(bars(using(text, term))).toEqual([]);
    },
  );

  it.each(['An mri.', 'MRIX', 'Words.'])('is not used, and not explained, by %s', (text) => {
    expect(bars(using(text))).toEqual([]);
    expect(bars(using(text, term))).toEqual(['unused-word terms']);
  });
});

describe('what the command says of a failure', () => {
  it('is file, bar, field and text', () => {
    const thin = redFlag({ explanation: prose('Plain words.'), action: 'Old words. Call 112.' });
    expect(barProblems(pages(thin), MEASURES)).toEqual([
      { file: 'page-0', message: expect.stringMatching(/^thin-page: \d+ words of its own, at least 150$/) as string },
    ]);
    const uncited = redFlag({ explanation: [...long('fern'), ...prose('It helped 6 of 9 people.')] });
    expect(barProblems(pages(uncited), MEASURES).map(({ message }) => message.slice(0, 40))).toEqual([
      'uncited-claim: explanation: “It helped 6',
    ]);
  });
});
