import { describe, expect, it } from 'vitest';
import { STATES, VERBS, type State } from '../../../model/lifecycle.ts';
import { CLINICIAN_VERBS, isPossible, TRANSITIONS, WHO_MAY } from '../../../editorial/rules/lifecycle.ts';

describe('the lifecycle table', () => {
  it('reaches every state from a new draft', () => {
    const reached = new Set<State>(['draft']);
    for (let before = -1; before !== reached.size;) {
      before = reached.size;
      for (const { from, to } of TRANSITIONS) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...STATES].sort());
  });

  it('leads from every state back to readers', () => {
    const leads = new Set<State>(['live']);
    for (let before = -1; before !== leads.size;) {
      before = leads.size;
      for (const { from, to } of TRANSITIONS) if (leads.has(to)) leads.add(from);
    }
    expect([...leads].sort()).toEqual([...STATES].sort());
  });

  it('has every verb somewhere, and nothing but verbs, edits and the clock', () => {
    const used = new Set(TRANSITIONS.map(({ by }) => by));
    for (const verb of VERBS) expect(used).toContain(verb);
    expect([...used].filter((by) => by !== 'edit' && by !== 'clock').sort()).toEqual([...VERBS].sort());
  });

  it('names only known states and says nothing twice', () => {
    const keys = TRANSITIONS.map(({ from, by, to }) => `${from} ${by} ${to}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { from, to } of TRANSITIONS) {
      expect(STATES).toContain(from);
      expect(STATES).toContain(to);
    }
  });

  it('makes every edit a draft, or brings back what left readers or what they have', () => {
    const edits = TRANSITIONS.filter(({ by }) => by === 'edit');
    for (const { to, beside } of edits)
      expect(beside ? ['live', 'review-overdue'] : ['draft', 'withdrawn']).toContain(to);
    const leaving = edits.filter(({ to }) => to === 'draft').map(({ from }) => from);
    expect(leaving.sort()).toEqual(STATES.filter((state) => state !== 'draft').sort());
  });

  it('lets nothing reach readers but release, with or without an approval before, a due schedule and a renewal', () => {
    const entering = TRANSITIONS.filter(({ from, by, to }) => to === 'live' && by !== 'edit' && from !== 'live').map(
      ({ from, by }) => `${from} ${by}`,
    );
    expect(entering.sort()).toEqual(
      [
        'approved release',
        'in-review approve',
        'review-overdue renew-review',
        'scheduled clock',
        'scheduled release',
      ].sort(),
    );
  });

  it('has someone who may take each verb, and no editor for a medical one', () => {
    for (const verb of VERBS) expect(WHO_MAY[verb].length).toBeGreaterThan(0);
    for (const verb of CLINICIAN_VERBS) expect(WHO_MAY[verb]).not.toContain('editor');
  });

  it('never approves or releases a plain draft', () => {
    expect(isPossible('approve', 'draft')).toBe(false);
    expect(isPossible('release', 'draft')).toBe(false);
    expect(isPossible('release', 'in-review')).toBe(false);
    expect(isPossible('release', 'changes-requested')).toBe(false);
  });
});
