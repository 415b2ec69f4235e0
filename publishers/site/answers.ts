import { pathOf } from '../addresses.ts';
import { renderMoved, renderNotFound, renderWithdrawn } from '../html/messages.tsx';
import type { Rendered } from '../http/render-cache.ts';
import { renderRobots, renderSitemap } from './crawlers.ts';
import { renderEntry, renderHome } from './render.tsx';
import type { Route } from './routes.ts';
import type { ReadingContext } from './view.ts';

/** What to render and the name it is kept under. One name for all unknown addresses: they must not fill the cache. */
export interface Answer {
  key: string;
  render: () => Promise<Rendered>;
}

/** Decides what a route answers from this library. `seq` is the old release asked for, if any. */
export async function answerTo(
  route: Exclude<Route, { kind: 'figure' }>,
  seq: number | null,
  context: ReadingContext,
): Promise<Answer> {
  switch (route.kind) {
    case 'home':
      return { key: '/', render: () => renderHome(context) };
    case 'sitemap':
      return { key: '/sitemap.xml', render: () => Promise.resolve(renderSitemap(context)) };
    case 'robots':
      return { key: '/robots.txt', render: () => Promise.resolve(renderRobots(context)) };
    case 'entry':
      return entryAnswer(route, seq, context);
    case 'unknown':
      return notFound(context);
  }
}

export const notFound = (context: ReadingContext): Answer => ({ key: '404', render: () => renderNotFound(context) });

async function entryAnswer(
  { type, slug }: Extract<Route, { kind: 'entry' }>,
  seq: number | null,
  context: ReadingContext,
): Promise<Answer> {
  const { library } = context;
  const found = library.find(type, slug);
  if (!found) return notFound(context);
  const asked = seq === null ? null : await releaseOf(found.entry.uid, seq, context);
  if (seq !== null && !asked) return notFound(context);
  if (asked && library.live(asked.uid)?.seq !== seq) {
    return { key: `release ${asked.seq}`, render: () => renderEntry(asked, context) };
  }
  const path = pathOf({ type, slug });
  if (found.status === 'withdrawn') return { key: path, render: () => renderWithdrawn(found.entry, context) };
  if (found.status === 'moved') return { key: path, render: () => renderMoved(found.entry, context) };
  return {
    key: path,
    render: async () => {
      const row = await library.released(found.entry.uid);
      return row ? renderEntry(row, context) : renderNotFound(context);
    },
  };
}

/** A release of this entry by its position; null when the position is another entry's, a withdrawal's or nobody's. */
async function releaseOf(uid: string, seq: number, { library }: ReadingContext) {
  if (!(seq <= library.head)) return null;
  const row = await library.release(seq);
  return row?.kind === 'released' && row.uid === uid ? row : null;
}
