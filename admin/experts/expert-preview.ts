import type { PayloadRequest } from 'payload';
import type { PreviewInstallation } from '../../collections/shared/preview-endpoint.ts';
import { previewHeaders } from '../../collections/shared/preview-headers.ts';
import type { ExpertLink, ExpertText } from '../../editorial/experts/link-row.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { readTextAsIfReleased } from '../../editorial/verbs/as-if-released.ts';
import { isFigureNamed } from '../../model/figure-name.ts';
import { figuresOf, filesOf } from '../../model/entries/references.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import { FIGURE_ENDINGS, FIGURE_TYPES } from '../../publishers/addresses.ts';
import { askedFor } from '../../publishers/preview/asked.ts';
import { nextRow } from '../../publishers/preview/next-row.ts';
import type { PreviewOffer } from '../../publishers/preview/previews.ts';
import { libraryOf } from '../../release-log/library-of.ts';

/** A link that is open, and the text that it was made for. */
interface Open {
  token: string;
  link: ExpertLink;
  text: ExpertText;
}

/** Where the text of a link is shown as readers would get it. Lessons of courses that are live alone. */
export async function expertOffers(req: PayloadRequest, open: Open): Promise<PreviewOffer[]> {
  const library = await libraryOf(req.payload).current();
  // The templates bring react-dom/server with them, which does not compile into a Next route handler statically.
  const { previewsOf } = await import('../../publishers/preview/previews.ts');
  const subject = { row: await rowOf(req, open), drafts: [], library };
  return previewsOf(subject, { base: `${pathOf(open)}/preview`, now: servicesOf(req.payload).now() });
}

/**
 * What lies below the page of a link: `preview` draws the text of the link alone by the channels' own code, `figures`
 * are the pictures in it. Null for any other address. What readers have is not asked for here: it is public.
 */
export async function expertPreview(
  req: PayloadRequest,
  open: Open,
  below: readonly string[],
  search: URLSearchParams,
): Promise<Response | null> {
  const [what, file, more] = below;
  if (what === 'figures' && file !== undefined && more === undefined) return figure(req, open, file);
  if (what !== 'preview' || file !== undefined) return null;
  const { asked } = askedFor(search);
  if (!asked || asked.revision !== undefined || asked.course === 'draft') return null;
  const library = await libraryOf(req.payload).current();
  const { preview } = await import('../../publishers/preview/preview.ts');
  const { type, body } = await preview(
    { ...asked, marks: false },
    { row: await rowOf(req, open), beside: [], library, isLive: false, issues: [], changes: [] },
    {
      ...installationOf(req),
      figureUrl: (name, ending) => `${pathOf(open)}/figures/${name}.${ending}`,
      now: servicesOf(req.payload).now(),
    },
  );
  return answer(body, type, installationOf(req).siteUrl);
}

async function figure(req: PayloadRequest, { text }: Open, file: string): Promise<Response | null> {
  const [name = '', ending = ''] = file.split('.');
  const known = FIGURE_ENDINGS.find((one) => one === ending);
  const named = figuresOf(text.content)
    .flatMap(filesOf)
    .find(({ sha256 }) => isFigureNamed(sha256, name));
  const bytes = named && known ? await installationOf(req).figureFile(named.sha256, known) : null;
  return bytes && known ? answer(new Uint8Array(bytes), FIGURE_TYPES[known], '') : null;
}

/** The address is the key: what is framed tells it to nobody. */
const answer = (body: string | Uint8Array<ArrayBuffer>, type: string, siteUrl: string): Response =>
  new Response(body, {
    headers: {
      ...previewHeaders(type, siteUrl),
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
    },
  });

async function rowOf(req: PayloadRequest, { link, text }: Open): Promise<ReleasedRow> {
  const library = await libraryOf(req.payload).current();
  return nextRow(await readTextAsIfReleased(req, link.entry, text.content), library);
}

const pathOf = ({ token }: Open): string => `/expert/${token}`;

const installationOf = ({ payload }: PayloadRequest): PreviewInstallation =>
  payload.config.custom.preview as PreviewInstallation;
