import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate, type Renewed, type Reviewed } from '../../../editorial/rules/gate.ts';
import type { Approval, ChangeKind } from '../../../model/release-row.ts';
import { REVIEW_EVENTS, type ReviewEvent } from '../../../model/review-event.ts';
import { toRevision } from '../../../model/revision.ts';
import {
  aClinician,
  acting,
  anEvent,
  approvalOfTheWhole,
  kindSurroundings,
  liveText,
  NOW,
} from '../../support/events.ts';
import { aCause, aRedFlag } from '../../support/releases.ts';

const plain = toRevision(aCause({ redFlags: [], treatments: [], specialists: [] }));
const other = toRevision(aCause({ redFlags: [], treatments: [], specialists: [], summary: 'Something else.' }));
const flag = toRevision(aRedFlag());

const ask = (events: ReviewEvent[], over: Partial<Reviewed> = {}, revision = plain) =>
  gate({
    kind: 'review',
    ...kindSurroundings(revision.content),
    revision,
    events,
    live: null,
    editors: [acting('editor')],
    openMusts: 0,
    ...over,
  });
const codes = (events: ReviewEvent[], over: Partial<Reviewed> = {}, revision = plain) =>
  ask(events, over, revision)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

const submitted = anEvent('submitted', plain.hash);
const approved = (who = 'r1', revision = plain.hash) => anEvent('approved', revision, who);

describe('the gate', () => {
  it('clears a submitted revision with its approval, and says who approved', () => {
    const { cleared, issues } = ask([submitted, approved()]);
    expect(issues).toEqual([]);
    expect(cleared).toMatchObject({ revision: { hash: plain.hash }, changeKind: 'major', changeNote: 'A change.' });
    expect(cleared?.approvals.map(({ clinician }) => clinician.name)).toEqual(['r1']);
  });

  it('clears nothing without a submission, a note or an approval', () => {
    expect(codes([])).toEqual(['not-submitted', 'approvals-missing']);
    expect(codes([approved()])).toEqual(['not-submitted', 'approvals-missing']);
    expect(codes([submitted])).toEqual(['approvals-missing']);
    expect(codes([anEvent('submitted', plain.hash, 'editor', { changeNote: '  ' }), approved()])).toEqual([
      'change-note-missing',
    ]);
  });

  it('does not take the approval of another revision', () => {
    expect(codes([submitted, approved('r1', other.hash)])).toEqual(['approvals-missing']);
    expect(codes([anEvent('submitted', other.hash), approved('r1', other.hash)])).toEqual([
      'not-submitted',
      'approvals-missing',
    ]);
  });

  it('does not take the approval of someone who edited', () => {
    expect(codes([submitted, approved()], { editors: [acting('r1')] })).toEqual([
      'approval-not-independent',
      'approvals-missing',
    ]);
  });

  it('does not take an approval whose giver could not give it now', () => {
    expect(codes([submitted, { ...approved(), stands: false }])).toEqual(['approvals-missing']);
  });

  it('does not take an approval without an account behind it', () => {
    expect(codes([submitted, anEvent('approved', plain.hash, null)])).toContain('approvals-missing');
  });

  it('forgets approvals after a request for changes, a new submission, an edit, a release and a withdrawal', () => {
    const before = [submitted, approved()];
    expect(codes([...before, anEvent('changes-requested', plain.hash, 'r2')])).toEqual(['approvals-missing']);
    expect(codes([...before, submitted])).toEqual(['approvals-missing']);
    for (const kind of ['edited', 'released', 'withdrawn'] as const) {
      expect(codes([...before, anEvent(kind, plain.hash)])).toEqual(['not-submitted', 'approvals-missing']);
    }
    expect(codes([...before, anEvent('submitted', other.hash)])).toEqual(['not-submitted', 'approvals-missing']);
  });

  it('asks for two distinct clinicians where safety is concerned', () => {
    const sent = anEvent('submitted', flag.hash);
    expect(codes([sent, approved('r1', flag.hash)], {}, flag)).toEqual(['approvals-missing']);
    expect(codes([sent, approved('r1', flag.hash), approved('r1', flag.hash)], {}, flag)).toEqual([
      'approvals-missing',
    ]);
    expect(codes([sent, approved('r1', flag.hash), approved('r2', flag.hash)], {}, flag)).toEqual([]);
  });

  it('looks at the requirements at this moment', () => {
    expect(codes([submitted, approved()], { now: new Date('2030-01-01T00:00:00Z') })).toEqual(['review-due-past']);
    expect(codes([submitted, approved()], { slugTaken: true })).toEqual(['slug-taken']);
  });

  it('clears with warnings, and lists them', () => {
    const bold = toRevision(aCause({ redFlags: [], treatments: [], specialists: [], summary: 'It cures.' }));
    const answer = ask([anEvent('submitted', bold.hash), approved('r1', bold.hash)], {}, bold);
    expect(answer.cleared).not.toBeNull();
    expect(answer.issues.map(({ code }) => code)).toEqual(['absolute-claim']);
  });
});

describe('four eyes', () => {
  it('sees one clinician behind two accounts, and one account behind two profiles', () => {
    const second = { actor: 'another-account', person: acting('r1').person };
    expect(codes([submitted, approved()], { editors: [second] })).toContain('approval-not-independent');
    const relinked = { actor: 'r1', person: acting('r9').person };
    expect(codes([submitted, approved()], { editors: [relinked] })).toContain('approval-not-independent');
    const both = [anEvent('submitted', flag.hash), approved('r1', flag.hash)];
    expect(codes([...both, anEvent('approved', flag.hash, 'r1', second)], {}, flag)).toEqual(['approvals-missing']);
    expect(codes([...both, anEvent('approved', flag.hash, 'r2', { actor: 'r1' })], {}, flag)).toEqual([
      'approvals-missing',
    ]);
  });
});

describe('a comment that says that something must change', () => {
  it('keeps what was approved from readers while it is open', () => {
    expect(codes([submitted, approved()], { openMusts: 1 })).toEqual(['must-open']);
    expect(codes([submitted, approved()], { openMusts: 0 })).toEqual([]);
  });
});

describe('the grade of a change at the gate', () => {
  const live = liveText(aRedFlag({ action: 'Lie down.' }));
  const told = (kind: ChangeKind, reasons: (string | null)[] = [null, null], over: Partial<Reviewed> = {}) =>
    ask(
      [
        anEvent('submitted', flag.hash, 'editor', { changeKind: kind }),
        ...reasons.map((oldTextHarmless, i) => anEvent('approved', flag.hash, `r${i}`, { oldTextHarmless })),
      ],
      { live, ...over },
      flag,
    );
  const refusedBy = (answer: ReturnType<typeof told>) => answer.issues.map(({ code }) => code);

  it('is what the editor called it, when that is enough', () => {
    expect(told('major').cleared?.changeKind).toBe('major');
    expect(told('safety').cleared?.changeKind).toBe('safety');
  });

  it('is looked at again: too low a grade is not released, however it got here', () => {
    expect(refusedBy(told('minor'))).toEqual(['change-kind-too-low']);
    expect(refusedBy(told('major', [null, null], { sentByMail: true }))).toEqual(['change-kind-too-low']);
  });

  it('of mailed text is `safety`, unless every clinician who approved says why the old text could not hurt', () => {
    const mailed = { sentByMail: true };
    expect(told('safety', [null, null], mailed).cleared?.changeKind).toBe('safety');
    expect(told('safety', ['Same advice.', null], mailed).cleared?.changeKind).toBe('safety');
    expect(told('safety', ['Same advice.', ' '], mailed).cleared?.changeKind).toBe('safety');
    expect(told('safety', ['Same advice.', 'Yes.', null], mailed).cleared?.changeKind).toBe('safety');
    expect(told('safety', ['Same advice.', 'It is clearer.'], mailed).cleared?.changeKind).toBe('major');
  });

  it('stays `safety` where the editor said so without being asked', () => {
    expect(told('safety', ['Same advice.', 'It is clearer.']).cleared?.changeKind).toBe('safety');
  });
});

describe('a renewal', () => {
  const had: Approval = { ...approvalOfTheWhole, clinician: aClinician('r1'), revision: plain.hash };
  const later = toRevision({ ...plain.content, reviewDue: '2029-01-01' });
  const renew = (over: Partial<Renewed> = {}, revision = later) =>
    gate({
      kind: 'renewal',
      ...kindSurroundings(revision.content),
      revision,
      live: { ...liveText(plain.content), approvals: [had] },
      renewal: { ...acting('r2'), clinician: aClinician('r2'), at: NOW.toISOString() },
      authors: [acting('editor')],
      openMusts: 0,
      ...over,
    });
  const refused = (over: Partial<Renewed> = {}, revision = later) =>
    renew(over, revision)
      .issues.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);

  it('waits while a comment says that something must change', () => {
    expect(refused({ openMusts: 2 })).toEqual(['must-open']);
  });

  it('takes no approval of who is not in good standing, be it new or kept', () => {
    const only = (who: string) => ({ inGoodStanding: new Set([aClinician(who).uid]) });
    expect(refused(only('r1'))).toEqual(['approvals-missing']);
    expect(renew(only('r2')).cleared?.approvals.map(({ clinician }) => clinician.name)).toEqual(['r2']);
  });

  it('keeps the approvals that the text had and adds its own', () => {
    expect(renew().cleared).toMatchObject({
      changeKind: 'minor',
      approvals: [
        had,
        { clinician: { name: 'r2' }, revision: later.hash, approvedAt: NOW.toISOString(), scope: 'entry' },
      ],
      reviewedAt: NOW.toISOString(),
    });
  });

  it('needs a clinician who did not write it', () => {
    expect(refused({ authors: [acting('r2')] })).toEqual(['approval-not-independent']);
    expect(refused({ authors: [{ actor: 'other', person: acting('r2').person }] })).toEqual([
      'approval-not-independent',
    ]);
    expect(refused({ renewal: { ...acting('r2'), clinician: null, at: NOW.toISOString() } })).toEqual([
      'approvals-missing',
    ]);
  });

  it('changes nothing but the date, and meets the requirements', () => {
    const other = toRevision({ ...plain.content, reviewDue: '2029-01-01', title: 'Something else' });
    expect(refused({}, other)).toEqual(['not-submitted']);
    expect(refused({ now: new Date('2030-01-01T00:00:00Z') })).toEqual(['review-due-past']);
    expect(refused({ slugTaken: true })).toEqual(['slug-taken']);
  });
});

const anything = fc
  .record({
    kind: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('submitted' as const, ...Array<'approved'>(5).fill('approved')) },
      { weight: 1, arbitrary: fc.constantFrom(...REVIEW_EVENTS) },
    ),
    revision: fc.constantFrom(flag.hash, flag.hash, flag.hash, flag.hash, plain.hash, other.hash),
    who: fc.constantFrom('editor', 'r1', 'r2', 'r3'),
    hasProfile: fc.boolean(),
  })
  .map(({ kind, revision, who, hasProfile }) => anEvent(kind, revision, who, hasProfile ? {} : { clinician: null }));

describe('whatever the history', () => {
  it('nothing is cleared without enough independent clinicians for exactly this text in the last round', () => {
    let clearances = 0;
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 8 }),
        fc.array(anything, { maxLength: 6 }),
        fc.constantFrom(plain, flag, flag),
        fc.subarray(['editor', 'r1', 'r2']),
        fc.constantFrom(null, liveText(plain.content)),
        (before, after, revision, editors, live) => {
          const events = [...before, anEvent('submitted', revision.hash), ...after];
          const { cleared } = ask(events, { editors: editors.map(acting), live }, revision);
          if (!cleared) return;
          clearances += 1;
          const last = events.findLastIndex(
            (e) =>
              ['submitted', 'changes-requested', 'released', 'withdrawn', 'edited'].includes(e.event) &&
              (e.revision === revision.hash || e.event !== 'changes-requested'),
          );
          const givers = events
            .slice(last + 1)
            .filter(
              (e) =>
                e.event === 'approved' &&
                e.revision === revision.hash &&
                e.clinician &&
                !editors.includes(e.actor ?? ''),
            );
          const needed = revision === flag ? 2 : 1;
          expect(new Set(givers.map((e) => e.clinician?.uid)).size).toBeGreaterThanOrEqual(needed);
          expect(cleared.approvals.length).toBeGreaterThanOrEqual(needed);
          const named = new Set(givers.map((e) => e.clinician?.uid));
          expect(cleared.approvals.every(({ clinician }) => named.has(clinician.uid))).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
    expect(clearances).toBeGreaterThan(50);
  });

  it('the answer is the same each time and does not touch its input', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (events) => {
        const frozen = structuredClone(events);
        expect(ask(events)).toEqual(ask(events));
        expect(events).toEqual(frozen);
      }),
    );
  });
});

it('speaks at the time it is given', () => {
  expect(ask([submitted, approved()], { now: NOW }).cleared).not.toBeNull();
});
