import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsReply, openRequests } from '../../../editorial/rules/open-requests.ts';
import { REVIEW_EVENTS, type ReviewEvent } from '../../../model/review-event.ts';
import { anEvent } from '../../support/events.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const asked = (who: string, comment: string, revision = A) => anEvent('changes-requested', revision, who, { comment });
const open = (...events: ReviewEvent[]) => openRequests(events).map(({ comment }) => comment);

describe('a request for changes', () => {
  const round = [anEvent('submitted', A), asked('r1', 'Cite it.')];

  it('stays open over edits, new texts, new submissions and the approval of somebody else', () => {
    const after = [anEvent('edited', A), anEvent('submitted', B), anEvent('approved', B, 'r2')];
    expect(open(...round, ...after)).toEqual(['Cite it.']);
    expect(open(...round, anEvent('withdrawn', B), anEvent('renewed', B, 'r2'), anEvent('scheduled', B))).toEqual([
      'Cite it.',
    ]);
  });

  it('is closed by an answer, by the approval of who asked, and by a release', () => {
    expect(open(...round, anEvent('answered', A))).toEqual([]);
    expect(open(...round, anEvent('submitted', B), anEvent('approved', B, 'r1'))).toEqual([]);
    expect(open(...round, anEvent('approved', B, 'r1', { actor: 'another account' }))).toEqual([]);
    expect(open(...round, anEvent('released', B))).toEqual([]);
  });

  it('is not closed by what was said before it', () => {
    expect(open(anEvent('answered', A), anEvent('approved', A, 'r1'), ...round)).toEqual(['Cite it.']);
  });

  it('stands beside others, oldest first, and the approval of one person closes their own alone', () => {
    const two = [...round, asked('r2', 'Shorten it.', B)];
    expect(open(...two)).toEqual(['Cite it.', 'Shorten it.']);
    expect(open(...two, anEvent('approved', B, 'r2'))).toEqual(['Cite it.']);
    expect(open(...two, anEvent('answered', B))).toEqual([]);
  });

  it('wants a reply when the text that it speaks of is submitted as it was, and only then', () => {
    const requests = openRequests([...round, asked('r2', 'Shorten it.', B)]);
    expect(needsReply(requests, A)).toBe(true);
    expect(needsReply(requests, B)).toBe(true);
    expect(needsReply(requests, 'c'.repeat(64))).toBe(false);
    expect(needsReply([], A)).toBe(false);
  });

  it('whatever else happens, is open until an answer, an approval by who asked, or a release', () => {
    const step = fc.constantFrom(...REVIEW_EVENTS).map((kind) => anEvent(kind, B, 'r2'));
    const closing = new Set(['answered', 'released']);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (later) => {
        const isOpen = open(...round, ...later).includes('Cite it.');
        expect(isOpen).toBe(!later.some(({ event }) => closing.has(event)));
      }),
    );
  });
});
