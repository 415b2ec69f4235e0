import { figurePath, listPath, pathOf, qrPath, type FigureFile } from '../addresses.ts';
import { renderMoved, renderNotFound } from '../html/messages.tsx';
import { renderWithdrawn, renderWithdrawnFigure } from '../html/withdrawn.tsx';
import type { Rendered } from '../http/representation.ts';
import { cardAnswer, type CardContext } from './card/render-card.ts';
import {
  renderLlms,
  renderManifest,
  renderRobots,
  renderSecurity,
  renderSitemap,
  renderSitemapFile,
} from './crawlers.ts';
import { renderFigure } from './figure.ts';
import { azAnswer, finderAnswer, searchAnswer, type FindingContext } from './finding/answer-finding.ts';
import { renderIcon } from './icons.ts';
import { renderQr } from './qr.ts';
import { listPage } from './pages/list.tsx';
import { renderEntry, renderHome, renderList } from './render.tsx';
import type { Route } from './routes.ts';
import { renderStyleguide } from './styleguide/render-styleguide.tsx';
import { trustAnswer } from './trust/answers.tsx';
import type { EditorialPolicy } from './trust/editorial-policy.ts';
import type { ReadingContext } from './view.ts';

/**
 * What to render and the name it is kept under: its address, so that a request for exactly this address can be
 * answered by it; or one name for all unknown addresses, which must not fill the cache. Null when it is not kept: there
 * is no bound to what can be asked.
 */
export interface Answer {
  key: string | null;
  render: () => Promise<Rendered>;
}

export interface AnsweringContext extends FindingContext, CardContext {
  /** the file with this SHA-256 and ending, or null when it is lost */
  figureFile: FigureFile;
  /** `mailto:` or `https:` address for whoever found a weakness; null: there is none */
  securityContact: string | null;
  /** whether `/styleguide` is there: not for readers */
  styleguide: boolean;
  /** log position of the library; told apart, because asking the library would tie the page to every row */
  head: number;
  /** the policy that the gate gets; null where nobody handed one in */
  policy: EditorialPolicy | null;
}

/** Decides what a route answers from this library. `seq` is the old release asked for, if any. */
export async function answerTo(route: Route, seq: number | null, context: AnsweringContext): Promise<Answer> {
  switch (route.kind) {
    case 'home':
      return { key: '/', render: () => renderHome(context) };
    case 'list':
      return listAnswer(route, context);
    case 'sitemap':
      return { key: '/sitemap.xml', render: () => Promise.resolve(renderSitemap(context)) };
    case 'robots':
      return { key: '/robots.txt', render: () => Promise.resolve(renderRobots(context)) };
    case 'sitemap-file':
      return sitemapFileAnswer(route.n, context);
    case 'llms':
      return { key: '/llms.txt', render: () => Promise.resolve(renderLlms(context)) };
    case 'manifest':
      return { key: '/site.webmanifest', render: () => Promise.resolve(renderManifest()) };
    case 'security':
      return securityAnswer(context);
    case 'card':
      return cardAnswer(route.seq, context);
    case 'icon':
      return { key: route.path, render: () => renderIcon(route.path) };
    case 'styleguide':
      return context.styleguide ? { key: null, render: () => renderStyleguide(context) } : notFound(context);
    case 'a-z':
      return azAnswer(route.asked, context);
    case 'search':
      return searchAnswer(route.asked, context);
    case 'find':
      return finderAnswer(route.answers, context);
    case 'figure':
      return figureAnswer(route, context);
    case 'place-map':
      return placeMapAnswer(route.path, context);
    case 'qr':
      return qrAnswer(route, context);
    case 'entry':
      return entryAnswer(route, seq, context);
    case 'clinicians':
    case 'clinician':
    case 'editorial-policy':
    case 'corrections':
    case 'proof':
      return (await trustAnswer(route, context)) ?? notFound(context);
    case 'unknown':
      return notFound(context);
  }
}

const notFound = (context: ReadingContext): Answer => ({ key: '404', render: () => renderNotFound(context) });

function sitemapFileAnswer(n: number, context: ReadingContext): Answer {
  const file = renderSitemapFile(n, context);
  return file ? { key: `/sitemaps/${n}.xml`, render: () => Promise.resolve(file) } : notFound(context);
}

function securityAnswer(context: AnsweringContext): Answer {
  const { securityContact } = context;
  if (securityContact === null) return notFound(context);
  const render = () => Promise.resolve(renderSecurity(securityContact, context));
  return { key: '/.well-known/security.txt', render };
}

function listAnswer({ type, page }: Route & { kind: 'list' }, context: ReadingContext): Answer {
  const list = listPage(context.library, type, page);
  return list ? { key: listPath(type, page), render: () => renderList(list, context) } : notFound(context);
}

async function figureAnswer({ name, ending }: Route & { kind: 'figure' }, context: AnsweringContext): Promise<Answer> {
  const figure = context.library.figure(name);
  if (!figure) return notFound(context);
  const { sha256, withdrawal } = figure;
  const key = figurePath(name, ending);
  if (withdrawal) return { key, render: () => renderWithdrawnFigure(withdrawal, context) };
  const file = await context.figureFile(sha256, ending);
  return file ? { key, render: () => Promise.resolve(renderFigure(sha256, file, ending)) } : notFound(context);
}

/** Kept apart from pages: no row of the log changes a picture, and there are so many that they would displace pages. */
async function placeMapAnswer(path: string, context: AnsweringContext): Promise<Answer> {
  const picture = await context.finding.placeMap(path);
  return picture ? { key: null, render: () => Promise.resolve(picture) } : notFound(context);
}

/** The way from paper to a page that is live; an old address leads to where the page is now. */
function qrAnswer({ type, slug }: Route & { kind: 'qr' }, context: ReadingContext): Answer {
  const found = context.library.find(type, slug);
  if (!found || found.status === 'withdrawn') return notFound(context);
  const { entry } = found;
  return { key: qrPath({ type, slug }), render: () => Promise.resolve(renderQr(entry, context.siteUrl)) };
}

async function entryAnswer(
  { type, slug }: Route & { kind: 'entry' },
  seq: number | null,
  context: AnsweringContext,
): Promise<Answer> {
  const { library } = context;
  const found = library.find(type, slug);
  if (!found) return notFound(context);
  const asked = seq === null ? null : await releaseOf(found.entry.uid, seq, context);
  if (seq !== null && !asked) return notFound(context);
  const path = pathOf({ type, slug });
  const gone = asked && library.withdrawnAfter(asked.uid, asked.seq);
  if (asked && gone) return { key: `${path}?release=${asked.seq}`, render: () => renderWithdrawn(gone, context) };
  if (asked && library.live(asked.uid)?.seq !== seq) {
    return { key: `${path}?release=${asked.seq}`, render: () => renderEntry(asked, context) };
  }
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
async function releaseOf(uid: string, seq: number, { library, head }: AnsweringContext) {
  const row = seq <= head ? await library.release(seq) : null;
  return row?.kind === 'released' && row.uid === uid ? row : null;
}
