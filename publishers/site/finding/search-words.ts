/** Words that stand on nearly every page: nobody finds a page by them. */
const EMPTY = new Set(
  (
    'a about after all also am an and any are as at be because been before but by can could did do does during for ' +
    'from get had has have he her his how i if in into is it its just me more most my no not of on one or other our ' +
    'over she should so some such than that the their them then there these they this to too up us was we were what ' +
    'when where which while who why will with would you your'
  ).split(' '),
);

const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
/** Most texts: there is nothing to take away. */
const ASCII = /^[\0-\x7F]*$/;

/** Small letters without accents. */
export const plain = (text: string): string =>
  (ASCII.test(text) ? text : text.normalize('NFKD').replace(MARKS, '')).toLowerCase();

/** A plain word as it is looked for: the plural as the singular. */
const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;

/** The terms of a text in their order, in small letters without accents; empty words are left out. */
export const termsOf = (text: string): string[] =>
  (plain(text).match(WORD) ?? []).flatMap((word) => (EMPTY.has(word) ? [] : [singular(word)]));

export interface WordAt {
  term: string;
  from: number;
  to: number;
}

/** The words of a text as it is written, each with its term and where it stands. */
export const wordsOf = (text: string): WordAt[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    term: singular(plain(word)),
    from: index,
    to: index + word.length,
  }));

const CODE = /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/i;

/** ICD-10 codes (WHO, volume 2, §2.4: a letter, two figures, then a point and more) without their point; null for another word. */
export const codeOf = (word: string): string | null => (CODE.test(word) ? word.replace('.', '').toLowerCase() : null);

/** A code with the broader ones that it is part of: `m161` → `m161`, `m16`. */
export const withBroader = (code: string): string[] =>
  Array.from({ length: code.length - 2 }, (_, i) => code.slice(0, code.length - i));
