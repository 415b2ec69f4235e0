import type { EmergencyNumber } from '../../model/emergency-numbers.ts';
import type { EntryType } from '../../model/entries/types.ts';
import type { Approval, ChangeKind } from '../../model/release-row.ts';
import type { WithdrawalReason } from '../../model/withdrawal.ts';
import type { Library } from '../../release-log/library.ts';

/** What an item is rendered with, beside its row. */
export interface ItemContext {
  siteUrl: string;
  demo: boolean;
  /** emergency numbers, the site's own first; numbers of several countries unless told */
  emergency?: readonly EmergencyNumber[] | undefined;
  library: Library;
  /** YYYY-MM-DD, UTC */
  today: string;
}

/** One entry in the feed (JSON Feed 1.1, "Items"); a retraction has the same shape. */
export interface FeedItem {
  /** `urn:uuid:{uid}`, the same for ever */
  id: string;
  url: string;
  title: string;
  content_html: string;
  summary: string;
  date_published: string;
  date_modified: string;
  authors?: FeedAuthor[];
  tags: string[];
  language: string;
  _imprimatur: Provenance;
}

export interface FeedAuthor {
  name: string;
  url: string;
}

/** The extension: where the words come from, and what the signature covers. */
export interface Provenance {
  type: EntryType;
  uid: string;
  seq: number;
  version: string;
  /** SHA-256 of the canonical snapshot */
  revision: string;
  approvals: Approval[];
  reviewedAt: string | null;
  reviewDue: string | null;
  reviewOverdue: boolean;
  changeKind: ChangeKind;
  changeNote: string;
  firstReleasedAt: string;
  releasedAt: string;
  /** the log, the row's hash and that of the row before it, and the signature of the whole row */
  logId: string;
  hash: string;
  previous: string | null;
  signature: string;
  /** JSON Feed only: the site's signature of the whole item, its text included, over the hash of all but itself */
  seal?: string;
  demonstration: boolean;
  retraction: {
    reason: WithdrawalReason;
    publicNote: string | null;
    withdrawnAt: string;
    replacedBy: string | null;
    replacedByUrl: string | null;
  } | null;
}
