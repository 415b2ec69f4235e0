import type { PayloadRequest } from 'payload';
import type { State } from '../../model/lifecycle.ts';
import { readShared, type SharedDocument } from '../exchange/shared-documents.ts';
import { readAround, readEntries, type Around, type StoredEntry } from '../exchange/stored-entries.ts';
import { readMarks } from './marks.ts';

/** What an installation has, as far as an import has to know. */
export interface Installation {
  shared: SharedDocument[];
  entries: StoredEntry[];
  around: Around;
  /** what the last import left, by subject of the audit trail */
  marks: ReadonlyMap<string, string>;
  states: ReadonlyMap<string, State>;
  /** uids of deleted drafts that can be put back */
  trash: ReadonlySet<string>;
}

export async function readInstallation(req: PayloadRequest): Promise<Installation> {
  const shared = await readShared(req);
  const around = await readAround(req, shared);
  const asked = { limit: 0, pagination: false, depth: 0, overrideAccess: true, req } as const;
  const rows = await req.payload.find({ collection: 'entry-status', ...asked, select: { uid: true, state: true } });
  const deleted = await req.payload.find({ collection: 'deleted-drafts', ...asked, select: { uid: true } });
  return {
    shared,
    around,
    entries: await readEntries(req, around),
    marks: await readMarks(req),
    states: new Map(rows.docs.map(({ uid, state }) => [uid, state])),
    trash: new Set(deleted.docs.map(({ uid }) => uid)),
  };
}
