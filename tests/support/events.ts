/** Review events and surroundings for tests of the pure rules, without a database. */
import { POLICY } from '../../policy.ts';
import type { Acting } from '../../model/person.ts';
import type { LiveText } from '../../editorial/rules/gate.ts';
import type { Approval, ClinicianSnapshot } from '../../model/release-row.ts';
import type { Surroundings } from '../../editorial/rules/requirements.ts';
import type { ReviewEvent, ReviewEventKind } from '../../model/review-event.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { referencesOf } from '../../model/entries/references.ts';

export const NOW = new Date('2026-06-01T12:00:00.000Z');

export const aClinician = (name: string): ClinicianSnapshot => ({
  uid: `clinician-${name}`,
  name,
  slug: name,
  credentials: 'MBBS (demonstration)',
  specialty: 'Musculoskeletal medicine',
  registrationBody: 'Demonstration register',
  registrationNumber: `DEMO-${name}`,
  demonstration: true,
});

/** A reviewer: the account and the clinician of this name. */
export const acting = (who: string | null): Acting => ({
  actor: who,
  person: who && `clinician:clinician-${who}`,
});

/** One line of a history; `who` is both the account and, for medical acts, the clinician. */
export function anEvent(
  event: ReviewEventKind,
  revision: string,
  who: string | null = 'editor',
  over: Partial<ReviewEvent> = {},
): ReviewEvent {
  const medical = event === 'approved' || event === 'changes-requested';
  return {
    event,
    entry: 'entry',
    revision,
    at: NOW.toISOString(),
    ...acting(who),
    actorName: who ?? 'Clock',
    clinician: medical && who ? aClinician(who) : null,
    stands: true,
    comment: null,
    changeKind: event === 'submitted' ? 'major' : null,
    changeNote: event === 'submitted' ? 'A change.' : null,
    sectionsChecked: [],
    checklist: [],
    scope: event === 'approved' ? 'entry' : null,
    oldTextHarmless: null,
    reason: null,
    scheduledVerb: null,
    scheduledFor: null,
    seq: null,
    ...over,
  };
}

/** Surroundings in which nothing stands in the way of this content. */
export const kindSurroundings = (content: EntryContent, over: Partial<Surroundings> = {}): Surroundings => ({
  liveUids: new Set(referencesOf(content).map(({ uid }) => uid)),
  slugTaken: false,
  liveEntries: new Map(),
  sentByMail: false,
  inGoodStanding: new Set(['r1', 'r2', 'r3'].map((who) => aClinician(who).uid)),
  policy: POLICY,
  now: NOW,
  ...over,
});

/** The yes of a clinician in good standing who looked at the whole of a text. */
export const approvalOfTheWhole: Approval = {
  clinician: aClinician('r3'),
  revision: '0'.repeat(64),
  approvedAt: '2025-06-01T12:00:00.000Z',
  scope: 'entry',
};

/** What readers have, on the word of one who looked at the whole and one who looked at changes. */
export const liveText = (snapshot: EntryContent): LiveText => ({
  snapshot,
  approvals: [approvalOfTheWhole, { ...approvalOfTheWhole, clinician: aClinician('r9'), scope: 'changes' }],
  reviewedAt: approvalOfTheWhole.approvedAt,
});
