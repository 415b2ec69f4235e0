import type { Release } from '../../model/release-row.ts';
import { pageUrl } from '../addresses.ts';
import type { FeedItem, Provenance } from './feed-item.ts';
import type { ItemContext } from './item-context.ts';

type ItemMembers = 'id' | 'url' | 'date_published' | 'date_modified' | 'language';
type ProvenanceMembers = Exclude<
  keyof Provenance,
  'approvals' | 'reviewedAt' | 'reviewDue' | 'reviewOverdue' | 'retraction'
>;

/** What an item says of any row, released or withdrawn. */
export const itemMembers = (row: Release, { siteUrl }: ItemContext): Pick<FeedItem, ItemMembers> => ({
  id: `urn:uuid:${row.uid}`,
  url: pageUrl(siteUrl, row),
  date_published: row.firstReleasedAt,
  date_modified: row.releasedAt,
  language: row.locale,
});

/** The part of the extension that any row has. */
export const provenanceMembers = (row: Release, { demo }: ItemContext): Pick<Provenance, ProvenanceMembers> => ({
  type: row.type,
  uid: row.uid,
  seq: row.seq,
  version: row.version,
  revision: row.revision,
  changeKind: row.changeKind,
  changeNote: row.changeNote,
  firstReleasedAt: row.firstReleasedAt,
  releasedAt: row.releasedAt,
  signature: row.signature,
  demonstration: demo,
});
