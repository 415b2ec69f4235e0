import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Payload, PayloadRequest } from 'payload';
import type { z } from 'zod';
import { readFields } from '../../editorial/records/read-fields.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import type { Fields } from '../../model/entries/field.ts';
import { memberOf } from '../../model/entries/leaves.ts';
import { location } from '../../model/entries/location.ts';
import { figure, source, term, words } from '../../model/entries/shared.ts';
import { SHARED_COLLECTIONS, type SharedCollection } from '../../model/entries/types.ts';
import { ifThere } from '../../model/if-there.ts';
import { figureFileSchema, locationFileSchema, sourceFileSchema, termFileSchema } from '../seed/content-schema.ts';

/** How an installation and content files keep the shared documents of a collection. */
interface SharedKind {
  collection: SharedCollection;
  /** the field of Payload that holds their short name */
  named: string;
  fields: Fields;
  /** the list in its file */
  schema: z.ZodType;
}

const KINDS: Record<SharedCollection, Omit<SharedKind, 'collection'>> = {
  sources: { named: 'slug', fields: source.fields, schema: sourceFileSchema },
  media: { named: 'shortName', fields: figure.fields, schema: figureFileSchema },
  // Which body areas have a place is no part of what an entry says.
  locations: { named: 'slug', fields: { ...location.fields, bodyAreas: words({}) }, schema: locationFileSchema },
  terms: { named: 'slug', fields: term.fields, schema: termFileSchema },
};

export const kindOf = (collection: SharedCollection): SharedKind => ({ collection, ...KINDS[collection] });

export const SHARED: readonly SharedKind[] = SHARED_COLLECTIONS.map(kindOf);

/** A shared document as it is stored. */
export interface SharedDocument {
  collection: SharedCollection;
  id: DocumentId;
  name: string;
  /** what files say of it: its fields, and of a figure the hash of its file */
  words: Readonly<Record<string, unknown>>;
  doc: unknown;
}

export const sharedKey = (collection: SharedCollection, name: string): string => `${collection}/${name}`;

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** All shared documents of an installation. */
export async function readShared(req: PayloadRequest): Promise<SharedDocument[]> {
  const all: SharedDocument[] = [];
  for (const kind of SHARED) {
    const { collection } = kind;
    const asked = { limit: 0, pagination: false, depth: 0, overrideAccess: true, sort: kind.named, req } as const;
    const { docs } = await req.payload.find({ collection, ...asked });
    for (const doc of docs) all.push(await toShared(req.payload, kind, doc));
  }
  return all;
}

/** One of them as it is stored now. */
export async function readOneShared(req: PayloadRequest, collection: SharedCollection, id: DocumentId) {
  const doc = await req.payload.findByID({ collection, id, depth: 0, overrideAccess: true, req });
  return toShared(req.payload, kindOf(collection), doc);
}

async function toShared(payload: Payload, { collection, named, fields }: SharedKind, doc: { id: DocumentId }) {
  const { values } = readFields(fields, doc, new Map());
  const file = collection === 'media' ? await originalOf(payload, doc) : null;
  return {
    collection,
    id: doc.id,
    name: String(memberOf(doc, named)),
    words: { ...withoutFiles(fields, values), ...(collection === 'media' ? { file: file && sha256(file) } : {}) },
    doc,
  };
}

/** The fields without those that the system makes: files of a list do not give them. */
export const withoutFiles = (fields: Fields, values: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.kind === 'files' ? [] : [[name, memberOf(values, name)]])),
  );

/** The picture of a figure as it came in; null when its file is not there. */
export async function originalOf(payload: Payload, doc: unknown): Promise<Buffer | null> {
  const { staticDir } = payload.collections.media.config.upload;
  const filename = memberOf(doc, 'filename');
  return typeof filename === 'string' && staticDir
    ? ifThere(readFile(path.join(staticDir, path.basename(filename))))
    : null;
}
