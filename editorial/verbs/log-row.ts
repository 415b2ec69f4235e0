import type { ChangeKind, ReleasedRow, WithdrawnRow } from '../../model/release-row.ts';
import { withdrawalText, type WithdrawalNotice } from '../../model/withdrawal.ts';
import type { NewRow } from '../../release-log/signed-form.ts';
import type { Dossier, LiveRow } from '../records/dossier.ts';
import type { Cleared } from '../rules/gate.ts';

export type NewReleased = Extract<NewRow, { kind: ReleasedRow['kind'] }>;
type NewWithdrawn = Extract<NewRow, { kind: WithdrawnRow['kind'] }>;

/** The log row of a cleared revision, as it stands at the moment of the dossier. */
export const releasedRow = (dossier: Dossier, cleared: Cleared): NewReleased => rowOf(dossier, cleared);

/** The same of a draft that nobody cleared: to be looked at, and never appended. */
export const imaginedRow = (dossier: Dossier, said: Said): NewReleased =>
  rowOf(dossier, { revision: dossier.revision, ...said });

type Said = Pick<Cleared, 'approvals' | 'reviewedAt' | 'changeKind' | 'changeNote'>;

function rowOf(
  { type, uid, last, now }: Dossier,
  { revision, approvals, reviewedAt, changeKind, changeNote }: Said & Pick<Cleared, 'revision'>,
): NewReleased {
  const { content, hash } = revision;
  const releasedAt = now.toISOString();
  return {
    kind: 'released',
    type,
    uid,
    slug: content.slug,
    title: content.title,
    version: nextVersion(last?.version ?? null, changeKind),
    revision: hash,
    snapshot: content,
    approvals: [...approvals],
    changeKind,
    changeNote,
    reviewedAt,
    reviewDue: content.reviewDue ?? '',
    firstReleasedAt: last?.firstReleasedAt ?? releasedAt,
    releasedAt,
    locale: 'en',
  };
}

/** The tombstone of what readers had. */
export function withdrawnRow(
  { type, uid, slug, title, version, revision, firstReleasedAt }: LiveRow,
  { now, ...notice }: WithdrawalNotice & { replacedBy: string | null; now: Date },
): NewWithdrawn {
  return {
    kind: 'withdrawn',
    ...{ type, uid, slug, title, version, revision, firstReleasedAt },
    changeKind: 'safety',
    changeNote: withdrawalText(notice),
    ...notice,
    releasedAt: now.toISOString(),
    locale: 'en',
  };
}

/** The version after `last`: a minor change counts behind the point, everything else before it. */
export function nextVersion(last: string | null, changeKind: ChangeKind): string {
  if (last === null) return '1.0';
  const [major = 0, minor = 0] = last.split('.').map(Number);
  return changeKind === 'minor' ? `${major}.${minor + 1}` : `${major + 1}.0`;
}
