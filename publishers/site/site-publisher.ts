import type { FigureFile } from '../addresses.ts';
import { forReader } from '../html/carry-numbers.ts';
import { failed, methodNotAllowed } from '../html/failures.tsx';
import { isRead, READ_METHODS } from '../http/methods.ts';
import { respondWith } from '../http/representation.ts';
import type { ChannelContext, WebPublisher } from '../publisher.ts';
import { readLibrary } from '../../release-log/readable-library.ts';
import { trackReads } from '../../release-log/track-reads.ts';
import { dayOf } from '../wording/dates.ts';
import { answerTo } from './answers.ts';
import type { CardFont } from './card/render-card.ts';
import { createFinding } from './finding/finding.ts';
import type { EditorialPolicy } from './trust/editorial-policy.ts';
import { isMachinePath, releaseAskedFor, routeOf, SITE_PATHS } from './routes.ts';
import type { ReadingContext } from './view.ts';

export interface SiteOptions extends ChannelContext, Pick<ReadingContext, 'maps'> {
  /** the WebP file with this SHA-256, or null when it is lost */
  figureFile: FigureFile;
  /** the policy that the gate gets: told on a page of its own, which is not there without one */
  policy?: EditorialPolicy;
  /** clinicians who are struck off now, by uid; nobody unless told */
  struckOff?: () => ReadonlySet<string>;
  /** the typeface of cards; without one they have no words */
  cardFont?: CardFont;
  /** `mailto:` or `https:` address that hears of weaknesses; without one nothing stands at `/.well-known/security.txt` */
  securityContact?: string | null;
  /** shows every component at `/styleguide`; readers get 404 */
  styleguide?: boolean;
  /** is told every error that became a 500 or 503 */
  onError?: (error: unknown) => void;
}

export interface SitePublisher extends WebPublisher {
  /**
   * Follows the log and reads all texts for searching, in slices between which readers have their turn: begun at the
   * start, so that the first search need not wait for it. Never rejects: the next search goes on where it stopped.
   */
  warm: () => Promise<void>;
}

/** The reading pages and their figures. Every answer is kept until something that it read changes in the log. */
export function createSitePublisher(options: SiteOptions): SitePublisher {
  const { siteUrl, demo, maps, library, now, figureFile, policy = null, onError } = options;
  const {
    cardFont = () => Promise.resolve(null),
    securityContact = null,
    struckOff = () => new Set<string>(),
  } = options;
  const { styleguide = false } = options;
  const finding = createFinding(maps ?? [], (error) => onError?.(error));

  const read = async (request: Request, { emergency, pages }: ChannelContext): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const tracked = trackReads(await readLibrary(library));
    const context: ReadingContext = {
      ...{ library: tracked.library, siteUrl, demo, emergency, maps, today: dayOf(now()), struckOff },
    };
    const { key, render } = await answerTo(routeOf(pathname, searchParams), releaseAskedFor(searchParams), {
      ...context,
      source: tracked.source,
      finding,
      styleguide,
      head: tracked.position,
      ...{ figureFile, policy, cardFont, securityContact },
    });
    const kept = await (key === null ? render() : pages.get(key, tracked, render));
    return respondWith(request, kept.representation, kept);
  };

  return {
    name: 'site',
    paths: SITE_PATHS,
    async warm() {
      try {
        await finding.index.follow(await readLibrary(library));
      } catch (error) {
        onError?.(error);
      }
    },
    async respond(request) {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: READ_METHODS } });
      const context = isMachinePath(new URL(request.url).pathname) ? options : forReader(options, request);
      if (!isRead(request)) return methodNotAllowed(request, context);
      try {
        return await read(request, context);
      } catch (error) {
        onError?.(error);
        return failed(request, context, error);
      }
    },
  };
}
