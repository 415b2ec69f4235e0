import { failureProblem } from '../http/failure.ts';
import { isRead } from '../http/methods.ts';
import { problem } from '../http/problem.ts';
import { respondWith, toRepresentation } from '../http/representation.ts';
import type { ChannelContext, WebPublisher } from '../publisher.ts';
import type { PublicKey } from '../../release-log/public-keys.ts';
import { orUnreadable, readableLog, readLibrary } from '../../release-log/readable-library.ts';
import type { ReleaseLog } from '../../release-log/read-rows.ts';
import type { Seal } from '../../release-log/seal.ts';
import { trackReads } from '../../release-log/track-reads.ts';
import { dayOf } from '../wording/dates.ts';
import { changesPage, endOf } from './changes.ts';
import { feedUrl } from './channel.ts';
import { renderCorrectionsFeed } from './corrections-feed.ts';
import { guideOf, type GuideAnswer } from './guide.ts';
import { ALLOW, CORS, FRESH, PREFLIGHT } from './headers.ts';
import { keySet } from './keys.ts';
import { renderRelease, withdrawnProblem } from './release.ts';
import { renderFeed } from './render.ts';
import { changesPath, FEED_PATHS, toRoute, type FeedRoute } from './route.ts';

export interface FeedOptions extends ChannelContext {
  log: ReleaseLog;
  /** every key that ever signed a release; only public members are served */
  publicKeys: () => Promise<PublicKey[]>;
  /** signs what an item says, named by its hash (`release-log/seal.ts`) */
  seal: Seal;
  /** WebSub hub that readers may subscribe at */
  hub?: string | undefined;
  /** told of what was answered with 500 or 503 */
  onError?: ((error: unknown) => void) | undefined;
}

/**
 * The machine channel: JSON Feed 1.1, Atom, the log for machines and the keys to check it. Never throws: 503 when the log cannot be asked, 500
 * for what nobody foresaw, both told to `onError`.
 */
export function createFeedPublisher(options: FeedOptions): WebPublisher {
  const answer = createAnswers(options);
  return {
    name: 'feed',
    paths: FEED_PATHS,
    async respond(request) {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { ...CORS, ...PREFLIGHT } });
      if (!isRead(request)) return notAllowed();
      try {
        return forMethod(request, await answer(request, toRoute(request.url)));
      } catch (error) {
        options.onError?.(error);
        return forMethod(request, failureProblem(error, CORS));
      }
    },
  };
}

function createAnswers(options: FeedOptions) {
  const { siteUrl, demo, emergency, hub, now, pages, publicKeys, seal } = options;
  const log = readableLog(options.log);

  const feed = async (request: Request, route: FeedRoute & { kind: 'feed' }): Promise<Response> => {
    const tracked = trackReads(await readLibrary(options.library));
    const { library, position } = tracked;
    const { format, guideSlug, before } = route;
    const found: GuideAnswer = guideSlug === null ? { guide: null } : guideOf(library, guideSlug, siteUrl, before);
    if (found instanceof Response) return found;
    // A position above the head asks for the newest page: one name for all of them.
    const from = before !== null && before <= position ? before : null;
    const name = feedUrl('', format, found.guide?.slug ?? null) + (from === null ? '' : `?before=${from}`);
    const context = { siteUrl, demo, emergency, hub, library, today: dayOf(now()) };
    const rendered = await pages.get(name, tracked, () =>
      renderFeed({ format, guide: found.guide, before: from }, context, seal),
    );
    return respondWith(request, rendered.representation, rendered);
  };

  const corrections = async (
    request: Request,
    { format, before }: FeedRoute & { kind: 'corrections' },
  ): Promise<Response> => {
    const tracked = trackReads(await readLibrary(options.library));
    const { library, position } = tracked;
    const from = before !== null && before <= position ? before : null;
    const name = `/corrections.${format === 'json' ? 'json' : 'xml'}${from === null ? '' : `?before=${from}`}`;
    const context = { siteUrl, demo, emergency, hub, library, today: dayOf(now()) };
    const rendered = await pages.get(name, tracked, () => renderCorrectionsFeed({ format, before: from }, context));
    return respondWith(request, rendered.representation, rendered);
  };

  const changes = async (request: Request, route: FeedRoute & { kind: 'changes' }): Promise<Response> => {
    const tracked = trackReads(await readLibrary(options.library));
    const { library } = tracked;
    const end = endOf(library);
    if (route.since > end.head || (route.log !== null && route.log !== end.logId)) {
      return problem('unknown-position', 'This log has no such position. Read it again from the beginning.', {
        headers: CORS,
        extra: { ...end },
      });
    }
    const rendered = await pages.get(changesPath(route), tracked, async () => ({
      representation: toRepresentation(await changesPage({ log, library, siteUrl, end }, route), 'application/json'),
      status: 200,
      headers: { ...CORS, ...FRESH },
    }));
    return respondWith(request, rendered.representation, rendered);
  };

  const release = async (request: Request, { seq }: FeedRoute & { kind: 'release' }): Promise<Response> => {
    const tracked = trackReads(await readLibrary(options.library));
    const { library, position } = tracked;
    const row = seq > position ? null : await library.release(seq);
    if (!row) return problem('not-found', 'The log has no such position.', { headers: CORS });
    const gone = withdrawnProblem(row, library);
    if (gone) return gone;
    const render = () => Promise.resolve(renderRelease(row, siteUrl));
    const rendered = await pages.get(`/releases/${seq}.json`, tracked, render);
    return respondWith(request, rendered.representation, rendered);
  };

  return async (request: Request, route: FeedRoute): Promise<Response> => {
    switch (route.kind) {
      case 'feed':
        return feed(request, route);
      case 'corrections':
        return corrections(request, route);
      case 'changes':
        return changes(request, route);
      case 'release':
        return release(request, route);
      case 'keys':
        return respondWith(request, keySet(await orUnreadable(publicKeys())), { headers: { ...CORS, ...FRESH } });
      case 'unknown':
        return problem('not-found', 'There is no feed at this address.', { headers: CORS });
      case 'invalid':
        return problem('invalid-request', `${route.parameter} must be ${route.expected}.`, {
          headers: CORS,
          extra: { parameter: route.parameter },
        });
    }
  };
}

const notAllowed = (): Response =>
  problem('method-not-allowed', 'Feeds are read with GET or HEAD.', { headers: { ...CORS, ...ALLOW } });

/** HEAD answers carry no content, problems included (RFC 9110 §9.3.2). */
const forMethod = ({ method }: Request, response: Response): Response =>
  method === 'HEAD' && response.body !== null ? new Response(null, response) : response;
