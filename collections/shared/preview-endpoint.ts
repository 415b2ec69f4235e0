import type { Endpoint, PayloadRequest } from 'payload';
import { coursesNaming } from '../../editorial/records/courses-naming.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { readAsIfReleased, type AsIfReleased } from '../../editorial/verbs/as-if-released.ts';
import { isFigureNamed } from '../../model/figure-name.ts';
import { figuresOf, filesOf } from '../../model/entries/references.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import { FIGURE_ENDINGS, FIGURE_TYPES, type FigureFile } from '../../publishers/addresses.ts';
import { problem } from '../../publishers/http/problem.ts';
import { askedFor, type Asked } from '../../publishers/preview/asked.ts';
import type { DrawingSettings } from '../../publishers/preview/draw.ts';
import { nextRow } from '../../publishers/preview/next-row.ts';
import type { Subject } from '../../publishers/preview/preview.ts';
import { libraryOf } from '../../release-log/library-of.ts';
import type { Library } from '../../release-log/library.ts';
import { findReleased } from '../../release-log/find-released.ts';
import { answering } from './verb-answer.ts';
import { previewHeaders } from './preview-headers.ts';

/** What previews need from the installation, beside the log; the configuration puts it into `custom`. */
export interface PreviewInstallation extends DrawingSettings {
  figureFile: FigureFile;
}

/**
 * GET …/{id}/preview, …/{id}/previews and …/{id}/preview/figures/{file} of an entry collection (docs/http.md), for staff
 * who are logged in. Nothing that is drawn is kept.
 */
export const previewEndpoints = (collection: EntryCollection): Endpoint[] =>
  [
    { path: '/:id/preview', answer: onePreview },
    { path: '/:id/previews', answer: allPreviews },
    { path: '/:id/preview/figures/:file', answer: oneFigure },
  ].map(({ path, answer }) => ({
    path,
    method: 'get',
    handler: (req) =>
      answering(req, async () => {
        staffHere(req);
        return answer(req, collection);
      }),
  }));

/** Whoever has no session hears of no preview: a key stands for nobody who looks. */
function staffHere({ user }: PayloadRequest): void {
  if (!user) throw new CodedError('not-authenticated', 'Log in first.');
  if ('_strategy' in user && user._strategy === 'api-key')
    throw new CodedError('not-found', 'There is nothing at this address.');
}

async function onePreview(req: PayloadRequest, collection: EntryCollection): Promise<Response> {
  const { asked, wrong } = askedFor(new URL(req.url ?? '', 'http://localhost').searchParams);
  if (!asked)
    return problem('invalid-request', `This cannot be read: ${wrong.join(', ')}.`, { extra: { fields: wrong } });
  const { type, body } = await drawPreview(req, collection, paramOf(req, 'id'), asked);
  return new Response(body, { headers: previewHeaders(type, installationOf(req).siteUrl) });
}

/**
 * The preview of an entry, by its database id or uid. Asks nobody's leave: for whoever has seen to that. Throws
 * `not-found`, also for a revision that cannot be had.
 */
async function drawPreview(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
  asked: Asked,
): Promise<{ type: string; body: string }> {
  const { now } = servicesOf(req.payload);
  const read = await readAsIfReleased(req, collection, id);
  const library = await libraryOf(req.payload).current();
  const shown = await shownRow(req, library, read, asked);
  const beside = asked.course === 'draft' && asked.lesson ? await draftCourse(req, library, asked.lesson.course) : [];
  // The templates bring react-dom/server with them, which does not compile into a Next route handler statically.
  const { preview } = await import('../../publishers/preview/preview.ts');
  const base = `/api/${collection}/${encodeURIComponent(String(id))}/preview/figures`;
  return preview(
    asked,
    { ...shown, beside, library },
    { ...installationOf(req), figureUrl: (name, ending) => `${base}/${name}.${ending}`, now: now() },
  );
}

async function shownRow(
  req: PayloadRequest,
  library: Library,
  { uid, row, live, issues, changes }: AsIfReleased,
  { revision = row.revision }: Asked,
): Promise<Pick<Subject, 'row' | 'isLive' | 'issues' | 'changes'>> {
  const isReaders = revision === 'live' || revision === live?.revision;
  const readers = isReaders ? await library.released(uid) : null;
  if (readers) return { row: readers, isLive: true, issues: [], changes: [] };
  if (revision === row.revision) return { row: nextRow(row, library), isLive: false, issues, changes };
  const old = revision === 'live' ? null : await findReleased(req, library, { uid, revision });
  if (old) return { row: old, isLive: false, issues: [], changes: [] };
  throw new CodedError('not-found', 'This revision cannot be had any more.');
}

async function draftCourse(req: PayloadRequest, library: Library, uid: string): Promise<ReleasedRow[]> {
  const { row } = await readAsIfReleased(req, 'courses', uid);
  return [nextRow(row, library, 1)];
}

async function allPreviews(req: PayloadRequest, collection: EntryCollection): Promise<Response> {
  const given = paramOf(req, 'id');
  const { id, row } = await readAsIfReleased(req, collection, given);
  const library = await libraryOf(req.payload).current();
  const drafts: ReleasedRow[] = [];
  for (const course of await coursesNaming(req, collection, id)) {
    const { row: draft } = await readAsIfReleased(req, 'courses', course);
    drafts.push(nextRow(draft, library, drafts.length + 1));
  }
  const { previewsOf } = await import('../../publishers/preview/previews.ts');
  const base = `/api/${collection}/${encodeURIComponent(given)}/preview`;
  const subject = { row: nextRow(row, library), drafts, library };
  const offers = await previewsOf(subject, { base, now: servicesOf(req.payload).now() });
  return Response.json(offers, { headers: previewHeaders('application/json', '') });
}

/** A picture of the draft that readers cannot have yet. */
async function oneFigure(req: PayloadRequest, collection: EntryCollection): Promise<Response> {
  const [name = '', ending = ''] = paramOf(req, 'file').split('.');
  const { row } = await readAsIfReleased(req, collection, paramOf(req, 'id'));
  const shown = figuresOf(row.snapshot).flatMap(filesOf);
  const known = FIGURE_ENDINGS.find((one) => one === ending);
  const named = shown.find(({ sha256 }) => isFigureNamed(sha256, name));
  const file = named && known ? await installationOf(req).figureFile(named.sha256, known) : null;
  if (!file || !known) throw new CodedError('not-found', 'There is no such figure.');
  return new Response(new Uint8Array(file), { headers: previewHeaders(FIGURE_TYPES[known], '') });
}

function paramOf({ routeParams }: PayloadRequest, name: string): string {
  const given = routeParams?.[name];
  return typeof given === 'string' ? given : '';
}

const installationOf = ({ payload }: PayloadRequest): PreviewInstallation =>
  payload.config.custom.preview as PreviewInstallation;
