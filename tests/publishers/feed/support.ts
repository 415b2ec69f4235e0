/** A feed over rows in memory, and what a strict reader would check of it. */
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect } from 'vitest';
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { Release } from '../../../model/release-row.ts';
import type { FeedItem } from '../../../publishers/feed/feed-item.ts';
import { createFeedPublisher, type FeedOptions } from '../../../publishers/feed/feed-publisher.ts';
import { createLibrary } from '../../../release-log/library.ts';
import { noPages, memoryLog, prose, released } from '../../support/releases.ts';

export const SITE = 'https://imprimatur.example';

export interface FeedDocument {
  version: string;
  feed_url: string;
  home_page_url: string;
  next_url?: string;
  title: string;
  description: string;
  language: string;
  hubs?: { type: string; url: string }[];
  items: FeedItem[];
}

export function feedOver(rows: Release[], over: Partial<FeedOptions> = {}) {
  const log = memoryLog(rows);
  const clock = { now: new Date('2026-06-15T12:00:00Z') };
  const library = createLibrary({ log, now: () => clock.now.getTime(), checkEveryMs: 0 });
  const publisher = createFeedPublisher({
    siteUrl: SITE,
    demo: false,
    library: library.current,
    pages: noPages(() => clock.now),
    now: () => clock.now,
    log,
    publicKeys: () => Promise.resolve([]),
    seal: (hash) => Promise.resolve(`sealed ${hash}`),
    ...over,
  });
  const get = (path: string, init: RequestInit = {}) => publisher.respond(new Request(new URL(path, SITE), init));
  const page = async (path: string) => (await (await get(path)).json()) as FeedDocument;
  return { log, clock, publisher, get, page };
}

export type Feed = ReturnType<typeof feedOver>;

/** Follows `next_url` to the end; `between` runs after each page. */
export async function walk(
  { page }: Feed,
  path: string,
  between: (read: number) => void = () => undefined,
): Promise<FeedDocument[]> {
  const pages: FeedDocument[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const document: FeedDocument = await page(next);
    pages.push(document);
    between(pages.length);
    next = document.next_url;
  }
  return pages;
}

export const itemsOf = (pages: FeedDocument[]): FeedItem[] => pages.flatMap(({ items }) => items);

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addFormat('uri', (value: string) => URL.canParse(value));
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
// Vite drops the import attribute that Node asks for with a JSON module.
const require = createRequire(import.meta.url);
const validate = ajv.compile(require('jsonfeed-schema/schema-v1.1.json') as object);

/** Schema of JSON Feed 1.1, and what the schema cannot say. */
export function expectValid(document: FeedDocument): void {
  validate(document);
  expect(validate.errors).toBeNull();
  expect(document.version).toBe('https://jsonfeed.org/version/1.1');
  expect(Intl.getCanonicalLocales(document.language)).toEqual([document.language]);
  expect(document.next_url).not.toBe(document.feed_url);
  expect(new Set(document.items.map(({ id }) => id)).size).toBe(document.items.length);
  for (const item of document.items) expect(Intl.getCanonicalLocales(item.language)).toEqual([item.language]);
}

/** Appends the next row of an entry, as the release verb would. */
export function append(rows: Release[], content: EntryContent, over: Partial<Release> = {}): Release {
  const seq = (rows.at(-1)?.seq ?? 0) + 1;
  const row = released(content, { seq, releasedAt: new Date(Date.UTC(2026, 1, 1, 9, seq)).toISOString(), ...over } as {
    seq: number;
  });
  rows.push(row);
  return row;
}

export const longProse = (bytes: number) => prose(...Array<string>(Math.ceil(bytes / 100)).fill('word '.repeat(20)));
