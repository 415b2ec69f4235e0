import { describe, expect, it } from 'vitest';
import { mayAct, tells, TOLD_OF, type Colleague } from '../../../editorial/rules/who-is-told.ts';
import { NOTICE_KINDS } from '../../../model/notices.ts';
import { REVIEW_EVENTS } from '../../../model/review-event.ts';
import { acting, anEvent } from '../../support/events.ts';

describe('who is told of what', () => {
  it('is decided for every kind of event, with a kind of notice that there is', () => {
    expect(Object.keys(TOLD_OF).sort()).toEqual([...REVIEW_EVENTS].sort());
    for (const told of Object.values(TOLD_OF)) {
      if (told) expect(NOTICE_KINDS).toContain(told.kind);
      if (told) expect(told.groups.length).toBeGreaterThan(0);
    }
  });

  it('tells of an approval only while another clinician must look too', () => {
    const first = [anEvent('submitted', 'r'), anEvent('approved', 'r', 'r1')];
    expect(tells(first[1]!, { events: first, approvalsNeeded: 2 })).toBe(true);
    expect(tells(first[1]!, { events: first, approvalsNeeded: 1 })).toBe(false);
    const both = [...first, anEvent('approved', 'r', 'r2')];
    expect(tells(both[2]!, { events: both, approvalsNeeded: 2 })).toBe(false);
  });

  it('asks clinicians in good standing who neither wrote nor approved it, whatever account they have now', () => {
    const colleague = (who: string, over: Partial<Colleague> = {}): Colleague => ({
      actor: who,
      person: acting(who).person,
      role: 'reviewer',
      isInGoodStanding: true,
      ...over,
    });
    const colleagues = [
      colleague('r1'),
      colleague('r2', { isInGoodStanding: false }),
      colleague('r3', { role: 'editor' }),
      colleague('r4', { actor: 'a-new-account' }),
      colleague('r5', { role: 'admin' }),
    ];
    const may = mayAct('approve', colleagues, [acting('r4')]);
    expect(may.map(({ person }) => person)).toEqual(['clinician:clinician-r1', 'clinician:clinician-r5']);
  });
});
