import type { Issue } from '../../model/issue.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import type { Library } from '../../release-log/library.ts';
import type { Asked } from './asked.ts';
import { bandOf, bandStyles, lineOf } from './band.ts';
import { noteDocument, textDocument } from './documents.ts';
import { dressed, type Dress } from './dress.ts';
import { drawItem, drawLesson, drawPage, type DrawingSettings } from './draw.ts';
import { LETTER_STYLES, withLetterHead } from './letter-head.ts';
import { lessonsUsing } from './lessons.ts';
import { overlaid } from './overlay.ts';

/** What is shown, and against what. */
export interface Subject {
  row: ReleasedRow;
  /** rows of other entries that are shown as if they were released too: the course of a lesson */
  beside: readonly ReleasedRow[];
  /** the library of the channels */
  library: Library;
  /** the row is what readers have */
  isLive: boolean;
  issues: readonly Issue[];
}

export interface Preview {
  type: 'text/html; charset=utf-8' | 'text/plain; charset=utf-8' | 'application/json';
  body: string;
}

export interface PreviewSettings extends DrawingSettings {
  figureUrl: Dress['figureUrl'];
  now: Date;
}

/** One channel's rendering of a row as if it were released, under the band of a preview. Keeps nothing. */
export async function preview(asked: Asked, subject: Subject, settings: PreviewSettings): Promise<Preview> {
  const { row, beside, isLive, issues } = subject;
  const library = isLive && beside.length === 0 ? subject.library : overlaid(subject.library, [row, ...beside]);
  const words = { revision: row.revision, liveVersion: isLive ? row.version : null, marksAgainst: null, issues };
  const drawn = await draw(asked, row, { ...settings, library });
  if (drawn.plain !== null) return inOneLine(drawn.plain, asked, words);
  const body = dressed(drawn.html, {
    band: bandOf(words),
    head: bandStyles(words) + drawn.styles,
    figureUrl: (sha256, ending) =>
      subject.library.figure(sha256) === 'shown' ? null : settings.figureUrl(sha256, ending),
  });
  return { type: 'text/html; charset=utf-8', body };
}

type Drawn = { plain: string; html: null } | { plain: null; html: string; styles: string };
type Drawing = DrawingSettings & { library: Library; now: Date };

async function draw(asked: Asked, row: ReleasedRow, drawing: Drawing): Promise<Drawn> {
  switch (asked.channel) {
    case 'page':
      return document(await drawPage(row, drawing));
    case 'feed': {
      const item = drawItem(row, drawing);
      return asked.part === 'json' ? { plain: item, html: null } : document(textDocument('Item in the feed', item));
    }
    case 'mail': {
      const lesson = asked.lesson ?? (await firstLesson(row, drawing));
      const letter = lesson ? await drawLesson(lesson, drawing) : { unsent: 'No lesson uses this entry.' };
      if ('unsent' in letter) return document(noteDocument('No mail', letter.unsent));
      if (asked.part === 'text') return { plain: letter.text, html: null };
      return document(withLetterHead(letter), LETTER_STYLES);
    }
  }
}

const document = (html: string, styles = ''): Drawn => ({ plain: null, html, styles });

async function firstLesson(row: ReleasedRow, { library, now }: Drawing) {
  const [first] = await lessonsUsing(row, library, now);
  return first && { course: first.course, key: first.key };
}

const inOneLine = (text: string, { part }: Asked, words: { revision: string; liveVersion: string | null }): Preview =>
  part === 'json'
    ? { type: 'application/json', body: text }
    : { type: 'text/plain; charset=utf-8', body: `${lineOf(words)}\n\n${text}` };
