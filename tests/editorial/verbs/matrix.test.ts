import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runClock } from '../../../editorial/run-clock.ts';
import { TRANSITIONS, type Transition } from '../../../editorial/rules/lifecycle.ts';
import { CodedError } from '../../../model/errors.ts';
import type { Verb } from '../../../model/lifecycle.ts';
import { POLICY } from '../../../policy.ts';
import { startSystem, type TestSystem } from '../../support/database.ts';
import { edit } from '../../support/editing.ts';
import { aCauseDraft, reviewOf } from '../../support/entries.ts';
import { createStaff, verb, type Staff } from '../../support/people.ts';

const START = new Date('2026-06-01T09:00:00.000Z');
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const after = (ms: number) => new Date(START.getTime() + ms);
const SOON = after(DAY).toISOString();
const LATER = '2029-06-01T00:00:00.000Z';

/** What became of the entry's first text: nobody ever had it, readers have it, or it was withdrawn. */
type Base = 'new' | 'live' | 'withdrawn';
/** What was done with the next text. */
type Way = 'untouched' | 'edited' | 'submitted' | 'approved once' | 'sent back' | 'approved' | 'scheduled';

interface Place {
  base: Base;
  way: Way;
  /** days after the start at which the verb is taken */
  day?: number;
  due?: string;
  scheduleAt?: string;
  withdrawAt?: string;
}

type By = Transition['by'];

interface Act {
  by: By;
  name: string;
  do: (entry: { id: string | number; revision: string; live: string; planned: string }) => Promise<unknown>;
}

describe('the lifecycle table and the verbs', () => {
  let system: TestSystem;
  let staff: Staff;
  let count = 0;
  const observed = new Set<string>();
  beforeAll(async () => {
    system = await startSystem('SQLite', { now: START, policy: { ...POLICY, approvals: 2, safetyApprovals: 2 } });
    staff = await createStaff(system.payload);
  });
  beforeEach(() => system.setNow(START));
  afterAll(() => system.stop());

  const take = (user: Staff[keyof Staff], id: string | number, name: Verb, body: Record<string, unknown>) =>
    verb(system.payload, user, 'causes', id, name, body);
  const change = (id: string | number, summary: string) =>
    edit(system.payload, staff.editor, 'causes', id, { summary });
  const review = (id: string | number) => reviewOf(system.payload, staff, 'causes', id);

  /** Takes a new entry to a place, through the verbs. */
  async function arrive({ base, way, due = LATER, scheduleAt, withdrawAt }: Place) {
    system.setNow(START);
    count += 1;
    const { id } = await aCauseDraft(system.payload, staff, {
      slug: `place-${count}`,
      summary: 'First.',
      reviewDue: due,
    });
    const submit = async () => {
      const { revision } = await review(id);
      const body = { revision, changeKind: 'minor', changeNote: 'A change.' };
      await take(staff.editor, id, 'submit-for-review', body);
      return revision;
    };
    if (base !== 'new') {
      const revision = await submit();
      await take(staff.reviewer, id, 'approve', { revision });
      await take(staff.secondReviewer, id, 'approve', { revision, release: true });
      if (base === 'withdrawn') await take(staff.editor, id, 'withdraw', { revision, reason: 'inaccurate' });
    }
    if (way !== 'untouched') await change(id, 'Next.');
    if (way !== 'untouched' && way !== 'edited') {
      const revision = await submit();
      if (way !== 'submitted') await take(staff.reviewer, id, 'approve', { revision });
      if (way === 'sent back') await take(staff.reviewer, id, 'request-changes', { revision, comment: 'No.' });
      if (way === 'approved' || way === 'scheduled') await take(staff.secondReviewer, id, 'approve', { revision });
      if (way === 'scheduled') {
        await take(staff.editor, id, 'schedule', { revision, at: scheduleAt ?? after(HOUR).toISOString() });
      }
    }
    if (withdrawAt) {
      const { live } = await review(id);
      const body = { revision: live?.revision, at: withdrawAt, verb: 'withdraw', reason: 'legal' };
      await take(staff.editor, id, 'schedule', body);
    }
    return id;
  }

  const acts: Act[] = [
    act('submit-for-review', 'editor', ({ revision }) => ({
      revision,
      changeKind: 'minor',
      changeNote: 'A change.',
      comment: 'An answer, if one is asked for.',
    })),
    act('request-changes', 'reviewer', ({ revision }) => ({ revision, comment: 'No.' })),
    act('approve', 'secondReviewer', ({ revision }) => ({ revision })),
    act('approve', 'secondReviewer', ({ revision }) => ({ revision, release: true }), 'approve and release'),
    act('release', 'editor', ({ revision }) => ({ revision })),
    act('schedule', 'editor', ({ revision }) => ({ revision, at: '2031-01-01T00:00:00Z' }), 'schedule a release'),
    act(
      'schedule',
      'editor',
      ({ live }) => ({ revision: live, at: '2031-01-01T00:00:00Z', verb: 'withdraw', reason: 'legal' }),
      'schedule a withdrawal',
    ),
    act('unschedule', 'editor', ({ planned }) => ({ revision: planned })),
    act('withdraw', 'editor', ({ live }) => ({ revision: live, reason: 'inaccurate' })),
    act('renew-review', 'secondReviewer', ({ live }) => ({ revision: live, reviewDue: '2030-01-01' })),
    { by: 'edit', name: 'edit', do: ({ id }) => change(id, 'Something else.') },
    { by: 'edit', name: 'edit back', do: ({ id }) => change(id, 'First.') },
  ];

  function act(by: Verb, who: keyof Staff, body: (entry: Parameters<Act['do']>[0]) => object, name: string = by): Act {
    return { by, name, do: (entry) => take(staff[who], entry.id, by, { ...body(entry) }) };
  }

  const sheetOn = (id: string | number, at: Date) => {
    system.setNow(at);
    return review(id);
  };

  /** Does it and notes which transition that was; null when it was refused, which leaves the sheet as it was. */
  async function attempt(
    id: string | number,
    { by, do: perform }: Act,
    before: Awaited<ReturnType<typeof review>>,
  ): Promise<string | null> {
    try {
      await perform({
        id,
        revision: before.revision,
        live: before.live?.revision ?? '0'.repeat(64),
        planned: before.scheduled?.revision ?? '0'.repeat(64),
      });
    } catch (error) {
      if (error instanceof CodedError) return null;
      throw error;
    }
    const { state } = await review(id);
    if (by === 'edit' && state === before.state) return null;
    const transition = `${before.state} —${by}→ ${state}`;
    observed.add(transition);
    return transition;
  }

  const table = new Set(TRANSITIONS.map(({ from, by, to }) => `${from} —${by}→ ${to}`));
  const WAYS: readonly Way[] = ['edited', 'submitted', 'approved once', 'sent back', 'approved', 'scheduled'];
  const places: Place[] = [
    ...(['new', 'live', 'withdrawn'] as const).flatMap((base) => WAYS.map((way): Place => ({ base, way }))),
    ...WAYS.map((way): Place => ({ base: 'live', way, due: SOON, day: 3, scheduleAt: after(400 * DAY).toISOString() })),
    ...WAYS.filter((way) => way !== 'scheduled').map((way): Place => ({
      base: 'live',
      way,
      withdrawAt: after(DAY).toISOString(),
    })),
    { base: 'new', way: 'untouched' },
    { base: 'live', way: 'untouched' },
    { base: 'live', way: 'untouched', withdrawAt: after(DAY).toISOString() },
    { base: 'live', way: 'untouched', due: SOON, day: 3 },
    { base: 'live', way: 'untouched', due: SOON, day: 3, withdrawAt: after(9 * DAY).toISOString() },
    { base: 'withdrawn', way: 'untouched' },
  ];

  it.each(places)(
    'agree on every verb and edit, $base and $way, on day $day',
    async (place) => {
      const at = after((place.day ?? 0) * DAY);
      const arriveThere = async () => {
        const id = await arrive(place);
        return { id, sheet: await sheetOn(id, at) };
      };
      // One entry serves until a verb moves it on.
      let there: Awaited<ReturnType<typeof arriveThere>> | null = null;
      for (const one of acts) {
        there ??= await arriveThere();
        const transition = await attempt(there.id, one, there.sheet);
        if (transition === null) continue;
        expect(table, one.name).toContain(transition);
        there = null;
      }
    },
    120_000,
  );

  const clock = (place: Place, days: number) => ({ place, days });
  it.each([
    clock({ base: 'new', way: 'scheduled' }, 1),
    // The gate refuses when the time has come: its review date has passed.
    clock({ base: 'new', way: 'scheduled', due: SOON }, 3),
    clock({ base: 'live', way: 'untouched', due: SOON }, 3),
    clock({ base: 'live', way: 'untouched', withdrawAt: after(HOUR).toISOString() }, 1),
    clock({ base: 'live', way: 'untouched', due: SOON, day: 3 }, 120),
    ...WAYS.map((way) => clock({ base: 'live', way, due: SOON, scheduleAt: after(400 * DAY).toISOString() }, 120)),
  ])(
    'agree on what time brings: $place.base and $place.way, $days days on',
    async ({ place, days }) => {
      const id = await arrive(place);
      const act: Act = {
        by: 'clock',
        name: 'clock',
        do: async () => {
          system.setNow(after(days * DAY));
          await runClock(system.payload);
        },
      };
      const transition = await attempt(id, act, await sheetOn(id, after((place.day ?? 0) * DAY)));
      expect(table).toContain(transition);
    },
    120_000,
  );

  it('leave no transition of the table that nobody ever makes', () => {
    expect([...table].filter((transition) => !observed.has(transition)).sort()).toEqual([]);
  });
});
