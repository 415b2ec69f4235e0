import { randomBytes } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { Marks } from '../marks.ts';
import { relaxedBody } from './dkim-relaxed.ts';

/** The body of mails whose words are the same but for what stands in the place of their marks. */
export interface Pattern {
  /** Null when these cannot simply be put in: then the mail is encoded by itself. */
  fill(marks: Marks): FilledBody | null;
}

export interface FilledBody {
  /** shared part of the boundary between the parts, as nodemailer's `baseBoundary` */
  boundary: string;
  /** one character per byte */
  body: string;
  /** the same as DKIM hashes it */
  canonical: string;
}

/** Neither encoded nor taken for the end of a word where nodemailer wraps lines: all of the same length wrap alike. */
const WRAPS_ALIKE = /^[A-Za-z0-9_-]+$/;

/**
 * The body of nodemailer's own making, with the marks in it. Null when not all of them can be found there, as in base64.
 */
export async function patternOf(
  { html, text }: { html: string; text: string },
  marks: readonly string[],
): Promise<Pattern | null> {
  if (html === '' || text === '' || !marks.every((mark) => WRAPS_ALIKE.test(mark))) return null;
  const boundary = randomBytes(16).toString('hex');
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await composer.sendMail({
    html,
    text,
    baseBoundary: boundary,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(message)) throw new TypeError('the mail has no bytes');
  const whole = message.toString('latin1');
  const body = whole.slice(whole.indexOf('\r\n\r\n') + 4);
  const [raw, canonical] = [cutAt(marks, body), cutAt(marks, relaxedBody(body))];
  const inWords = marks.reduce((sum, mark) => sum + countOf(mark, html) + countOf(mark, text), 0);
  if (raw.length !== 2 * inWords + 1) return null;
  return {
    fill(values) {
      const fits = (mark: string) => values[mark]?.length === mark.length && WRAPS_ALIKE.test(values[mark]);
      if (Object.keys(values).length !== marks.length || !marks.every(fits)) return null;
      return { boundary, body: filled(raw, values), canonical: filled(canonical, values) };
    },
  };
}

const countOf = (mark: string, text: string): number => text.split(mark).length - 1;

/** Text, or a mark with the places in it where a line was wrapped. */
type Piece = string | { mark: string; breaks: number[] };

const SOFT_BREAK = '=\r\n';

/** Text and marks in turns, text first and last. */
function cutAt(marks: readonly string[], body: string): Piece[] {
  if (marks.length === 0) return [body];
  const wrapped = (mark: string) => mark.split('').join(`(?:${SOFT_BREAK})?`);
  return body.split(new RegExp(`(${marks.map(wrapped).join('|')})`)).map((piece, i) => {
    if (i % 2 === 0) return piece;
    const lines = piece.split(SOFT_BREAK);
    return { mark: lines.join(''), breaks: lines.slice(0, -1).map((_, at) => lines.slice(0, at + 1).join('').length) };
  });
}

const filled = (pieces: readonly Piece[], values: Marks): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : wrappedAt(piece.breaks, values[piece.mark] ?? '')))
    .join('');

function wrappedAt(breaks: readonly number[], value: string): string {
  const ends = [...breaks, value.length];
  return ends.map((end, i) => value.slice(ends[i - 1] ?? 0, end)).join(SOFT_BREAK);
}
