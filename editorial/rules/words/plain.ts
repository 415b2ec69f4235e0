/** What a text looks like to a reader, whatever characters it is written with. */

/** Characters that turn the order of those around them, so that “12” is shown as “21”. */
export const TURNING = /[\u202A-\u202E\u2066-\u2069]/u;

/** One spelling of what looks the same: spaces, apostrophes, dashes, fractions, abbreviations, characters without a look. */
export const plain = (text: string): string =>
  text
    .replace(/(?![\u202A-\u202E\u2066-\u2069])\p{Default_Ignorable_Code_Point}/gu, '')
    // Before they become plain digits: 10² is not 102, and 1⅞ is not 17/8.
    .replace(/\p{No}/gu, ' $& ')
    .normalize('NFKC')
    .replace(/[’‘ʼ′`´＇]/gu, "'")
    .replace(/[‐‑‒−]/gu, '-')
    .replace(/⁄/gu, '/')
    .replace(/(?<=\d)·(?=\d)/gu, '.')
    .replace(/(?<=[\d%])\s?[-–—]\s?(?=\d)/gu, ' to ')
    .replace(/(?<=^|[\s(<>≤≥=~≈])[-–](?=\.?\d)/gu, '−')
    .replace(/\b([ei])\.([ge])\b\.?/giu, '$1$2')
    .replace(/(?<=\d\s?)([ap])\.m\b\.?/giu, '$1m')
    .replace(/µ/gu, 'μ');

/** Letters that have a base letter of the alphabet but no decomposition. */
const BASE: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

/** A word in small letters without its accents: “wıthóut” reads as “without”. A mark that makes no letter stays. */
export const folded = (word: string): string =>
  word.replace(/[\u00C0-\u017F]/gu, (letter) => BASE[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''));

/**
 * True of a word that is written in the letters a to z. Another alphabet may look the same and be another word, a letter
 * by itself may be part of a word taken apart, and of a sign nobody here knows what it says.
 */
export const isRead = (key: string): boolean => /^(?:[a-z][a-z']+|[ais]|\||\d.*)$/.test(key);
