import { describe, expect, it } from 'vitest';
import { gate, type LiveText } from '../../../editorial/rules/gate.ts';
import type { ReviewEvent } from '../../../model/review-event.ts';
import { toRevision } from '../../../model/revision.ts';
import { acting, anEvent, approvalOfTheWhole, kindSurroundings, liveText, NOW } from '../../support/events.ts';
import { aCause } from '../../support/releases.ts';

const plain = toRevision(aCause({ redFlags: [], treatments: [], specialists: [] }));
const other = toRevision(aCause({ redFlags: [], treatments: [], specialists: [], summary: 'Something else.' }));
const submitted = anEvent('submitted', plain.hash);
const ask = (events: ReviewEvent[], live: LiveText | null) =>
  gate({
    kind: 'review',
    ...kindSurroundings(plain.content),
    revision: plain,
    events,
    live,
    editors: [acting('editor')],
    openMusts: 0,
  });

describe('what was looked at', () => {
  const change = (...scopes: ReviewEvent['scope'][]) =>
    ask(
      [submitted, ...scopes.map((scope, i) => anEvent('approved', plain.hash, `r${i + 1}`, { scope }))],
      liveText(other.content),
    ).cleared;

  it('moves the day of the last review when it was the whole entry, and only then', () => {
    expect(change('entry')?.reviewedAt).toBe(NOW.toISOString());
    expect(change('changes', 'entry')?.reviewedAt).toBe(NOW.toISOString());
    expect(change('changes')?.reviewedAt).toBe(approvalOfTheWhole.approvedAt);
    expect(change('changes', 'changes')?.reviewedAt).toBe(approvalOfTheWhole.approvedAt);
    // Whoever did not say did not say that.
    expect(change(null)?.reviewedAt).toBe(approvalOfTheWhole.approvedAt);
  });

  it('keeps those on whose word the rest of the text stands, when it was the changes', () => {
    const names = (scope: ReviewEvent['scope']) => change(scope)?.approvals.map(({ clinician }) => clinician.name);
    expect(names('changes')).toEqual(['r3', 'r1']);
    expect(names('entry')).toEqual(['r1']);
  });

  it('must be the whole where readers have nothing', () => {
    const changes = anEvent('approved', plain.hash, 'r1', { scope: 'changes' });
    expect(ask([submitted, changes], null).issues.map(({ code }) => code)).toEqual(['approvals-missing']);
    const whole = anEvent('approved', plain.hash, 'r2');
    expect(ask([submitted, changes, whole], null).cleared?.reviewedAt).toBe(NOW.toISOString());
  });
});
