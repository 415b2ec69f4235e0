import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Release } from '../../../model/release-row.ts';
import { createLibrary } from '../../../release-log/library.ts';
import type { LogSource } from '../../../release-log/read-rows.ts';
import { createSitePublisher, type SiteOptions } from '../../../publishers/site/site-publisher.ts';
import {
  noPages,
  aCause,
  aGuide,
  aRedFlag,
  aTreatment,
  memoryLog,
  prose,
  released,
  withdrawn,
} from '../../support/releases.ts';

const SITE_URL = 'https://example.org';
const TODAY = '2026-05-01';

/** One live entry of each reading type; the guide names the other three. */
export const smallLibrary = (): Release[] => [
  released(aRedFlag(), { seq: 1 }),
  released(aTreatment(), { seq: 2 }),
  released(aCause(), { seq: 3 }),
  released(aGuide(), { seq: 4 }),
];

export const PAGES = [
  '/',
  '/guides/hip-pain',
  '/causes/hip-osteoarthritis',
  '/treatments/cold-heat',
  '/red-flags/red-flag-night-pain',
];

/** A cause that was released twice: position 10 is old, 11 is live. */
export const twiceReleased = (): Release[] => [
  released(aCause({ sections: [{ kind: 'symptoms', body: prose('The old words.'), urgentSigns: [], figures: [] }] }), {
    seq: 10,
    live: false,
  }),
  released(aCause({ sections: [{ kind: 'symptoms', body: prose('The new words.'), urgentSigns: [], figures: [] }] }), {
    seq: 11,
    version: '1.1',
    changeKind: 'major',
    releasedAt: '2026-04-01T09:00:00.000Z',
  }),
];

export const thenWithdrawn = (rows: Release[], seq: number, replacedBy: string | null = null): Release[] => {
  const last = rows.at(-1);
  if (last?.kind !== 'released') throw new Error('nothing to withdraw');
  return [...rows, withdrawn(last, { seq, replacedBy })];
};

/** The site over a log in memory; `log.rows` may be appended to, `clock.today` moved. */
export function aSite(rows: Release[], over: Partial<SiteOptions> & { log?: LogSource; maxCacheBytes?: number } = {}) {
  const memory = memoryLog(rows);
  const clock = { today: TODAY };
  const errors: unknown[] = [];
  // Every look at the clock is a second later, so that each request looks at the log.
  let ticks = 0;
  const library = createLibrary({ log: over.log ?? memory, now: () => (ticks += 1000) });
  const now = () => new Date(`${clock.today}T12:00:00Z`);
  const pages = noPages(now, over.maxCacheBytes);
  const site = createSitePublisher({
    siteUrl: SITE_URL,
    demo: false,
    library: () => library.current(),
    pages,
    now,
    figureFile: () => Promise.resolve(null),
    onError: (error) => errors.push(error),
    ...over,
  });
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    site.respond(new Request(SITE_URL + path, { method, headers }));
  return { site, pages, clock, errors, log: memory, ask, read: async (path: string) => (await ask(path)).text() };
}

export async function decoded(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const coding = response.headers.get('content-encoding');
  if (coding === 'br') return brotliDecompressSync(bytes).toString();
  return (coding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}

/** Positions of the texts in the page, to compare what stands before what; -1 when it is missing. */
export const positions = (html: string, ...texts: string[]): number[] => {
  const body = html.slice(html.indexOf('<main'));
  return texts.map((text) => body.indexOf(text));
};
