import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorsIn, CONTEXT, cut, quoteOf } from '../../../../editorial/rules/comments/anchors.ts';
import { findAll } from '../../../../editorial/rules/comments/find-all.ts';
import { likeness } from '../../../../editorial/rules/comments/likeness.ts';
import { withSingleBlanks, type Passage } from '../../../../editorial/rules/comments/passages.ts';

const passage = (text: string, place = 'summary'): Passage => ({
  ...{ path: place, place, label: place, isShared: false },
  text: withSingleBlanks(text),
});
const quote = (text: string, exact: string) => quoteOf([passage(text)], { exact })!;
const find = (text: string, exact: string, later: string) => {
  const anchor = anchorsIn([passage(later)])(quote(text, exact));
  if (anchor.status === 'orphaned') return 'orphaned';
  return `${anchor.status}: ${later.slice(anchor.start, anchor.end)}`;
};

describe('a quote', () => {
  const TEXT = 'Exercise does not wear the joint down, while long rest does harm. Heat may soothe you.';

  it('is found however its blanks were chosen, and keeps what stands around it', () => {
    const found = quoteOf([passage(TEXT)], { exact: ' long\n\t rest  does harm ' });
    expect(found).toMatchObject({ exact: 'long rest does harm', start: TEXT.indexOf('long rest') });
    expect(found?.suffix).toBe('. Heat may soothe you.');
    expect(found?.prefix).toHaveLength(CONTEXT);
    expect(quoteOf([passage(TEXT)], { exact: 'longer rest' })).toBeNull();
    expect(quoteOf([passage(TEXT)], { exact: ' \n ' })).toBeNull();
    const two = [passage(TEXT), passage(TEXT, 'sections.1.body')];
    expect(quoteOf(two, { exact: 'long rest', field: 'sections.1' })?.place).toBe('sections.1.body');
    expect(quoteOf(two, { exact: 'long rest', field: 'of-the-form' })?.place).toBe('summary');
  });

  it('is one of equal ones by what stands around it', () => {
    const text = 'Rest helps. Rest harms.';
    const second = quoteOf([passage(text)], { exact: 'Rest', prefix: 'helps. ', suffix: ' harms' })!;
    expect(second.start).toBe(12);
    const moved = anchorsIn([passage('Rest harms. Rest helps.')])(second);
    expect(moved).toMatchObject({ status: 'here', start: 0 });
  });

  it('whose words were changed a little has changed; with others in their place it is orphaned', () => {
    expect(find(TEXT, 'long rest does harm', TEXT.replace('long rest does', 'long rest can do'))).toBe(
      'changed: long rest can do harm',
    );
    expect(find(TEXT, 'long rest does harm', TEXT.replace('long rest does harm', 'walking helps'))).toBe('orphaned');
    expect(find(TEXT, 'long rest does harm', '')).toBe('orphaned');
  });

  it('goes with its words to another text when they stand there alone', () => {
    const [here, there] = [passage('Nothing else.'), passage('Now long rest does harm.', 'closing')];
    const moved = anchorsIn([here, there])(quote(TEXT, 'long rest does harm'));
    expect(moved).toMatchObject({ status: 'here', path: 'closing', start: 4 });
    const twice = passage('long rest does harm, long rest does harm', 'closing');
    expect(anchorsIn([here, twice])(quote(TEXT, 'long rest does harm')).status).toBe('orphaned');
    // “Rest” stands in many texts.
    expect(anchorsIn([here, passage('Rest.', 'closing')])(quote('Rest now.', 'Rest')).status).toBe('orphaned');
  });
});

/** Texts in which the same words come back, as they do in real ones. */
const word = fc.constantFrom('rest', 'the', 'hip', 'joint', 'a', 'pain', 'aa', 'walk', 'rest.');
const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
const chosen = fc
  .tuple(text, fc.nat(), fc.nat())
  .map(([whole, from, length]) => {
    const start = from % whole.length;
    return { whole, start, end: Math.min(whole.length, start + 1 + (length % 20)) };
  })
  .filter(({ whole, start, end }) => withSingleBlanks(whole.slice(start, end)) === whole.slice(start, end));

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

describe('characters of two halves', () => {
  const isWhole = ({ exact, prefix, suffix }: { exact: string; prefix: string; suffix: string }) =>
    [exact, prefix, suffix].every(isWellFormed);

  it('are never cut where the context ends, and the quote stays with its words', () => {
    const dots = '.'.repeat(CONTEXT - 1);
    const whole = `🦴${dots}rest${dots}🦴`;
    const own = quote(whole, 'rest');
    expect(own).toMatchObject({ prefix: dots, suffix: dots, start: dots.length + 2 });
    expect(anchorsIn([passage(`rest ${whole} rest`)])(own)).toMatchObject({ status: 'here', start: own.start + 5 });
  });

  it('stand whole in every quote and in every passage that is alike', () => {
    const odd = fc.string({ unit: fc.constantFrom('🦴', 'a', '𝛼', 'bone', '👩🏽‍⚕️'), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(odd, fc.nat(), fc.nat(), odd, (whole, from, length, other) => {
        const characters = Array.from(whole);
        const first = from % characters.length;
        const exact = characters.slice(first, first + 1 + (length % 30)).join('');
        const own = quote(whole, exact);
        expect(isWhole(own)).toBe(true);
        const anchor = anchorsIn([passage(other + whole.replace(exact, `${characters[first] ?? ''}${other}`))])(own);
        if (anchor.status === 'changed') expect(isWellFormed(anchor.text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('whatever is edited', () => {
  it('elsewhere, a quote stays with its words', () => {
    fc.assert(
      fc.property(
        chosen,
        text,
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        ({ whole, start, end }, other, isBefore, at, cutOff) => {
          const own = cut(passage(whole), start, end);
          const [head, tail] = [whole.slice(0, start), whole.slice(end)];
          const side = isBefore ? head : tail;
          const from = at % (side.length + 1);
          const edited = side.slice(0, from) + other + side.slice(from + (cutOff % 9));
          const later = isBefore ? edited + own.exact + tail : head + own.exact + edited;
          const anchor = anchorsIn([passage(later)])(own);
          expect(anchor.status).toBe('here');
          if (anchor.status !== 'here') return;
          expect(withSingleBlanks(later).slice(anchor.start, anchor.end)).toBe(own.exact);
          // Where its old neighbours on a side stand before or after no other of these words.
          const beside = [
            ...findAll(later, own.exact + own.suffix, 9),
            ...findAll(later, own.prefix + own.exact, 9).map((found) => found + own.prefix.length),
          ];
          if (new Set(beside).size === 1 && withSingleBlanks(later) === later)
            expect(anchor.start).toBe(isBefore ? edited.length : start);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a quote never points at words that are not alike', () => {
    fc.assert(
      fc.property(chosen, text, ({ whole, start, end }, later) => {
        const own = cut(passage(whole), start, end);
        const anchor = anchorsIn([passage(later)])(own);
        if (anchor.status === 'orphaned') return;
        const words = later.slice(anchor.start, anchor.end);
        if (anchor.status === 'here') expect(words).toBe(own.exact);
        else expect(likeness(words, own.exact)).toBeGreaterThanOrEqual(0.5);
      }),
      { numRuns: 500 },
    );
  });

  it('what is found is what a plain search finds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b') }),
        fc.string({ unit: fc.constantFrom('a', 'b') }),
        (all, words) => {
          const plain = words === '' ? [] : Array.from(all).flatMap((_, i) => (all.startsWith(words, i) ? [i] : []));
          expect(findAll(all, words, Infinity)).toEqual(plain);
        },
      ),
    );
  });
});

describe('200 threads on 5,000 words', () => {
  const took = (text: string, quotes: Parameters<ReturnType<typeof anchorsIn>>[0][]) => {
    const passages = Array.from({ length: 10 }, (_, i) => passage(text, `sections.${i}.body`));
    const began = process.cpuUsage();
    const where = anchorsIn(passages);
    quotes.forEach((one, i) => where({ ...one, place: `sections.${i % 10}.body` }));
    // Of this process alone: whoever else is at work on the machine does not count.
    return process.cpuUsage(began).user / 1000;
  };

  it('are found in one go over the text, also where it is made to be slow: by squares it would take minutes', () => {
    const plain = Array.from({ length: 500 }, (_, i) => `word${i * 7919}`).join(' ');
    const quotes = Array.from({ length: 200 }, (_, i) => cut(passage(plain), i * 10, i * 10 + 60));
    took(plain, quotes);
    expect(took(plain, quotes)).toBeLessThan(1000);
    const hostile = 'a'.repeat(4000);
    const odd = { place: '', exact: `${'a'.repeat(999)}b`, prefix: 'a'.repeat(32), suffix: 'a'.repeat(32), start: 0 };
    expect(
      took(
        hostile,
        Array.from({ length: 200 }, () => odd),
      ),
    ).toBeLessThan(10_000);
  });
});
