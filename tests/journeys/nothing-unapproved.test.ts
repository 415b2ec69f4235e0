import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CodedError } from '../../model/errors.ts';
import type { Verb } from '../../model/lifecycle.ts';
import { runClock } from '../../editorial/run-clock.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { edit, logOf } from '../support/editing.ts';
import { aCauseDraft, reviewOf } from '../support/entries.ts';
import { createStaff, verb, type Staff } from '../support/people.ts';
import { restOf, type Rest } from '../support/rest.ts';

const BUDGET_MS = 20_000;
const HOUR = 60 * 60 * 1000;
const CANARY = /canary-[qvxz]+/g;
const DOSE = 'Take 2 tablets';
/** A canary without a digit: digits would make every edit a safety change. */
const canaryOf = (n: number) => `canary-${n.toString(4).replace(/\d/g, (digit) => 'qvxz'[Number(digit)] ?? '')}`;

const ENTRIES = 2;
const entry = fc.nat(ENTRIES - 1);
const reviewer = fc.constantFrom('reviewer' as const, 'secondReviewer' as const);
const anyone = fc.constantFrom('editor' as const, 'editor' as const, 'reviewer' as const);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), entry, who: anyone, dose: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('submit-for-review' as const), entry, reply: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('approve' as const), entry, who: reviewer, release: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('request-changes' as const), entry, who: reviewer }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('release' as const), entry, stale: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('schedule' as const), entry }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clock' as const), entry }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), entry }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('renew-review' as const), entry, who: reviewer }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), entry, version: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('publish' as const), entry, draft: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** However slow the machine is: a story in which readers get something. */
const PLAIN: Step[] = [
  { do: 'submit-for-review', entry: 0, reply: false },
  { do: 'approve', entry: 0, who: 'reviewer', release: true },
];

/** What an onlooker with pen and paper knows of one entry. */
interface Known {
  id: string | number;
  uid: string;
  hash: string;
  /** who approved the current text since it was last submitted, edited, refused or released */
  round: Set<string> | null;
  editors: Set<string>;
  /** the words that readers have */
  live: string | null;
  /** a dose is among them: a change of them needs two clinicians */
  liveDose: boolean;
  stale: string[];
}

describe.each(DATABASES)('whatever the staff does on %s', (database) => {
  let system: TestSystem;
  let staff: Staff;
  let rest: Rest;
  let canaries = 0;
  let released = 0;
  beforeAll(async () => {
    system = await startSystem(database, { now: new Date('2026-06-01T09:00:00Z') });
    staff = await createStaff(system.payload);
    rest = restOf(system.payload);
  });
  afterAll(() => system.stop());
  const nextCanary = () => canaryOf((canaries += 1));

  async function begin(): Promise<Known> {
    const draft = await aCauseDraft(system.payload, staff, {
      slug: `story-${canaries}`,
      summary: `Words ${nextCanary()}.`,
    });
    const { revision } = await reviewOf(system.payload, staff, 'causes', draft.id);
    return {
      id: draft.id,
      uid: draft.uid ?? '',
      hash: revision,
      round: null,
      editors: new Set(['editor']),
      live: null,
      liveDose: false,
      stale: [],
    };
  }

  /** Takes a step as a person would; true when it was not refused. Refusals must be coded ones. */
  async function take(known: Known, action: Step): Promise<boolean> {
    const { payload } = system;
    const { id, hash } = known;
    const go = (who: keyof Staff, name: Verb, body: Record<string, unknown>) =>
      verb(payload, staff[who], 'causes', id, name, body);
    const liveRevision = async () => (await reviewOf(payload, staff, 'causes', id)).live?.revision ?? hash;
    try {
      switch (action.do) {
        case 'edit':
          await edit(payload, staff[action.who], 'causes', id, {
            summary: `${action.dose ? DOSE : 'Words'} ${nextCanary()}.`,
          });
          break;
        case 'restore': {
          const { docs } = await payload.findVersions({
            collection: 'causes',
            where: { parent: { equals: id } },
            sort: 'createdAt',
            limit: 0,
            depth: 0,
          });
          await payload.restoreVersion({
            collection: 'causes',
            id: String(docs[action.version % docs.length]?.id),
            user: staff.editor,
            overrideAccess: false,
          });
          break;
        }
        case 'publish':
          await payload.update({
            collection: 'causes',
            id,
            draft: action.draft,
            data: { _status: 'published', summary: nextCanary() },
            user: staff.admin,
            overrideAccess: false,
          });
          break;
        case 'clock':
          system.setNow(new Date(system.now().getTime() + 2 * HOUR));
          await runClock(payload);
          break;
        case 'submit-for-review':
          await go('editor', action.do, {
            revision: hash,
            changeKind: 'major',
            changeNote: 'A change.',
            ...(action.reply ? { comment: 'A reply.' } : {}),
          });
          break;
        case 'approve':
          await go(action.who, action.do, { revision: hash, release: action.release });
          break;
        case 'request-changes':
          await go(action.who, action.do, { revision: hash, comment: 'No.' });
          break;
        case 'release':
          await go('editor', action.do, { revision: action.stale ? (known.stale.at(-1) ?? hash) : hash });
          break;
        case 'schedule':
          await go('editor', action.do, { revision: hash, at: new Date(system.now().getTime() + HOUR).toISOString() });
          break;
        case 'withdraw':
          await go('editor', action.do, { revision: await liveRevision(), reason: 'other' });
          break;
        case 'renew-review':
          await go(action.who, action.do, {
            revision: await liveRevision(),
            reviewDue: new Date(Date.UTC(2029, 0, 1 + (canaries % 300))).toISOString().slice(0, 10),
          });
          break;
      }
      return true;
    } catch (error) {
      if (error instanceof CodedError) return false;
      throw error;
    }
  }

  /** Notes what the step means, before the log is read: the onlooker does not trust the system. */
  function note(known: Known, action: Step): void {
    if (action.do === 'submit-for-review') known.round = new Set();
    if (action.do === 'approve') known.round?.add(action.who);
    if (action.do === 'request-changes') known.round = new Set();
  }

  async function look(known: Known, action: Step): Promise<void> {
    const { revision } = await reviewOf(system.payload, staff, 'causes', known.id);
    if (revision === known.hash) return;
    known.stale.push(known.hash);
    known.hash = revision;
    if (action.do === 'renew-review') return;
    known.round = null;
    known.editors.add(action.do === 'edit' ? action.who : 'editor');
  }

  async function play(steps: Step[]): Promise<void> {
    const story = [await begin(), await begin()];
    let head = (await logOf(system.payload)).length;
    for (const action of steps) {
      const known = story[action.entry];
      if (!known) continue;
      const before = known.hash;
      if (await take(known, action)) note(known, action);
      const rows = await logOf(system.payload);
      for (const row of rows.slice(head)) {
        const about = story.find(({ uid }) => uid === row.uid);
        if (!about) throw new Error('a row about nothing in this story');
        if (row.kind === 'withdrawn') {
          about.live = null;
          about.liveDose = false;
          about.round = null;
          continue;
        }
        const words = JSON.stringify(row.snapshot).match(CANARY) ?? [];
        expect(words).toHaveLength(1);
        if (action.do === 'renew-review') expect(words[0]).toBe(about.live);
        else {
          expect(row.revision).toBe(about === known ? before : about.hash);
          const hasDose = JSON.stringify(row.snapshot).includes(DOSE);
          const needed = hasDose || about.liveDose ? 2 : 1;
          expect([...(about.round ?? [])].filter((who) => !about.editors.has(who)).length).toBeGreaterThanOrEqual(
            needed,
          );
          about.liveDose = hasDose;
          about.round = null;
          about.editors.clear();
          released += 1;
        }
        about.live = words[0] ?? null;
      }
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
      head = rows.length;
      await look(known, action);

      const live = rows.filter((row) => row.live);
      expect(new Set(live.map(({ uid }) => uid)).size).toBe(live.length);
      for (const { uid, live: words } of story) {
        const own = live.filter((row) => row.uid === uid).flatMap((row) => JSON.stringify(row).match(CANARY) ?? []);
        expect([...new Set(own)]).toEqual(words ? [words] : []);
      }
      const seen = (await rest('GET', '/api/releases?limit=0&depth=2')).text.match(CANARY) ?? [];
      expect([...seen].sort()).toEqual(live.flatMap((row) => JSON.stringify(row).match(CANARY) ?? []).sort());
    }
    // The next story starts with nothing pending from this one.
    for (const { id } of story) await edit(system.payload, staff.editor, 'causes', id, { summary: 'The end.' });
  }

  it(
    'readers get the words that an independent clinician approved, and no others',
    async () => {
      await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), play), {
        examples: [[PLAIN]],
        numRuns: 1000,
        interruptAfterTimeLimit: BUDGET_MS,
        markInterruptAsFailure: false,
        endOnFailure: true,
      });
      expect(released).toBeGreaterThan(0);
    },
    BUDGET_MS * 3,
  );
});
