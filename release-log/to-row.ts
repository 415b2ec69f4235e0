import type { Release } from '../model/release-row.ts';

/** A stored log row as the union type that rules and channels work with; `reviewDue` as YYYY-MM-DD. */
export function toRelease(row: object): Release {
  const stored = row as Record<string, unknown> & { kind: Release['kind']; reviewDue?: string | null };
  const common = {
    seq: Number(stored.seq),
    type: stored.type,
    uid: stored.uid,
    slug: stored.slug,
    title: stored.title,
    version: stored.version,
    revision: stored.revision,
    changeKind: stored.changeKind,
    changeNote: stored.changeNote ?? '',
    firstReleasedAt: stored.firstReleasedAt,
    releasedAt: stored.releasedAt,
    locale: stored.locale,
    signature: stored.signature,
    live: Boolean(stored.live),
  };
  const rest =
    stored.kind === 'released'
      ? {
          snapshot: stored.snapshot,
          approvals: stored.approvals,
          reviewedAt: stored.reviewedAt,
          reviewDue: (stored.reviewDue ?? '').slice(0, 10),
        }
      : { reason: stored.reason ?? '', replacedBy: stored.replacedBy ?? null };
  return { kind: stored.kind, ...common, ...rest } as unknown as Release;
}
