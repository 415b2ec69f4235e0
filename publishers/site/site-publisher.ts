import { failed, methodNotAllowed } from '../html/failures.tsx';
import { isRead, READ_METHODS } from '../http/methods.ts';
import { createRenderCache } from '../http/render-cache.ts';
import { respondWith } from '../http/representation.ts';
import type { ChannelContext, WebPublisher } from '../publisher.ts';
import { readLibrary } from '../../release-log/readable-library.ts';
import { dayOf } from '../wording/dates.ts';
import { answerTo, notFound } from './answers.ts';
import { figureResponse } from './figure-response.ts';
import { releaseAskedFor, routeOf } from './routes.ts';
import type { ReadingContext } from './view.ts';

export interface SiteOptions extends ChannelContext {
  /** memory bound of rendered pages; 64 MiB unless told */
  maxCacheBytes?: number;
  /** the WebP file with this SHA-256, or null when it is lost */
  figureFile: (sha256: string) => Promise<Buffer | null>;
  /** is told every error that became a 500 or 503 */
  onError?: (error: unknown) => void;
}

/**
 * The reading pages. Every answer is rendered once per (log position, day, path) and then served from
 * memory; the day counts because a page says when its review is overdue.
 */
export function createSitePublisher(options: SiteOptions): WebPublisher & { cacheBytes: () => number } {
  const { siteUrl, demo, library, now, figureFile, maxCacheBytes = 64 * 1024 * 1024, onError } = options;
  const cache = createRenderCache(maxCacheBytes);

  const read = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const route = routeOf(pathname);
    const context: ReadingContext = { library: await readLibrary(library), siteUrl, demo, today: dayOf(now()) };
    if (route.kind === 'figure' && context.library.hasFigure(route.sha256)) {
      const file = await figureFile(route.sha256);
      if (file) return figureResponse(request, route.sha256, file);
    }
    const { key, render } =
      route.kind === 'figure' ? notFound(context) : await answerTo(route, releaseAskedFor(searchParams), context);
    const { representation, status, headers } = await cache.get(
      context.library.head,
      `${context.today} ${key}`,
      render,
    );
    return respondWith(request, representation, { status, headers });
  };

  return {
    name: 'site',
    cacheBytes: () => cache.size(),
    async respond(request) {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: READ_METHODS } });
      if (!isRead(request)) return methodNotAllowed(request, { siteUrl, demo });
      try {
        return await read(request);
      } catch (error) {
        onError?.(error);
        return failed(request, { siteUrl, demo }, error);
      }
    },
  };
}
