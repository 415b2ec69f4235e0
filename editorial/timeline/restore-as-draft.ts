import type { Payload, PayloadRequest } from 'payload';
import { z } from 'zod';
import { transact } from '../../database/transact.ts';
import { partsOf } from '../../model/entries/parts.ts';
import type { EntryCollection, EntryType } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { revisionHash } from '../../model/revision.ts';
import { findDraft } from '../records/dossier.ts';
import type { Draft } from '../records/read-draft.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { readState, type EntryState } from './read-state.ts';
import { contentsOf, findVersions, versionAt, type SavedVersion } from './saved-states.ts';
import { parseStateName } from './state-names.ts';

const body = z.strictObject({
  /** by the name that it has in addresses */
  state: z.string().max(60),
  /** hash of the draft that it takes the place of: nobody's words are lost unseen */
  revision: z.string().max(64),
});

/** The answer of POST …/restore-as-draft (docs/http.md). */
export interface Restored {
  type: EntryType;
  uid: string;
  /** hash of the draft now */
  revision: string;
  /** labels of what is not as it was: sources and figures are those of today */
  differs: string[];
}

interface RestoreCall {
  payload: Payload;
  collection: EntryCollection;
  /** database id or uid */
  id: DocumentId;
  body: unknown;
  user: NonNullable<PayloadRequest['user']>;
}

/**
 * Makes the draft what the entry once was, through Payload's own door: a new draft under the rules of every save, with
 * those as its authors who may have written the old words. It releases nothing. Throws CodedError; then nothing has
 * happened: `stale-revision` when somebody saved meanwhile, `not-found`, `not-allowed`.
 */
export async function restoreAsDraft({ payload, collection, id, body: given, user }: RestoreCall): Promise<Restored> {
  const parsed = body.safeParse(given);
  if (!parsed.success) throw new CodedError('invalid-request', z.prettifyError(parsed.error));
  const { state, revision } = parsed.data;
  if (user.role === 'mailer') throw new CodedError('not-allowed', 'Editors and reviewers start a revision.');
  return transact(
    payload,
    async (req) => {
      const draft = await findDraft(req, collection, id);
      if (draft.revision.hash !== revision)
        throw new CodedError('stale-revision', 'Somebody saved the draft meanwhile. Look at it before you replace it.');
      const wanted = await readState(req, collection, draft, state);
      const version = await versionOf(req, collection, draft, wanted);
      if (version) await payload.restoreVersion({ ...ofDraft, collection, id: String(version.id), user, req });
      const restored = await findDraft(req, collection, draft.doc.id);
      return {
        type: restored.revision.content.type,
        uid: draft.doc.uid,
        revision: restored.revision.hash,
        differs: differences(wanted, restored),
      };
    },
    { user },
  );
}

const ofDraft = { draft: true, depth: 0, overrideAccess: false } as const;

/** The saved state to go back to; null for the draft itself, which is there. Throws `not-found`. */
async function versionOf(
  req: PayloadRequest,
  collection: EntryCollection,
  { doc }: Draft,
  { facts }: EntryState,
): Promise<SavedVersion | null> {
  const name = parseStateName(facts.name);
  if (name.kind === 'draft') return null;
  const found =
    name.kind === 'saved'
      ? await versionAt(req, collection, doc.id, name.at)
      : await versionOfRelease(req, collection, doc, facts);
  if (!found) throw new CodedError('not-found', 'The saved text of this state is not to be found.');
  return found;
}

const CANDIDATES = 5;

/**
 * Releasing saves a version of what it released. Others of that kind follow with the next renewals, so the one whose
 * text has the hash of the release is it; where a source has changed since, none has, and the first one is.
 */
async function versionOfRelease(
  req: PayloadRequest,
  collection: EntryCollection,
  { id, uid }: Draft['doc'],
  { at, revision }: EntryState['facts'],
): Promise<SavedVersion | null> {
  const versions = await findVersions(req, collection, id, {
    where: [{ 'version._status': { equals: 'published' } }, { updatedAt: { greater_than_equal: at } }],
    sort: 'updatedAt',
    limit: CANDIDATES,
  });
  const contents = await contentsOf(
    req,
    collection,
    uid,
    versions.map(({ fields }) => fields),
  );
  const exact = contents.findIndex((content) => revisionHash(content) === revision);
  return versions[Math.max(exact, 0)] ?? versionAt(req, collection, id, at);
}

function differences({ content }: EntryState, { revision }: Draft): string[] {
  const named = (uid: string) => uid;
  const [was, is] = [partsOf(content, named), partsOf(revision.content, named)];
  return [...new Map([...was, ...is]).values()].flatMap(({ field, label }) =>
    was.get(field)?.canonical === is.get(field)?.canonical ? [] : [label],
  );
}
