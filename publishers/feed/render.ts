import type { Seal } from '../../release-log/seal.ts';
import { ifProved } from '../../release-log/integrity.ts';
import type { Library, LibraryEntry } from '../../release-log/library.ts';
import type { Rendered } from '../http/representation.ts';
import { toRepresentation } from '../http/representation.ts';
import { atomEntry, atomFeed } from './atom.ts';
import { feedChannel, type FeedChannel } from './channel.ts';
import { CORS, FRESH, linkHeader } from './headers.ts';
import type { FeedItem, ItemContext } from './feed-item.ts';
import { feedItem, sealed } from './item.ts';
import { jsonFeed } from './json-feed.ts';
import { fillPage } from './page.ts';

export interface FeedRequest {
  format: 'json' | 'atom';
  guide: LibraryEntry | null;
  /** only items below this log position; null for the newest page */
  before: number | null;
}

/** One page of a feed, ready to answer with. */
export async function renderFeed(
  { format, guide, before }: FeedRequest,
  { hub, ...context }: ItemContext & { hub: string | undefined },
  seal: Seal,
): Promise<Rendered> {
  const channel = feedChannel({ ...context, hub }, format, guide);
  const seqs = positions(context.library, guide, before);
  const item = (seq: number) => itemAt(seq, context);
  const representation =
    format === 'json'
      ? await renderJson(channel, seqs, async (seq) => {
          const content = await item(seq);
          return content && sealed(content, seal);
        })
      : await renderAtom(channel, seqs, item);
  return { representation, status: 200, headers: { ...CORS, ...FRESH, ...linkHeader(channel.feedUrl, hub) } };
}

type ItemAt = (seq: number) => Promise<FeedItem | null>;

async function renderJson(channel: FeedChannel, seqs: number[], render: ItemAt) {
  const page = await fillPage(seqs, { render, weigh: (item) => Buffer.byteLength(JSON.stringify(item)) + 1 });
  return toRepresentation(jsonFeed(channel, page), 'application/feed+json');
}

async function renderAtom(channel: FeedChannel, seqs: number[], item: ItemAt) {
  const page = await fillPage(seqs, {
    render: async (seq) => {
      const content = await item(seq);
      return content && { updated: content.date_modified, entry: atomEntry(content) };
    },
    weigh: ({ entry }) => Buffer.byteLength(entry.text),
  });
  const entries = { before: page.before, items: page.items.map(({ entry }) => entry) };
  return toRepresentation(
    atomFeed(channel, entries, page.items[0]?.updated ?? NEVER),
    'application/atom+xml; charset=utf-8',
  );
}

/** Atom demands a date of an empty feed too. */
export const NEVER = '1970-01-01T00:00:00Z';

function positions(library: Library, guide: LibraryEntry | null, before: number | null): number[] {
  return library
    .newestFirst(guide?.uid)
    .filter(({ seq }) => before === null || seq < before)
    .map(({ seq }) => seq);
}

/** Null for a row that does not verify: the feed goes on without it. */
async function itemAt(seq: number, context: ItemContext): Promise<FeedItem | null> {
  const row = await ifProved(context.library.release(seq));
  return row && feedItem(row, context);
}
