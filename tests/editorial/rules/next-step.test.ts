import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStep, stagesOf, type StepFacts } from '../../../editorial/rules/next-step.ts';
import { judge, refusalOf, type Situation } from '../../../editorial/rules/permissions.ts';
import { ROLES, STATES, VERBS, type Verb } from '../../../model/lifecycle.ts';
import { toRevision } from '../../../model/revision.ts';
import { acting, anEvent, approvalOfTheWhole, kindSurroundings } from '../../support/events.ts';
import { aCause, aRedFlag } from '../../support/releases.ts';

const plain = toRevision(aCause({ redFlags: [], treatments: [], specialists: [] }));
const flag = toRevision(aRedFlag());

const aSituation = fc
  .record({
    state: fc.constantFrom(...STATES),
    role: fc.constantFrom(...ROLES),
    hasClinician: fc.boolean(),
    isInGoodStanding: fc.boolean(),
    hasSession: fc.boolean(),
    wrote: fc.boolean(),
    wroteLive: fc.boolean(),
    approved: fc.boolean(),
    isLive: fc.boolean(),
    revision: fc.constantFrom(plain, flag),
    slugTaken: fc.boolean(),
  })
  .map(({ state, role, wrote, wroteLive, approved, isLive, revision, slugTaken, ...asker }): Situation => ({
    ...kindSurroundings(revision.content, { slugTaken }),
    asker: { ...acting('r1'), role, ...asker },
    state,
    revision,
    live: isLive
      ? {
          approvals: [approvalOfTheWhole],
          reviewedAt: approvalOfTheWhole.approvedAt,
          seq: 1,
          revision: plain.hash,
          snapshot: plain.content,
        }
      : null,
    events: [
      anEvent('submitted', revision.hash),
      anEvent('approved', revision.hash, 'r2'),
      ...(approved ? [anEvent('approved', revision.hash, 'r1')] : []),
    ],
    editors: wrote ? [acting('r1')] : [],
    authors: wroteLive ? [acting('r1')] : [],
    scheduled: null,
    openMusts: 0,
  }));

const anyFacts = fc.record({
  given: fc.integer({ min: 0, max: 2 }),
  isReviewer: fc.boolean(),
  hasApproved: fc.boolean(),
  needsReviewer: fc.option(fc.constant('Nobody is asked.')),
});

describe('the next step', () => {
  it('that is offered may be taken, by whoever asks and however the entry stands', () => {
    fc.assert(
      fc.property(aSituation, anyFacts, (situation, { given, ...about }) => {
        const judged = judge(situation);
        const refusal = (verb: Verb) => refusalOf({ verb }, situation, judged)?.message ?? null;
        const { action, because } = nextStep({
          ...about,
          state: situation.state,
          approvals: { given, needed: 2 },
          mayEdit: situation.asker.role !== 'mailer',
          mayAssign: situation.asker.role === 'editor' || situation.asker.role === 'admin',
          refusal,
        });
        expect(because).not.toBe('');
        const verb = VERBS.find((one) => one === action);
        if (verb) expect(refusal(verb)).toBeNull();
        if (action === 'edit') expect(situation.asker.role).not.toBe('mailer');
        if (action === 'assign') expect(['editor', 'admin']).toContain(situation.asker.role);
      }),
    );
  });

  const facts = (over: Partial<StepFacts>): StepFacts => ({
    state: 'in-review',
    approvals: { given: 0, needed: 1 },
    isReviewer: true,
    hasApproved: false,
    needsReviewer: null,
    mayEdit: true,
    mayAssign: false,
    refusal: () => null,
    ...over,
  });

  it('says which approval it is, and whom an entry waits for', () => {
    expect(nextStep(facts({}))).toEqual({ action: 'approve', because: 'It needs one approval.' });
    expect(nextStep(facts({ approvals: { given: 1, needed: 2 } })).because).toBe('Yours is approval 2 of 2.');
    const refusal = () => 'You wrote it.';
    const wrote = facts({ refusal, approvals: { given: 1, needed: 2 } });
    expect(nextStep(wrote)).toEqual({ action: 'wait', because: 'You wrote it.' });
    expect(nextStep({ ...wrote, isReviewer: false, needsReviewer: 'Dr r1 has left.', mayAssign: true })).toEqual({
      action: 'assign',
      because: 'Dr r1 has left.',
    });
    expect(nextStep({ ...wrote, hasApproved: true }).because).toContain('another clinician must look');
  });

  it('follows the stages that policy asks for', () => {
    const said = (...args: Parameters<typeof stagesOf>) => stagesOf(...args).map(({ label, at }) => `${label}: ${at}`);
    expect(said('in-review', { given: 1, needed: 2 })).toEqual([
      'Draft: done',
      'First clinician: done',
      'Second clinician: now',
      'Release: later',
    ]);
    expect(said('draft', { given: 0, needed: 1 })).toEqual(['Draft: now', 'A clinician: later', 'Release: later']);
    expect(said('approved', { given: 1, needed: 1 }).at(-1)).toBe('Release: now');
    expect(said('live', { given: 0, needed: 1 }).every((stage) => stage.endsWith('done'))).toBe(true);
  });
});
