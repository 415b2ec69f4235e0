import type { Font, PathCommand } from 'opentype.js';
import type { Urgency } from '../../../model/entries/red-flag.ts';
import { SITE_NAME } from '../../wording/site-name.ts';

/** What whoever shares a link shows: https://ogp.me asks for no size, this one is shown whole everywhere. */
export const CARD = { width: 1200, height: 630 } as const;

export interface CardWords {
  title: string;
  /** how urgent the most urgent thing is that the page is about; null where nothing is */
  urgency: Urgency | null;
  /** the same in words */
  urgencyWords: string;
  /** `Last reviewed 1 February 2026` */
  reviewed: string;
}

/** Colours of the pages in daylight. */
const COLOUR: Record<Urgency, string> = { 'emergency-now': '#a3131b', 'same-day': '#8a4700', 'urgent-days': '#2b4f86' };
const CALM = '#0b5a58';
const LEFT = 88;
const MOST_LINES = 4;

/**
 * The card as SVG in which every letter is an outline: a server without fonts draws it like any other. Without a font
 * (null), or where it lacks a letter, the words are left out: a card without them is better than one of empty boxes.
 */
export function cardSvg({ title, urgency, urgencyWords, reviewed }: CardWords, font: Font | null): string {
  const colour = urgency === null ? CALM : COLOUR[urgency];
  const words = (text: string, size: number, x: number, y: number, fill: string) =>
    font && canWrite(font, text) ? `<path d="${outline(font, text, x, y, size)}" fill="${fill}"/>` : '';
  const lines = font ? wrapped(title, font, 74, CARD.width - 2 * LEFT) : [];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CARD.width} ${CARD.height}">`,
    `<rect width="${CARD.width}" height="${CARD.height}" fill="#fbfaf6"/><rect width="28" height="${CARD.height}" fill="${colour}"/>`,
    `<g fill="none" stroke="${CALM}" stroke-width="5"><circle cx="${LEFT + 24}" cy="92" r="24"/><path d="M${LEFT + 13} 93l8 8 14-17" stroke-linecap="round" stroke-linejoin="round"/></g>`,
    words(SITE_NAME, 38, LEFT + 66, 105, CALM),
    ...lines.map((line, i) => words(line, 74, LEFT, 228 + i * 84, '#15252a')),
    urgency === null ? '' : words(urgencyWords, 36, LEFT, 572, colour),
    font ? words(reviewed, 32, CARD.width - LEFT - widthOf(font, reviewed, 32), 572, '#4c5a5d') : '',
    '</svg>',
  ].join('');
}

/** Letter by letter: the library does not know every way in which a typeface joins some, and fails at those. */
function outline(font: Font, text: string, x: number, y: number, size: number): string {
  let at = x;
  return Array.from(text)
    .map((letter) => {
      const path = font.charToGlyph(letter).getPath(at, y, size).commands.map(toData).join('');
      at += widthOf(font, letter, size);
      return path;
    })
    .join('');
}

/** The library's own writer makes `NaN` of numbers that are almost whole. */
function toData(command: PathCommand): string {
  const { type, ...points } = { x1: null, y1: null, x2: null, y2: null, x: null, y: null, ...command };
  const { x1, y1, x2, y2, x, y } = points;
  return type + [x1, y1, x2, y2, x, y].flatMap((at) => (at === null ? [] : [at.toFixed(1)])).join(' ');
}

const widthOf = (font: Font, text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + (font.charToGlyph(letter).advanceWidth ?? 0), 0) *
  (size / font.unitsPerEm);

const canWrite = (font: Font, text: string): boolean =>
  Array.from(text).every((letter) => font.charToGlyphIndex(letter) > 0);

/** Lines that are no wider than that; what does not fit into the last one ends in an ellipsis. */
function wrapped(text: string, font: Font, size: number, width: number): string[] {
  const fits = (line: string) => widthOf(font, line, size) <= width;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const cut = (line: string): string => (fits(`${line}…`) || line === '' ? `${line}…` : cut(line.slice(0, -1)));
  const shown = lines.slice(0, MOST_LINES).map((line) => (fits(line) ? line : cut(line)));
  const last = shown.at(-1);
  return lines.length > MOST_LINES && last !== undefined ? [...shown.slice(0, -1), cut(last)] : shown;
}
