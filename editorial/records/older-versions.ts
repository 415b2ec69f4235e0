import { gunzipSync, gzipSync } from 'node:zlib';
import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import type { EntryCollection } from '../../model/entries/types.ts';
import { findPresent, namedBy, pointedAnew, type Named } from './named-documents.ts';
import type { DocumentId } from './stored-entry.ts';

/** A state in which an entry was saved before its newest one. */
export interface OlderVersion {
  createdAt: string;
  updatedAt: string;
  fields: Record<string, unknown>;
}

/** Of the packed text, which a document of MongoDB must have room for: some thousand versions of a long entry. */
const MOST_BYTES = 8 * 1024 * 1024;

const packed = z.object({
  versions: z.array(
    z.object({ createdAt: z.string(), updatedAt: z.string(), fields: z.record(z.string(), z.unknown()) }),
  ),
  named: z.array(z.custom<Named>((value) => typeof value === 'object' && value !== null)),
});

/** All saved states of an entry but the newest, and what their relations mean, as a short text; the oldest go first. */
export async function packOlderVersions(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<string> {
  const { docs } = await req.payload.db.findVersions<Record<string, unknown>>({
    collection,
    where: { parent: { equals: id } },
    sort: 'updatedAt',
    pagination: false,
    limit: 0,
    req,
  });
  const versions = docs.slice(0, -1).map(({ createdAt, updatedAt, version }): OlderVersion => {
    const { id: _, ...fields } = version;
    return { createdAt: timeIn(createdAt), updatedAt: timeIn(updatedAt), fields };
  });
  const named = await namedBy(
    req,
    collection,
    versions.map(({ fields }) => fields),
  );
  for (let from = 0; ; from = Math.ceil((from + versions.length) / 2)) {
    const text = gzipSync(JSON.stringify({ versions: versions.slice(from), named })).toString('base64');
    if (text.length <= MOST_BYTES || from >= versions.length) return text;
  }
}

/** What was packed, oldest first, with its relations as the documents are found now; those that are gone are left out. */
export async function unpackOlderVersions(
  req: PayloadRequest,
  collection: EntryCollection,
  text: string,
): Promise<OlderVersion[]> {
  if (text === '') return [];
  const { versions, named } = packed.parse(JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()));
  const { found } = await findPresent(req, named);
  return versions.map((version) => ({ ...version, fields: pointedAnew(req, collection, version.fields, found) }));
}

/** Each adapter has its own kind of time. */
const timeIn = (value: string | Date): string => new Date(value).toISOString();
