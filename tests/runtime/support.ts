/** The channels on a small log in memory, behind what Next does with their answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Release } from '../../model/release-row.ts';
import { createFeedPublisher } from '../../publishers/feed/feed-publisher.ts';
import { createMemory } from '../../publishers/http/memory.ts';
import { createSitePublisher } from '../../publishers/site/site-publisher.ts';
import { createLibrary } from '../../release-log/library.ts';
import { ANSWERED } from '../../runtime/answered.ts';
import { smallLibrary } from '../publishers/site/support.ts';
import { aCause, aGuide, aTreatment, memoryLog, noPages, released, withdrawn } from '../support/releases.ts';

const SHA = 'ab'.repeat(32);
export const FIGURE = `/figures/${SHA}.webp`;

/** Beside the small library: an old release, an old address, a withdrawn entry and a figure. */
const rows = (): Release[] => [
  ...smallLibrary(),
  released(aCause({ uid: 'moved', slug: 'old-name' }), { seq: 5, live: false }),
  released(aCause({ uid: 'moved', slug: 'new-name', title: 'The new name' }), { seq: 6 }),
  released(aTreatment({ slug: 'gone' }), { seq: 7, live: false }),
  withdrawn(released(aTreatment({ slug: 'gone' }), { seq: 7 }), { seq: 8 }),
  released(
    aGuide({
      slug: 'drawn',
      figures: [
        {
          alt: 'A',
          caption: null,
          credit: null,
          licence: null,
          mailPicture: [],
          renditions: [{ width: 1, height: 1, sha256: SHA }],
        },
      ],
    }),
    { seq: 9 },
  ),
];

/** Asked times and the log's clock are in `state`; `now` takes the place of that clock. */
export function channelsInMemory({ now: clock }: { now?: () => number } = {}) {
  const log = memoryLog(rows());
  const state = { time: 0, asked: 0, heads: 0, away: false };
  const end = log.end.bind(log);
  log.end = () => {
    state.heads += 1;
    return state.away ? Promise.reject(new Error('away')) : end();
  };
  const now = () => new Date('2026-05-01T12:00:00Z');
  const library = createLibrary({ log, now: clock ?? (() => state.time), onTrouble: () => undefined });
  const pages = noPages(now);
  const context = { siteUrl: 'https://example.org', demo: false, library: library.current, pages, now };
  const site = createSitePublisher({ ...context, figureFile: () => Promise.resolve(Buffer.alloc(2048, 7)) });
  const feed = createFeedPublisher({
    ...context,
    log,
    publicKeys: () => Promise.resolve([]),
    seal: (hash) => Promise.resolve(hash),
  });
  const respond = (target: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(target, 'https://example.org');
    return (/^\/(feed|changes)/.test(url.pathname) ? feed : site).respond(new Request(url, init));
  };
  // What Next does with a channel's answer: headers one by one, one of its own, the body as a stream of bytes.
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    state.asked += 1;
    const headers = new Headers(request.headers as Record<string, string>);
    const answer = await respond(request.url ?? '/', { method: request.method ?? 'GET', headers });
    response.setHeader('Vary', 'rsc, next-router-state-tree');
    response.setHeader(ANSWERED, JSON.stringify([...answer.headers].flat()));
    response.statusCode = answer.status;
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
  const hears: (() => void)[] = [];
  return {
    ...{ state, log, handle, respond, pages },
    memory: createMemory(library, pages, (hear) => void hears.push(hear)),
    /** tells that this process has added to the log */
    commit: () => {
      for (const hear of hears) hear();
    },
  };
}
