import {
  AMOUNTS_WITH_A,
  DENYING,
  EMPTY_WORDS,
  KIND_OF_WORD,
  MEDICINE_STEM,
  NUMERALS,
  PHRASES,
  RULES_NOTHING,
  UNITS_BEHIND_NUMBERS,
  type SafetyKind,
} from './english.ts';

/** One word, number or sign of a text. */
export interface Token {
  /** what it says: small letters, digits for words of number, one spelling of every apostrophe and dash */
  key: string;
  /** as it was written */
  shown: string;
  kind: SafetyKind | null;
  /** it is about other words: when they change, what it says changes */
  rules: boolean;
}

/** Between two sentences or parts of one. However it is written, it is the same: “. ”, “; ”, a line break. */
export const PAUSE = '|';

const PATTERN =
  /\ba ?& ?e\b|(?<![\p{L}\p{N}])\.\d+|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|[.!;:\n]+|[^\s\p{L}\p{M}\d]/giu;
/** Signs that say nothing by themselves. Any other sign counts as a word. */
const SILENT = /^[,"“”„«»()[\]{}…•·*_#'–—-]$/u;
const NUMBER = /^\d/;
/** A capital inside a sentence: a brand that nobody listed looks like this. So does a place, and then two must look. */
const NAME = /^\p{Lu}\p{Ll}{3,}$/u;
const OPENING = /^["“„«([]$/u;
const SIGN_OF_DENIAL = /^[↑↓✗✘❌⛔🚫]$/u;
const SIGN_OF_NUMBER = /^[%‰°<>≤≥=±+×÷~≈^]$/u;

/** The words of a text in order, with what kind of safety word each is. `medicines`: further names, in small letters. */
export function tokensOf(text: string, medicines: ReadonlySet<string> = new Set()): Token[] {
  const tokens: Token[] = [];
  let opened = true;
  for (const [shown] of plain(text).matchAll(PATTERN)) {
    const silent = SILENT.test(shown);
    if (!silent) {
      for (const key of keysOf(shown, tokens.at(-1))) {
        if (key === PAUSE && (tokens.length === 0 || tokens.at(-1)?.key === PAUSE)) continue;
        const token = { key, shown: shown.trim(), ...kindOf(key, tokens.at(-1), medicines) };
        tokens.push(!opened && token.kind === null && NAME.test(shown) ? { ...token, kind: 'medicine' } : token);
      }
    }
    opened = silent ? opened || OPENING.test(shown) : tokens.at(-1)?.key === PAUSE || shown === '?';
  }
  if (tokens.at(-1)?.key === PAUSE) tokens.pop();
  markPhrases(tokens);
  return tokens.filter(({ key }, i) => !EMPTY_WORDS.has(key) || AMOUNTS_WITH_A.has(tokens[i + 1]?.key ?? ''));
}

/** One spelling of what looks the same: spaces, apostrophes, dashes, fractions, invisible characters. */
const plain = (text: string): string =>
  text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[½¼¾⅓⅔⅛⅕]/gu, ' $& ')
    .normalize('NFKC')
    .replace(/[’‘ʼ′`´＇]/gu, "'")
    .replace(/[‐‑‒−]/gu, '-')
    .replace(/⁄/gu, '/')
    .replace(/(?<=[\d%])\s?[-–—]\s?(?=\d)/gu, ' to ')
    .replace(/µ/gu, 'μ');

function keysOf(shown: string, previous: Token | undefined): string[] {
  const word = shown.toLowerCase();
  if (/^a ?& ?e$/.test(word)) return ['a&e'];
  if (/^[.!;:\n]+$/.test(word)) return [PAUSE];
  if (/^\.?\d/.test(word)) return [digits(word)];
  if (word === '×' || (word === 'x' && previous?.kind === 'number')) return ['times'];
  return withoutContraction(word).map((part) => NUMERALS.get(part) ?? part);
}

/** “1,000” is 1000, “0,5” is 0.5, “.5” is 0.5. */
const digits = (number: string): string =>
  number
    .replace(/,(?=\d{3}(?!\d))/g, '')
    .replace(',', '.')
    .replace(/^\./, '0.');

const FULL: Record<string, string> = { m: 'am', re: 'are', ve: 'have', ll: 'will', d: 'would' };
const IS = /^(it|that|there|here|he|she|what|who|where|how)'s$/;
const NOT = /^(can|won|shan|do|does|did|is|are|was|were|has|have|had|must|should|could|would|might|need|ain)(n?)'?t$/;

/** “Don't” and “dont” say “do not”. */
function withoutContraction(word: string): string[] {
  if (word === 'cannot') return ['can', 'not'];
  if (word === 'a&e') return [word];
  const denied = NOT.exec(word);
  if (denied?.[1] && (denied[2] || word.includes("'"))) return [WHOLE[denied[1]] ?? denied[1], 'not'];
  if (word === 'cant' || word === 'wont') return [word === 'cant' ? 'can' : 'will', 'not'];
  if (IS.test(word)) return [word.slice(0, -2), 'is'];
  const [stem = '', end = ''] = word.split("'");
  const rest = FULL[end];
  return rest ? [stem, rest] : [word];
}
const WHOLE: Record<string, string> = { won: 'will', shan: 'shall', ain: 'is' };

type Kind = Pick<Token, 'kind' | 'rules'>;
const NOTHING: Kind = { kind: null, rules: false };
const ruling = (kind: SafetyKind): Kind => ({ kind, rules: true });

function kindOf(key: string, previous: Token | undefined, medicines: ReadonlySet<string>): Kind {
  if (medicines.has(key)) return ruling('medicine');
  if (key === '1') return { kind: 'number', rules: false };
  if (NUMBER.test(key) || SIGN_OF_NUMBER.test(key)) return ruling('number');
  if (previous && NUMBER.test(previous.key)) {
    if (key === 'to' || key === '/') return ruling('number');
    if (UNITS_BEHIND_NUMBERS.has(key)) return ruling('unit');
  }
  if (key === 'a&e') return ruling('urgency');
  if (SIGN_OF_DENIAL.test(key)) return ruling('negation');
  const kind = KIND_OF_WORD.get(key);
  if (kind) return { kind, rules: !RULES_NOTHING.has(key) };
  if (DENYING.test(key)) return { kind: 'negation', rules: false };
  return MEDICINE_STEM.test(key) ? ruling('medicine') : NOTHING;
}

function markPhrases(tokens: Token[]): void {
  for (const [phrase, kind] of PHRASES) {
    tokens.forEach((_, at) => {
      const here = tokens.slice(at, at + phrase.length);
      if (!phrase.every((word, i) => here[i]?.key === word)) return;
      for (const token of here) Object.assign(token, { kind: token.kind ?? kind });
    });
  }
}
