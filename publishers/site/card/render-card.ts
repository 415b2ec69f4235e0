import type { Font } from 'opentype.js';
import sharp from 'sharp';
import { cardPath } from '../../addresses.ts';
import { renderMoved, renderNotFound } from '../../html/messages.tsx';
import { renderWithdrawn } from '../../html/withdrawn.tsx';
import { PUBLIC_CACHE } from '../../http/caching.ts';
import { toFile, type Rendered } from '../../http/representation.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { longDate } from '../../wording/dates.ts';
import { urgencyLabel } from '../../wording/labels.ts';
import { liveOf, mostUrgentFirst } from '../references.ts';
import type { ReadingContext } from '../view.ts';
import { createHash } from 'node:crypto';
import { CARD, cardSvg, type CardWords } from './card-svg.ts';

/** The typeface of cards, or null when this installation has lost it. */
export type CardFont = () => Promise<Font | null>;

export interface CardContext extends ReadingContext {
  head: number;
  cardFont: CardFont;
}

interface CardAnswer {
  key: string;
  render: () => Promise<Rendered>;
}

/**
 * The picture of a release: drawn while it is what readers get. A corrected one leads to the card of the correction,
 * a withdrawn one is gone. Caches ask again each time, as for figures.
 */
export async function cardAnswer(seq: number, context: CardContext): Promise<CardAnswer> {
  const { library, head } = context;
  const row = seq <= head ? await library.release(seq) : null;
  if (row?.kind !== 'released') return { key: '404', render: () => renderNotFound(context) };
  const gone = library.withdrawnAfter(row.uid, row.seq);
  const live = library.live(row.uid);
  const key = cardPath(seq);
  if (gone) return { key, render: () => renderWithdrawn(gone, context) };
  if (!live) return { key: '404', render: () => renderNotFound(context) };
  if (live.seq !== seq) return { key, render: () => toCardOf(live, context) };
  return { key, render: async () => pictureOf(wordsOf(live, row.locale, context), await context.cardFont()) };
}

/** Not for good: what stands at the address now may be corrected as well. */
async function toCardOf(live: LibraryEntry, context: ReadingContext): Promise<Rendered> {
  const moved = await renderMoved(live, context);
  return { ...moved, status: 302, headers: { ...moved.headers, Location: cardPath(live.seq) } };
}

function wordsOf(live: LibraryEntry, locale: string, { library }: ReadingContext): CardWords {
  const [flag] = mostUrgentFirst(liveOf(library, live.references).filter(({ type }) => type === 'red-flag'));
  const own = live.type === 'red-flag';
  const urgency = own ? live.urgency : (flag?.urgency ?? null);
  return {
    title: live.title,
    urgency,
    urgencyWords: own ? urgencyLabel(urgency) : 'With the signs that need help',
    reviewed: `Last reviewed ${longDate(live.reviewedAt, locale)}`,
  };
}

async function pictureOf(words: CardWords, font: Font | null): Promise<Rendered> {
  const picture = await sharp(Buffer.from(cardSvg(words, font)))
    .resize(CARD.width, CARD.height)
    .png({ palette: true, colours: 64 })
    .toBuffer();
  const tag = createHash('sha256').update(picture).digest('hex').slice(0, 32);
  return {
    representation: toFile(picture, 'image/png', tag),
    status: 200,
    headers: { 'Cache-Control': PUBLIC_CACHE },
  };
}
