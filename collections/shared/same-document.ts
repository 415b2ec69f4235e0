import { createHash } from 'node:crypto';
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, Endpoint, Field, PayloadRequest } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { sourceIdentity, type Same, type WrittenSource } from '../../model/source-identity.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { nobodyField, roleOf } from './access.ts';
import { NO_STORE } from './own-endpoint.ts';
import { answering } from './verb-answer.ts';

type Shared = 'sources' | 'media';
type Keys = Readonly<Record<string, string | null>>;
const BY: Readonly<Record<string, Same['by']>> = {
  doiKey: 'DOI',
  pmidKey: 'PubMed id',
  urlKey: 'link',
  fileHash: 'file',
};
/** Others that are named; one is enough to look at. */
const MOST = 5;

const hidden = (name: string): Field => ({
  name,
  type: 'text',
  index: true,
  access: { create: nobodyField, update: nobodyField, read: nobodyField },
  admin: { hidden: true },
});

/** The spelling by which the same source is known again; kept by the hook below alone. */
export const sourceKeys: Field[] = ['doiKey', 'pmidKey', 'urlKey'].map(hidden);
/** The hash of the file that was uploaded. */
export const fileKey: Field = hidden('fileHash');

const keysOfSource = (written: WrittenSource): Keys => {
  const { doi, pmid, url } = sourceIdentity(written);
  return { doiKey: doi, pmidKey: pmid, urlKey: url };
};

export const keepSourceKeys: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const before = (originalDoc ?? {}) as Record<string, string | null | undefined>;
  const current = (name: string) => (name in data ? (data[name] as string | null | undefined) : before[name]);
  return { ...data, ...keysOfSource({ doi: current('doi'), pmid: current('pmid'), url: current('url') }) };
};

export const keepFileHash: CollectionBeforeChangeHook = ({ data, req }) =>
  req.file ? { ...data, fileHash: createHash('sha256').update(req.file.data).digest('hex') } : data;

/** Whoever saves one, through whatever door, is told of others that seem to be the same: `sameAs` in the answer. */
export const tellSame =
  (collection: Shared): CollectionAfterChangeHook<WrittenSource & { id: DocumentId }> =>
  async ({ doc, req }) => {
    const keys = collection === 'sources' ? keysOfSource(doc) : await keysOfFigure(req, doc.id);
    const sameAs = await findSame(req, collection, keys, doc.id);
    return sameAs.length > 0 ? { ...doc, sameAs } : doc;
  };

/** What was saved: whoever saves it does not read it. */
async function keysOfFigure(req: PayloadRequest, id: DocumentId): Promise<Keys> {
  const where = { id: { equals: id } };
  const row = await req.payload.db.findOne<{ id: DocumentId; fileHash?: string | null }>({
    collection: 'media',
    where,
    req,
  });
  return { fileHash: row?.fileHash ?? null };
}

/**
 * GET /api/{collection}/same (docs/http.md): before saving, others with this `doi`, `pmid` or `url`, or with this
 * `sha256` of their file; `not` is the id of the one that asks.
 */
export const sameEndpoint = (collection: Shared): Endpoint => ({
  path: '/same',
  method: 'get',
  handler: (req) =>
    answering(req, async () => {
      if (roleOf(req) === null) throw new CodedError('not-authenticated', 'Log in, or send an API key.');
      const given = (name: string) => req.searchParams.get(name)?.slice(0, 2000) ?? null;
      const keys =
        collection === 'sources'
          ? keysOfSource({ doi: given('doi'), pmid: given('pmid'), url: given('url') })
          : { fileHash: /^[0-9a-f]{64}$/.exec(given('sha256') ?? '')?.[0] ?? null };
      return Response.json({ same: await findSame(req, collection, keys, given('not')) }, NO_STORE);
    }),
});

/** One look at an index for each key that there is. */
async function findSame(req: PayloadRequest, collection: Shared, keys: Keys, not: DocumentId | null): Promise<Same[]> {
  const found: Same[] = [];
  for (const [name, key] of Object.entries(keys)) {
    if (key === null) continue;
    const { docs } = await req.payload.db.find<Record<string, unknown> & { id: DocumentId }>({
      collection,
      where: { [name]: { equals: key } },
      // Ordered as the index is: no row is sorted.
      sort: name,
      pagination: false,
      limit: MOST + 1,
      req,
    });
    const by = BY[name] ?? 'link';
    for (const { id, title, alt } of docs) {
      if (String(id) === String(not) || found.some((one) => one.id === id)) continue;
      found.push({ id, title: wordsOf(title) || wordsOf(alt), by });
    }
  }
  return found.slice(0, MOST);
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');
