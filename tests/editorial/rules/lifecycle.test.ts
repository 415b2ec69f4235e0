import { describe, expect, it } from 'vitest';
import { ROLES, STATES, VERBS, type State } from '../../../model/lifecycle.ts';
import {
  CLINICIAN_VERBS,
  isPossible,
  LIVE_VERBS,
  mayTake,
  TRANSITIONS,
  WHO_MAY,
} from '../../../editorial/rules/lifecycle.ts';

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

  it('makes every edit a draft again, in every state', () => {
    const edits = TRANSITIONS.filter(({ by }) => by === 'edit');
    expect(edits.every(({ to }) => to === 'draft')).toBe(true);
    expect(edits.map(({ from }) => from).sort()).toEqual(STATES.filter((state) => state !== 'draft').sort());
  });

  it('lets nothing reach readers but release, a due schedule and a renewal of what they have', () => {
    const entering = TRANSITIONS.filter(({ to }) => to === 'live').map(({ from, by }) => `${from} ${by}`);
    expect(entering.sort()).toEqual(
      [
        'approved release',
        'live renew-review',
        'live schedule',
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

  it('keeps medical verbs from whoever has no clinician profile, in every state and role', () => {
    for (const verb of CLINICIAN_VERBS) {
      for (const state of STATES) {
        for (const role of ROLES)
          expect(mayTake(verb, { state, role, hasClinician: false, hasLive: true })).toBe(false);
      }
    }
  });

  it('takes verbs on the live release in any state of the draft, and only while something is live', () => {
    for (const verb of LIVE_VERBS) {
      for (const state of STATES) {
        expect(isPossible(verb, state, true)).toBe(true);
        expect(isPossible(verb, state, false)).toBe(false);
      }
    }
  });

  it('never approves or releases a plain draft', () => {
    expect(isPossible('approve', 'draft', false)).toBe(false);
    expect(isPossible('release', 'draft', true)).toBe(false);
    expect(isPossible('release', 'in-review', true)).toBe(false);
    expect(isPossible('release', 'changes-requested', true)).toBe(false);
  });
});
