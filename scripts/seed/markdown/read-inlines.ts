import type { Inline } from '../../../model/prose.ts';
import { changeOf, isSameLook, lookBehind, PLAIN, words, type Look } from './marks.ts';

const CITATION = /^\[@([a-z0-9]+(?:-[a-z0-9]+)*)\]/;
const SIGN = /^(?:\*+|\^|~)/;
const BY_NUMBER = /^&#(\d{1,7});/;

interface Scan {
  text: string;
  /** where the next sign is */
  at: number;
  look: Look;
  /** where each look began that has not ended */
  open: Map<string, number>;
  /** places whose sign stands for itself */
  literal: ReadonlySet<number>;
  problems: string[];
}

/** A run of words of a content file. What is wrong with it is added to `problems`. */
export function readInlines(text: string, problems: string[], literal: ReadonlySet<number> = new Set()): Inline[] {
  const scan: Scan = { text, at: 0, look: PLAIN, open: new Map(), literal, problems: [] };
  const inlines = scanUntil(scan, text.length, false);
  // What is begun and never ended is no mark: it is read again as the sign that it is.
  if (scan.open.size > 0) return readInlines(text, problems, new Set([...literal, ...scan.open.values()]));
  problems.push(...scan.problems);
  return inlines;
}

function scanUntil(scan: Scan, end: number, isLinked: boolean): Inline[] {
  const inlines: Inline[] = [];
  while (scan.at < end) {
    const rest = scan.text.slice(scan.at, end);
    const cited = CITATION.exec(rest);
    const link = rest.startsWith('[') && !cited ? linkAt(scan, end) : null;
    if (cited?.[1] !== undefined) {
      if (isLinked) scan.problems.push('a citation cannot stand inside a link');
      pushCitation(inlines, cited[1]);
      scan.at += cited[0].length;
    } else if (link) {
      scan.at += 1;
      const children = scanUntil(scan, link.closes, true);
      inlines.push({ kind: 'link', href: link.href, children });
      scan.at = link.end;
    } else if (rest.startsWith('<br>')) {
      inlines.push({ kind: 'break' });
      scan.at += 4;
    } else pushText(inlines, nextText(scan, rest), scan.look);
  }
  return inlines;
}

/** The next words: one sign, or nothing where a mark begins or ends. */
function nextText(scan: Scan, rest: string): string {
  const begins = scan.at;
  const sign = SIGN.exec(rest)?.[0];
  const { text: read, length } = sign === undefined ? oneSign(rest) : { text: sign, length: sign.length };
  scan.at += length;
  if (sign === undefined || scan.literal.has(begins) || isAlone(scan.text, begins, scan.at)) return read;
  const look = lookBehind(sign, scan.look);
  if (look === null || !standsClose(scan.text, begins, scan.at, changeOf(scan.look, look))) return read;
  noteOpen(scan, look, begins);
  scan.look = look;
  return '';
}

function noteOpen({ open, look: before }: Scan, after: Look, at: number): void {
  for (const mark of ['bold', 'italic', 'script'] as const) {
    if (before[mark] === after[mark]) continue;
    if (after[mark] === undefined) open.delete(mark);
    else open.set(mark, at);
  }
}

/** A mark begins before a word and ends behind one: `~5 mg to ~10 mg` has two signs and no mark. */
const standsClose = (text: string, from: number, to: number, { begins, ends }: ReturnType<typeof changeOf>): boolean =>
  !(begins && /^\s?$/.test(text.slice(to, to + 1))) && !(ends && /^\s?$/.test(text.slice(Math.max(0, from - 1), from)));

/** Between two blanks a star is a star. */
const isAlone = (text: string, from: number, to: number): boolean =>
  /^\s?$/.test(text.slice(Math.max(0, from - 1), from)) && /^\s?$/.test(text.slice(to, to + 1));

/** The last code point of Unicode. */
const LAST_SIGN = 0x10ffff;

function oneSign(rest: string): { text: string; length: number } {
  const [whole, code] = BY_NUMBER.exec(rest) ?? [];
  if (whole !== undefined && Number(code) <= LAST_SIGN)
    return { text: String.fromCodePoint(Number(code)), length: whole.length };
  if (rest.startsWith('\\') && rest.length > 1) return { text: rest.charAt(1), length: 2 };
  return { text: rest.charAt(0), length: 1 };
}

/** The link that begins here: where its words end, where it leads, where it ends. */
function linkAt({ text, at }: Scan, end: number): { closes: number; href: string; end: number } | null {
  const closes = matching(text, at, end, '[', ']');
  if (closes === null || text.charAt(closes + 1) !== '(') return null;
  const last = matching(text, closes + 1, end, '(', ')');
  if (last === null) return null;
  let href = '';
  for (let i = closes + 2; i < last;) {
    const { text: sign, length } = oneSign(text.slice(i, last));
    href += sign;
    i += length;
  }
  return { closes, href, end: last + 1 };
}

function matching(text: string, from: number, end: number, opens: string, closes: string): number | null {
  let depth = 0;
  for (let i = from; i < end; i += 1) {
    const sign = text.charAt(i);
    if (sign === '\\') i += 1;
    else if (sign === opens) depth += 1;
    else if (sign === closes && (depth -= 1) === 0) return i;
  }
  return null;
}

/** A mark stands close to what it is about, as in what the editor stores (`editorial/records/lexical-to-prose.ts`). */
function pushCitation(inlines: Inline[], source: string): void {
  const last = inlines.at(-1);
  if (last?.kind === 'text') last.text = last.text.trimEnd();
  if (last?.kind === 'text' && last.text === '') inlines.pop();
  inlines.push({ kind: 'cite', source });
}

function pushText(inlines: Inline[], text: string, look: Look): void {
  if (text === '') return;
  const last = inlines.at(-1);
  if (last?.kind === 'text' && isSameLook(last, look)) last.text += text;
  else inlines.push(words(text, look));
}
