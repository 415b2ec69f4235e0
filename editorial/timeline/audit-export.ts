import canonicalize from 'canonicalize';
import type { PayloadRequest } from 'payload';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { hashOfCanonical, type SignedRow } from '../../model/release-row.ts';
import { readRowsOfEntry } from '../../release-log/rows-of-entry.ts';
import { signText } from '../../release-log/signature.ts';
import type { Draft } from '../records/read-draft.ts';
import { servicesOf } from '../records/services.ts';
import type { ExpertWord } from '../rules/expert-links.ts';
import { readExpertWords } from '../experts/read-links.ts';

type ChainRow = Record<string, unknown>;

/** Who knew what of one entry, and when. Every row is as it was signed or chained. */
interface Audit {
  format: 1;
  /** RFC 3339 */
  madeAt: string;
  madeFor: string;
  entry: { type: string; uid: string; title: string; state: string | null; draft: string };
  /** rows of the log, oldest first, with what was signed, its hash and the signature */
  releases: { row: SignedRow; hash: string; signature: string }[];
  /** log positions of this entry that prove nothing */
  unverified: number[];
  /** the review history, whole and chained, oldest first */
  events: ChainRow[];
  /** who saved it when: the entry's audit trail, whole and chained, oldest first */
  saves: ChainRow[];
  /** what the staff said of it among themselves, whole and chained, oldest first */
  comments: ChainRow[];
  /** what people outside said, all of it, newest first */
  expertWords: ExpertWord[];
}

/** `signature`: compact JWS (EdDSA) of the SHA-256 of the RFC 8785 canonical JSON of `audit`. */
export interface AuditFile {
  audit: Audit;
  signature: string;
}

/** The export for an auditor. Throws `not-allowed` for whoever has nothing to do with reviews. */
export async function exportAudit(
  req: PayloadRequest,
  collection: EntryCollection,
  { doc, revision, rows }: Draft,
): Promise<AuditFile> {
  const { user, payload } = req;
  if (!user || user.role === 'mailer')
    throw new CodedError('not-allowed', 'Editors, reviewers and admins export this.');
  const { signingKey, now } = servicesOf(payload);
  const log = await readRowsOfEntry(req, doc.uid);
  const audit: Audit = {
    format: 1,
    madeAt: now().toISOString(),
    madeFor: user.name,
    entry: {
      type: revision.content.type,
      uid: doc.uid,
      title: revision.content.title,
      state: rows.own.state,
      draft: revision.hash,
    },
    releases: log.rows,
    unverified: log.unverified,
    events: await readChain(req, 'reviews', 'entry', doc.uid),
    saves: await readChain(req, 'audit-events', 'subject', `${collection}/${doc.uid}`),
    comments: await readChain(req, 'comments', 'entry', doc.uid),
    expertWords: await readExpertWords(req, doc.uid, 0),
  };
  return { audit, signature: await signText(digestOf(audit), 'imprimatur-audit+jws', await signingKey()) };
}

/** What is signed of an export. */
const digestOf = (audit: unknown): string => hashOfCanonical(canonicalize(audit) ?? '');

/** A whole chain, without the database's own ids of rows. */
async function readChain(
  req: PayloadRequest,
  collection: 'reviews' | 'audit-events' | 'comments',
  by: string,
  of: string,
): Promise<ChainRow[]> {
  const { docs } = await req.payload.find({
    collection,
    where: { [by]: { equals: of } },
    sort: 'position',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return docs.map(({ id: _, ...row }) => ({ ...row }));
}
