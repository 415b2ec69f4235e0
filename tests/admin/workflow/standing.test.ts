import { describe, expect, it } from 'vitest';
import {
  byline,
  groupIssues,
  harmlessSoFar,
  headline,
  isLastApproval,
  resultOf,
  submissionOf,
  verbLabel,
  wasReleased,
  whyNot,
} from '../../../admin/workflow/standing.ts';
import type { ErrorCode } from '../../../model/errors.ts';
import { STATES, VERBS } from '../../../model/lifecycle.ts';
import { aClinician, anEvent } from '../../support/events.ts';
import { aSheet, HASH, LIVE } from './sheet.ts';

const inReview = (over = {}) => aSheet({ state: 'in-review', allowedVerbs: ['request-changes'], ...over });

describe('where an entry stands', () => {
  it('is said in one sentence for every state', () => {
    for (const state of STATES) expect(headline(aSheet({ state }))).not.toBe('');
  });

  it('counts approvals while it waits', () => {
    expect(headline(inReview({ approvals: { given: 1, needed: 2 } }))).toContain('1 of 2');
  });
});

describe('why a reviewer cannot do what is next', () => {
  const because = (code: ErrorCode) => ({ approve: { code, message: `because of ${code}` } });
  it('is said in the words of the rules', () => {
    for (const code of ['four-eyes', 'clinician-profile-missing', 'wrong-state'] as const) {
      expect(whyNot(inReview({ refusals: because(code) }))).toBe(`because of ${code}`);
    }
    const refusals = { 'renew-review': { code: 'four-eyes' as const, message: 'You wrote it.' } };
    expect(whyNot(aSheet({ state: 'review-overdue', refusals }))).toBe('You wrote it.');
  });

  it('is nothing when they can, when it is not for their role, when a list says it, and when nothing waits', () => {
    expect(whyNot(inReview({ refusals: {} }))).toBeNull();
    expect(whyNot(inReview({ refusals: because('not-allowed') }))).toBeNull();
    expect(whyNot(inReview({ refusals: because('requirements-not-met') }))).toBeNull();
    expect(whyNot(aSheet({ refusals: because('wrong-state') }))).toBeNull();
  });
});

it('what clinicians said of the old text is told of this round and this text alone', () => {
  const said = (who: string, oldTextHarmless: string | null, revision = HASH) =>
    anEvent('approved', revision, who, { oldTextHarmless });
  const events = [said('r2', null), said('r1', 'It was clear.'), anEvent('submitted', HASH), said('r3', 'Earlier.')];
  expect(harmlessSoFar(aSheet({ events })).map(({ actor }) => actor)).toEqual(['r1']);
});

describe('issues', () => {
  it('are told apart, without what the headline says already', () => {
    const issue = (
      code: 'approvals-missing' | 'sources-missing' | 'absolute-claim',
      severity: 'error' | 'warning',
    ) => ({
      code,
      severity,
      field: '',
      message: '',
    });
    const { errors, warnings } = groupIssues([
      issue('approvals-missing', 'error'),
      issue('sources-missing', 'error'),
      issue('absolute-claim', 'warning'),
    ]);
    expect(errors.map(({ code }) => code)).toEqual(['sources-missing']);
    expect(warnings.map(({ code }) => code)).toEqual(['absolute-claim']);
  });
});

describe('what a reviewer has before them', () => {
  const submitted = anEvent('submitted', HASH);
  const request = anEvent('changes-requested', HASH, 'r1', { comment: 'Cite it.' });
  const answered = anEvent('answered', HASH, 'editor', { comment: 'There is nothing to cite.' });

  it('is the submission, with the reply that came with it and what it replies to', () => {
    const events = [submitted, answered, request, anEvent('submitted', HASH)];
    for (const state of ['in-review', 'approved', 'scheduled'] as const) {
      expect(submissionOf({ state, events })).toEqual({ submitted, reply: { answered, requests: [request] } });
    }
    expect(submissionOf({ state: 'in-review', events: [submitted, request] })).toEqual({ submitted, reply: null });
  });

  it('is nothing while the editor has it, and once it is over', () => {
    for (const state of ['draft', 'changes-requested', 'live'] as const) {
      expect(submissionOf({ state, events: [request, submitted] })).toBeNull();
    }
    expect(submissionOf({ state: 'in-review', events: [] })).toBeNull();
  });
});

describe('verbs', () => {
  it('know the approval that completes the count', () => {
    expect(isLastApproval(inReview({ approvals: { given: 0, needed: 1 } }))).toBe(true);
    expect(isLastApproval(inReview({ approvals: { given: 0, needed: 2 } }))).toBe(false);
    expect(isLastApproval(inReview({ approvals: { given: 1, needed: 2 } }))).toBe(true);
  });

  it('name a schedule by what can be scheduled', () => {
    expect(verbLabel('schedule', { schedulable: ['release', 'withdraw'] })).toBe('Schedule…');
    expect(verbLabel('schedule', { schedulable: ['withdraw'] })).toBe('Schedule withdrawal…');
  });

  it('say what they came to, and do not claim a release that did not happen', () => {
    const before = inReview();
    for (const verb of VERBS) expect(resultOf(verb, before, before)).not.toBe('');
    expect(resultOf('approve', before, aSheet({ state: 'live', live: LIVE }))).toContain('released');
    expect(resultOf('approve', before, aSheet({ state: 'approved' }))).not.toContain('Approved and released');
    expect(resultOf('approve', inReview({ live: LIVE }), inReview({ live: LIVE }))).toContain('Another clinician');
  });
});

describe('people', () => {
  it('stand with their credentials where they acted as clinicians', () => {
    expect(byline({ actorName: 'Demo editor', clinician: null })).toBe('Demo editor');
    const clinician = aClinician('Ada');
    expect(byline({ actorName: 'Ada', clinician })).toBe(`Ada, ${clinician.credentials}`);
    expect(byline({ actorName: 'ada@ward', clinician })).toBe(`ada@ward, as Ada, ${clinician.credentials}`);
  });

  it('have had an entry that was released once', () => {
    expect(wasReleased({ events: [anEvent('withdrawn', HASH), anEvent('released', HASH)] })).toBe(true);
    expect(wasReleased({ events: [anEvent('submitted', HASH)] })).toBe(false);
  });
});
