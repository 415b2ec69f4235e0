import { createLocalReq, type Payload } from 'payload';
import { memberOf } from '../../model/entries/leaves.ts';
import { COLLECTION_OF, ENTRY_TYPES } from '../../model/entries/types.ts';
import { ifProved } from '../../release-log/integrity.ts';
import { libraryOf } from '../../release-log/library-of.ts';
import { embeddedNames, wordsOfContent } from '../exchange/own-words.ts';
import { originalOf, readShared, sharedKey, type SharedDocument } from '../exchange/shared-documents.ts';
import { addressOf, readAround, readEntries } from '../exchange/stored-entries.ts';
import type { ContentProblem } from '../seed/read-folder.ts';
import type { Exported, WrittenEntry, WrittenShared } from './library-files.ts';
import { endingOf, sharedOfReleases } from './shared-of-releases.ts';

interface Read {
  exported: Exported;
  problems: ContentProblem[];
}

/** What readers have: the released revision of every live entry, as the log proves it. */
export async function readLive(payload: Payload, dataDir: string): Promise<Read> {
  const req = await createLocalReq({}, payload);
  const stored = await readShared(req);
  const addresses = await draftAddresses(payload);
  const { current, faults } = libraryOf(payload);
  const library = await current();
  const contents = [];
  for (const type of ENTRY_TYPES) {
    for (const { uid, slug } of library.list(type)) {
      addresses.set(uid, `${COLLECTION_OF[type]}/${slug}`);
      const released = await ifProved(library.released(uid));
      if (released) contents.push({ uid, slug, content: released.snapshot });
    }
  }
  const releases = sharedOfReleases(payload, stored, dataDir);
  for (const { uid, content } of contents) wordsOfContent(content, releases.keep(addresses.get(uid) ?? uid));
  const { nameOf, shared, problems } = await releases.settle();
  // What does not verify is not served, and would be missing here without a word.
  problems.push(...faults().map(({ seq, what }) => ({ file: `release ${seq}`, message: what })));
  const entries = contents.map(({ uid, slug, content }): WrittenEntry => ({
    ...wordsOfContent(content, nameOf),
    uid,
    slug,
    unsupported: [],
  }));
  return { exported: { of: 'live', entries, shared, address: (uid) => addresses.get(uid) ?? null }, problems };
}

/** What editors have: the current draft of every entry, released or not. */
export async function readDrafts(payload: Payload): Promise<Read> {
  const req = await createLocalReq({}, payload);
  const stored = await readShared(req);
  const entries = await readEntries(req, await readAround(req, stored));
  const addresses = new Map(entries.map((entry) => [entry.uid, addressOf(entry)]));
  const used = new Set(entries.flatMap(embeddedNames).map(({ collection, name }) => sharedKey(collection, name)));
  const shared: WrittenShared[] = [];
  const problems: ContentProblem[] = [];
  for (const one of stored.filter(({ collection, name }) => used.has(sharedKey(collection, name)))) {
    const written = await asWritten(payload, one);
    if (written) shared.push(written);
    else problems.push({ file: 'figures/figures.yaml', message: `${one.name}: its file is not there` });
  }
  return { exported: { of: 'drafts', entries, shared, address: (uid) => addresses.get(uid) ?? null }, problems };
}

async function asWritten(payload: Payload, { collection, name, words, doc }: SharedDocument) {
  if (collection !== 'media') return { collection, name, words, picture: null };
  const bytes = await originalOf(payload, doc);
  return bytes && { collection, name, words, picture: { bytes, ending: await endingOf(bytes) } };
}

/** What readers do not have can be named by what they do. */
async function draftAddresses(payload: Payload): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    collection: 'entry-status',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { uid: true, type: true, slug: true },
  });
  return new Map(docs.map((row) => [row.uid, `${COLLECTION_OF[row.type]}/${String(memberOf(row, 'slug'))}`]));
}
