import { ABBREVIATIONS, BEFORE_OWN_STATE, LEANING, LEANING_PRONOUNS } from './english.ts';
import { PAUSE, tokensOf, type Token } from './tokens.ts';

/**
 * The smallest part of a text that can be moved without changing what it says: a sentence with those that
 * lean on it, or an item of a list with the sentence that leads to it.
 */
export interface Passage {
  tokens: Token[];
  /** what stands above and decides what this means: the sentence that leads to a list */
  lead: Token[];
  /** words of the heading it stands under; empty when there is none */
  heading: Token[];
  isHeading: boolean;
}

/**
 * Cuts a text into passages, in order. One line is one paragraph, list item or heading; marks at the start of
 * a line say which: `#` a heading, `•` or `-` an item, `1.` a step. Without marks, a line that does not end like a
 * sentence holds on to its neighbours: when in doubt two sentences are one passage.
 */
export function passagesOf(text: string, medicines?: ReadonlySet<string>): Passage[] {
  const passages: Passage[] = [];
  let heading: Token[] = [];
  let lead: Token[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const { mark, words } = marked(line);
    if (!words) continue;
    const add = (tokens: Token[]) => passages.push({ tokens, lead: [], heading, isHeading: false });
    if (mark === 'heading') {
      heading = tokensOf(words, medicines);
      passages.push({ tokens: heading, lead: [], heading: [], isHeading: true });
      [lead, open] = [[], false];
      continue;
    }
    if (mark === 'item') {
      passages.push({ tokens: tokensOf(words, medicines), lead, heading, isHeading: false });
      open = false;
      continue;
    }
    sentencesOf(words).forEach((sentence, i) => {
      const tokens = tokensOf(sentence, medicines);
      const before = passages.at(-1);
      const ended = /[.!?]["'”’)\]]*$/.test(sentence);
      const holdsOn = (i === 0 && (open || mark === 'step' || !ended)) || leans(tokens);
      if (before && !before.isHeading && holdsOn) {
        before.tokens = [...before.tokens, PAUSING, ...tokens];
      } else add(tokens);
      open = !ended;
      lead = tokens;
    });
  }
  return passages;
}

const PAUSING: Token = { key: PAUSE, shown: '', kind: null, rules: false };

function marked(line: string): { mark: 'heading' | 'item' | 'step' | null; words: string } {
  const found = /^\s*(?:(#{1,6})|([•*·–-])|\d{1,3}[.)])\s+(?=\S)/u.exec(line);
  if (!found) return { mark: null, words: line.trim() };
  return { mark: found[1] ? 'heading' : found[2] ? 'item' : 'step', words: line.slice(found[0].length).trim() };
}

/** Sentences end with a full stop, exclamation or question mark before a space and no small letter. */
function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: end, 1: word, index } of line.matchAll(/(\S*)[.!?]["'”’)\]]*\s+(?=[^\s\p{Ll}])/gu)) {
    if (ABBREVIATIONS.has((word ?? '').replace(/^\W+/, '').toLowerCase())) continue;
    sentences.push(line.slice(from, index + end.length).trim());
    from = index + end.length;
  }
  return [...sentences, line.slice(from).trim()].filter(Boolean);
}

const SHORT = 4;

/** True when a sentence cannot be understood, or can be misread, without the one before it. */
function leans(tokens: readonly Token[]): boolean {
  if (tokens.length < SHORT) return true;
  return tokens.some(({ key }, i) => {
    if (LEANING_PRONOUNS.has(key)) return !BEFORE_OWN_STATE.has(tokens[i - 1]?.key ?? '');
    return LEANING.has(key) && (i === 0 || !JOINING.has(key));
  });
}

/** Inside a sentence these join two of its parts. */
const JOINING = new Set(['so', 'but', 'and', 'or', 'nor', 'then', 'that']);
