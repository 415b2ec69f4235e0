import { ABBREVIATIONS, BEFORE_OWN_STATE, LEANING, LEANING_PRONOUNS } from './english.ts';
import { PAUSE, tokensOf, type Token } from './tokens.ts';

/**
 * The smallest part of a text that can be moved without changing what it says: a sentence with those that
 * lean on it, or an item of a list with the sentence that leads to it.
 */
export interface Passage {
  tokens: Token[];
  /** what stands above and decides what this means: the sentence that leads to a list, the items around this one */
  lead: Token[];
  /** words of the headings it stands under; empty when there is none */
  heading: Token[];
  isHeading: boolean;
  /** how many lists it is in */
  depth: number;
}

/**
 * Cuts a text into passages, in order. One line is one paragraph, list item or heading; marks at the start of
 * a line say which: `#` a heading, `•` or `-` an item, `1.` a step. More marks and blanks before one say what is inside
 * what: an item also stands under the item around it, a heading under the larger ones above it. Without marks, a
 * line that does not end like a sentence holds on to its neighbours: when in doubt two sentences are one passage.
 */
export function passagesOf(text: string, medicines?: ReadonlySet<string>): Passage[] {
  const passages: Passage[] = [];
  const headings = new Outline();
  const items = new Outline();
  let lead: Token[] = [];
  let open = false;
  let isInList = false;
  for (const line of text.split('\n')) {
    const { mark, depth, words } = marked(line);
    if (!words) continue;
    if (mark === 'heading') {
      const tokens = tokensOf(words, medicines);
      passages.push({ tokens, lead: [], heading: headings.enter(depth, tokens), isHeading: true, depth: 0 });
      items.clear();
      [lead, open, isInList] = [[], false, false];
      continue;
    }
    const heading = headings.all();
    if (mark === 'item') {
      const tokens = tokensOf(words, medicines);
      const around = items.enter(depth, tokens);
      if (tokens.length > 0) {
        passages.push({ tokens, lead: [...lead, ...around], heading, isHeading: false, depth: items.depth });
      }
      [open, isInList] = [false, true];
      continue;
    }
    sentencesOf(words).forEach((sentence, i) => {
      const tokens = tokensOf(sentence, medicines);
      const before = passages.at(-1);
      if (tokens.length === 0) return;
      const ended = /[.!?]["'”’)\]]*$/.test(sentence);
      const holdsOn = (i === 0 && (open || mark === 'step' || !ended)) || leans(tokens);
      if (before && !before.isHeading && holdsOn && !isInList) {
        before.tokens.push(PAUSING, ...tokens);
      } else {
        // What follows a list does not stand in it, though it may lean on its last item.
        const around = before && holdsOn && isInList ? [...before.lead, ...before.tokens] : [];
        passages.push({ tokens: [...tokens], lead: around, heading, isHeading: false, depth: 0 });
      }
      open = !ended;
      [lead, isInList] = [tokens, false];
    });
    items.clear();
  }
  return passages;
}

/** What stands inside what, by depth. */
class Outline {
  #entered: { depth: number; tokens: Token[] }[] = [];

  all(): Token[] {
    return this.#entered.flatMap(({ tokens }) => tokens);
  }

  /** Answers what stands around it. */
  enter(depth: number, tokens: Token[]): Token[] {
    this.#entered = this.#entered.filter((outer) => outer.depth < depth);
    const around = this.all();
    this.#entered.push({ depth, tokens });
    return around;
  }

  get depth(): number {
    return this.#entered.length;
  }

  clear(): void {
    this.#entered = [];
  }
}

const PAUSING: Token = { key: PAUSE, shown: '', kind: null, rules: false };

interface Line {
  mark: 'heading' | 'item' | 'step' | null;
  depth: number;
  words: string;
}

function marked(line: string): Line {
  const found = /^(\s*)(?:(#{1,6})|([•*·–-])|\d{1,3}[.)])\s+(?=\S)/u.exec(line);
  if (!found) return { mark: null, depth: 0, words: line.trim() };
  const [all, blanks = '', hashes, bullet] = found;
  const words = line.slice(all.length).trim();
  if (hashes) return { mark: 'heading', depth: hashes.length, words };
  return { mark: bullet ? 'item' : 'step', depth: blanks.length, words };
}

/** Characters. Looking further back would make a long word cost its square. */
const LONGEST_ABBREVIATION = 12;

/** Sentences end with a full stop, exclamation or question mark before a space and no small letter. */
function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: end, index } of line.matchAll(/[.!?]["'”’)\]]*\s+(?=[^\s\p{Ll}])/gu)) {
    const word = /\S*$/.exec(line.slice(Math.max(from, index - LONGEST_ABBREVIATION), index))?.[0] ?? '';
    if (ABBREVIATIONS.has(word.replace(/^\W+/, '').toLowerCase())) continue;
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
