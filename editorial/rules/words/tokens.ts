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
  ORDINARY_SIGNS,
  type SafetyKind,
} from './english.ts';
import { folded, isRead, plain, TURNING } from './plain.ts';

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
  /\((?:https?:|mailto:|tel:|\/)[^\s)]{0,512}\)|\ba ?& ?e\b|(?<![\p{L}\p{N}])\.\d+|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|[.!;:\n]+|[^\s\p{L}\p{M}\d]/giu;
/** Signs that say nothing by themselves. Any other sign counts as a word. */
const SILENT = /^[,"“”„«»()[\]{}…•·*_#'–—-]$/u;
const NUMBER = /^\d/;
/** Where a link leads, as marked text tells it behind its words. */
const LINK = /^\((?:https?:|mailto:|tel:|\/)/i;
/**
 * A capital inside a sentence: a brand that nobody listed looks like this. So does a place, and then two must look.
 * Behind the first letter of a word a capital says the same wherever the word stands.
 */
const NAME = /^(?!I\b|I'|Dr$|Mrs?$|Ms$)\p{Lu}/u;
const NAME_ANYWHERE = /\p{L}\p{M}*\p{Lu}/u;
const ROMAN = /^(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})$/;
const SHOUTED = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;
const PAUSES = /^[,()–—-]$/u;
const OPENING = /^["“„«([]$/u;
const SIGN_OF_DENIAL = /^[↑↓✗✘❌⛔🚫]$/u;
const SIGN_OF_NUMBER = /^(?:[%‰°<>≤≥=±+×÷~≈^−]|\p{N})$/u;

/** The words of a text in order, with what kind of safety word each is. `medicines`: further names, in small letters. */
export function tokensOf(text: string, medicines: ReadonlySet<string> = new Set()): Token[] {
  const tokens: Token[] = [];
  let opened = true;
  let isPausing = false;
  for (const [shown] of plain(text).matchAll(PATTERN)) {
    const silent = SILENT.test(shown);
    // “No, running hurts” and “No running hurts”: a pause behind a denial decides what it denies.
    if (silent && PAUSES.test(shown) && tokens.at(-1)?.kind === 'negation') isPausing = true;
    if (!silent) {
      if (isPausing && tokens.at(-1)?.key !== PAUSE) tokens.push({ key: PAUSE, shown: '', kind: null, rules: false });
      isPausing = false;
      for (const key of keysOf(shown, tokens.at(-1))) {
        if (key === PAUSE && (tokens.length === 0 || tokens.at(-1)?.key === PAUSE)) continue;
        const token = { key, shown: TURNING.test(shown) ? 'a mark that turns letters round' : shown.trim() };
        const kind = kindOf(key, tokens.at(-1), medicines);
        tokens.push({ ...token, ...(kind.kind ? kind : nameKind(shown, opened, tokens.at(-1))) });
      }
    }
    opened = silent ? opened || OPENING.test(shown) : tokens.at(-1)?.key === PAUSE || shown === '?';
  }
  markPhrases(tokens);
  const words = tokens.filter(
    ({ key, shown, kind }, i) =>
      (shown === 'A' && kind !== null) || !EMPTY_WORDS.has(key) || AMOUNTS_WITH_A.has(tokens[i + 1]?.key ?? ''),
  );
  const once = words.filter(({ key }, i) => key !== PAUSE || ![undefined, PAUSE].includes(words[i - 1]?.key));
  return once.at(-1)?.key === PAUSE ? once.slice(0, -1) : once;
}

/** What a word that no list knows is by its capitals: a numeral, a name, or nothing. In a text in capitals they say nothing. */
function nameKind(shown: string, opened: boolean, previous: Token | undefined): Kind {
  if (ROMAN.test(shown)) return { kind: 'number', rules: false };
  if (shown === 'A' && SHOUTED.test(previous?.shown ?? '')) return NOTHING;
  const isName = NAME_ANYWHERE.test(shown) || (!opened && NAME.test(shown));
  return isName ? { kind: 'medicine', rules: false } : NOTHING;
}

function keysOf(shown: string, previous: Token | undefined): string[] {
  if (LINK.test(shown)) return [shown];
  const word = folded(shown.toLowerCase());
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
  if (LINK.test(key)) return { kind: 'link', rules: false };
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
  if (!isRead(key) && !ORDINARY_SIGNS.has(key)) return ruling('unread');
  return MEDICINE_STEM.test(key) ? ruling('medicine') : NOTHING;
}

const BEGINS_PHRASE = new Set(PHRASES.map(([[first]]) => first));

function markPhrases(tokens: Token[]): void {
  tokens.forEach(({ key }, at) => {
    if (!BEGINS_PHRASE.has(key)) return;
    for (const [phrase, kind] of PHRASES) {
      if (!phrase.every((word, i) => tokens[at + i]?.key === word)) continue;
      for (const token of tokens.slice(at, at + phrase.length)) token.kind ??= kind;
    }
  });
}
