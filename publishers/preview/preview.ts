import type { Issue } from '../../model/issue.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import { ifProved } from '../../release-log/integrity.ts';
import type { Library } from '../../release-log/library.ts';
import type { Asked } from './asked.ts';
import { bandOf, bandStyles, lineOf, type BandWords } from './band.ts';
import { noteDocument, textDocument } from './documents.ts';
import { dressed, type Dress } from './dress.ts';
import { drawItem, drawLesson, drawPage, type DrawingSettings } from './draw.ts';
import { LETTER_STYLES, withLetterHead } from './letter-head.ts';
import { lessonsUsing } from './lessons.ts';
import type { NumberedChange } from './marks/attribute.ts';
import { marked, markStyles } from './marks/marked.ts';
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
  /** what the row changes for readers, as the review lists it */
  changes: readonly NumberedChange[];
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
  const { row, beside, isLive, issues, changes } = subject;
  const library = isLive && beside.length === 0 ? subject.library : overlaid(subject.library, [row, ...beside]);
  const lesson = asked.lesson ?? (await firstLesson(asked, row, library, settings.now));
  const withMarks = asked.marks && !isLive && asked.part !== 'json';
  const drawn = await draw({ ...asked, lesson, withMarks }, row, { ...settings, library });
  const known = { revision: row.revision, liveVersion: isLive ? row.version : null, issues };
  if (!withMarks && drawn.plain !== null) return plainly(drawn.plain, asked, known);
  const before = withMarks ? await ifProved(subject.library.released(row.uid)) : null;
  const words: BandWords = { ...known, marks: withMarks ? { against: before?.version ?? null } : null };
  const old =
    before && (await draw({ ...asked, lesson, withMarks }, before, { ...settings, library: subject.library }));
  const isAllNew = old === null || old.isNote;
  const html = withMarks ? unfolded(marked(isAllNew ? null : old.html, drawn.html, changes)) : drawn.html;
  const body = dressed(html, {
    band: bandOf(words),
    head: bandStyles(words) + drawn.styles + (withMarks ? markStyles(isAllNew) : ''),
    figureUrl: (name, ending) =>
      subject.library.figure(name)?.withdrawal === null ? null : settings.figureUrl(name, ending),
  });
  return { type: 'text/html; charset=utf-8', body };
}

/** No change may hide in a passage that readers open themselves. */
const unfolded = (html: string): string => html.replaceAll(/<details(?! open)/g, '<details open');

interface Drawn {
  html: string;
  /** what a preview needs beside the channel's own */
  styles: string;
  /** what was asked for without a document around it; null where it is one itself */
  plain: string | null;
  /** there is nothing to draw: the document says why */
  isNote: boolean;
}

type Drawing = DrawingSettings & { library: Library; now: Date };
type What = Pick<Asked, 'channel' | 'part' | 'lesson'> & { withMarks: boolean };

async function draw({ channel, part, lesson, withMarks }: What, row: ReleasedRow, drawing: Drawing): Promise<Drawn> {
  switch (channel) {
    case 'page':
      // What the release changes is marked where it stands: told once more below, it would be marked there too.
      return drawnAs(await drawPage(row, drawing, !withMarks));
    case 'feed': {
      const item = drawItem(row, drawing);
      return drawnAs(textDocument('Item in the feed', item), { plain: part === 'json' ? item : null });
    }
    case 'mail': {
      const letter = lesson ? await drawLesson(lesson, drawing) : { unsent: 'No lesson uses this entry.' };
      if ('unsent' in letter) return drawnAs(noteDocument('No mail', letter.unsent), { isNote: true });
      if (part === 'text') return drawnAs(textDocument(letter.subject, letter.text), { plain: letter.text });
      return drawnAs(withLetterHead(letter), { styles: LETTER_STYLES });
    }
  }
}

const drawnAs = (html: string, more: Partial<Omit<Drawn, 'html'>> = {}): Drawn => ({
  ...{ html, styles: '', plain: null, isNote: false },
  ...more,
});

async function firstLesson({ channel }: Asked, row: ReleasedRow, library: Library, now: Date) {
  const [first] = channel === 'mail' ? await lessonsUsing(row, library, now) : [];
  return first && { course: first.course, key: first.key };
}

const plainly = (text: string, { part }: Asked, words: Pick<BandWords, 'revision' | 'liveVersion'>): Preview =>
  part === 'json'
    ? { type: 'application/json', body: text }
    : { type: 'text/plain; charset=utf-8', body: `${lineOf(words)}\n\n${text}` };
