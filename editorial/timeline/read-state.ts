import type { PayloadRequest } from 'payload';
import type { EntryContent } from '../../model/entries/entries.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import type { Approval } from '../../model/release-row.ts';
import { revisionHash } from '../../model/revision.ts';
import { readRowOfEntry } from '../../release-log/rows-of-entry.ts';
import type { Draft } from '../records/read-draft.ts';
import { timeOf } from '../../database/later-versions.ts';
import { contentsOf, versionAt } from './saved-states.ts';
import { parseStateName, releaseName, savedName } from './state-names.ts';

/** What is told of a state that is compared. */
export interface StateFacts {
  /** as addresses name it */
  name: string;
  kind: 'draft' | 'release' | 'saved';
  /** RFC 3339: saved, or released, at */
  at: string;
  /** revision hash; of a saved state with the sources and figures of today */
  revision: string;
  /** of a release */
  release: { seq: number; version: string; approvals: Approval[] } | null;
}

export interface EntryState {
  facts: StateFacts;
  content: EntryContent;
}

/**
 * A state of an entry by its name: a release with exactly the text that was signed. Throws `invalid-request` for what
 * is no name, `not-found` when the entry has no such state, `integrity` when a release does not verify.
 */
export async function readState(
  req: PayloadRequest,
  collection: EntryCollection,
  draft: Draft,
  given: string,
): Promise<EntryState> {
  const name = parseStateName(given);
  const { doc, revision } = draft;
  switch (name.kind) {
    case 'draft': {
      const at = new Date(timeOf(doc.updatedAt)).toISOString();
      return {
        facts: { name: given, kind: 'draft', at, revision: revision.hash, release: null },
        content: revision.content,
      };
    }
    case 'release': {
      const row = await readRowOfEntry(req, doc.uid, name.seq);
      if (row?.kind !== 'released') throw new CodedError('not-found', `This entry has no release ${name.seq}.`);
      const { seq, version, approvals, releasedAt: at } = row;
      const facts = { name: releaseName(seq), kind: 'release', at, revision: row.revision } as const;
      return { facts: { ...facts, release: { seq, version, approvals } }, content: row.snapshot };
    }
    case 'saved': {
      const version = await versionAt(req, collection, doc.id, name.at);
      if (!version) throw new CodedError('not-found', 'Nothing of this entry had been saved by then.');
      const [content] = await contentsOf(req, collection, doc.uid, [version.fields]);
      if (!content) throw new CodedError('not-found', 'Nothing of this entry had been saved by then.');
      const { at } = version;
      return {
        facts: { name: savedName(at), kind: 'saved', at, revision: revisionHash(content), release: null },
        content,
      };
    }
  }
}
