import type { FigureFile } from '../addresses.ts';
import { failed, methodNotAllowed } from '../html/failures.tsx';
import { isRead, READ_METHODS } from '../http/methods.ts';
import { respondWith } from '../http/representation.ts';
import type { ChannelContext, WebPublisher } from '../publisher.ts';
import { readLibrary } from '../../release-log/readable-library.ts';
import { trackReads } from '../../release-log/track-reads.ts';
import { dayOf } from '../wording/dates.ts';
import { answerTo } from './answers.ts';
import { createFinding } from './finding/finding.ts';
import { releaseAskedFor, routeOf, SITE_PATHS } from './routes.ts';
import type { EditorialPolicy } from './trust/editorial-policy.ts';
import type { ReadingContext } from './view.ts';

export interface SiteOptions extends ChannelContext, Pick<ReadingContext, 'maps'> {
  /** the WebP file with this SHA-256, or null when it is lost */
  figureFile: FigureFile;
  /** the policy that the gate gets: told on a page of its own, which is not there without one */
  policy?: EditorialPolicy;
  /** is told every error that became a 500 or 503 */
  onError?: (error: unknown) => void;
}

/** The reading pages and their figures. Every answer is kept until something that it read changes in the log. */
export function createSitePublisher(options: SiteOptions): WebPublisher {
  const { siteUrl, demo, emergency, maps, library, pages, now, figureFile, policy = null, onError } = options;
  const finding = createFinding((error) => onError?.(error));

  const read = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const tracked = trackReads(await readLibrary(library));
    const context: ReadingContext = { library: tracked.library, siteUrl, demo, emergency, maps, today: dayOf(now()) };
    const { key, render } = await answerTo(routeOf(pathname, searchParams), releaseAskedFor(searchParams), {
      ...context,
      source: tracked.source,
      finding,
      head: tracked.position,
      figureFile,
      policy,
    });
    const rendered = key === null ? await render() : await pages.get(key, tracked, render);
    return respondWith(request, rendered.representation, rendered);
  };

  return {
    name: 'site',
    paths: SITE_PATHS,
    async respond(request) {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: READ_METHODS } });
      if (!isRead(request)) return methodNotAllowed(request, { siteUrl, demo, emergency });
      try {
        return await read(request);
      } catch (error) {
        onError?.(error);
        return failed(request, { siteUrl, demo, emergency }, error);
      }
    },
  };
}
