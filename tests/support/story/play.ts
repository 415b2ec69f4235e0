/** Stories that a staff could live through, told by an onlooker who does not trust the system. */
import type { Where } from 'payload';
import { expect } from 'vitest';
import { CodedError } from '../../../model/errors.ts';
import type { Release } from '../../../model/release-row.ts';
import { toRow } from '../../../release-log/columns.ts';
import { edit } from '../editing.ts';
import { aCauseDraft, reviewOf } from '../entries.ts';
import { restOf } from '../rest.ts';
import { actsOn, DOSE, type Stage } from './acts.ts';
import type { Known } from './known.ts';
import { ENTRIES, REVIEWERS, type Reviewer, type Step } from './step.ts';

const CANARY = /canary-[qvxz]+/g;
/** A canary without a digit: digits would make every edit a safety change. */
const canaryOf = (n: number) => `canary-${n.toString(4).replace(/\d/g, (digit) => 'qvxz'[Number(digit)] ?? '')}`;
const canariesIn = (value: unknown): string[] => JSON.stringify(value).match(CANARY) ?? [];

interface Told {
  /** steps that were taken or refused */
  steps: number;
  /** texts that readers got */
  released: number;
  /** of these, as part of a change set */
  inSets: number;
  refusals: Record<string, number>;
}

/** Plays stories one after the other on one system; `told` counts. */
export function storyteller(onStage: Omit<Stage, 'nextCanary'>) {
  const { system } = onStage;
  const staff = { ...onStage.staff };
  const told: Told = { steps: 0, released: 0, inSets: 0, refusals: {} };
  // A single letter would be a word of safety.
  let canaries = 4 ** 5;
  const nextCanary = () => canaryOf((canaries += 1));
  const stage: Stage = { system, staff, nextCanary };
  /** whose word counts now */
  const may: Record<Reviewer, boolean> = { reviewer: true, secondReviewer: true };
  const role: Record<Reviewer, boolean> = { ...may };
  const standing: Record<Reviewer, boolean> = { ...may };

  async function begin(): Promise<Known> {
    const summary = `Words ${nextCanary()}.`;
    const draft = await aCauseDraft(system.payload, staff, { slug: `story-${canaries}`, summary });
    const { revision } = await reviewOf(system.payload, staff, 'causes', draft.id);
    const day = () => new Date(Date.UTC(2029, 0, 1 + (canaries % 300))).toISOString().slice(0, 10);
    return {
      ...{ id: draft.id, uid: draft.uid ?? '', hash: revision, round: null, editors: new Set(['editor']) },
      ...{ live: null, liveDose: false, stale: [], musts: [], set: null, nextReview: day },
    };
  }

  /** Takes a step; true when it was not refused. A refusal has a code, anything else fails the story. */
  async function take(story: Known[], known: Known, action: Step): Promise<boolean> {
    told.steps += 1;
    const acts = actsOn(stage, story, known);
    try {
      await (acts[action.do] as (step: Step) => Promise<unknown>)(action);
      return true;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      told.refusals[error.code] = (told.refusals[error.code] ?? 0) + 1;
      return false;
    }
  }

  /** What the step means by itself, before the log is read. */
  function note(known: Known, action: Step): void {
    if (action.do === 'submit-for-review' || action.do === 'request-changes') known.round = new Set();
    if (action.do === 'approve') known.round?.add(action.who);
    if (action.do === 'role') role[action.who] = action.may;
    if (action.do === 'standing') standing[action.who] = action.good;
    for (const who of REVIEWERS) may[who] = role[who] && standing[who];
  }

  const linesOf = async ({ id }: Known) =>
    (await reviewOf(system.payload, staff, 'causes', id)).events
      .map(({ event, actor }) => ({ event, actor }))
      .reverse();

  /** What a change set did to each entry: one that it could not submit or approve is as it was. */
  function noteSet(known: Known, lines: Awaited<ReturnType<typeof linesOf>>): void {
    for (const { event, actor } of lines) {
      if (event === 'submitted') known.round = new Set();
      const who = REVIEWERS.find((one) => String(staff[one].id) === actor);
      if (event === 'approved' && who) known.round?.add(who);
    }
  }

  async function look(known: Known, action: Step): Promise<void> {
    const { revision } = await reviewOf(system.payload, staff, 'causes', known.id);
    if (revision === known.hash) return;
    known.stale.push(known.hash);
    known.hash = revision;
    if (action.do === 'renew-review') return;
    known.round = null;
    known.editors.add(action.do === 'edit' ? action.who : 'editor');
    // Who found the words wrote them as well.
    if (action.do === 'suggest') known.editors.add(action.who);
  }

  /** A text came to readers: by enough people who may say so, of exactly these words, with nothing in the way. */
  function judge(about: Known, row: Release, action: Step): void {
    if (row.kind === 'withdrawn') {
      Object.assign(about, { live: null, liveDose: false, round: null });
      return;
    }
    const words = canariesIn(row.snapshot);
    expect(words).toHaveLength(1);
    expect(about.musts).toEqual([]);
    if (action.do === 'renew-review') {
      expect(words[0]).toBe(about.live);
      expect(may[action.who]).toBe(true);
    } else {
      expect(row.revision).toBe(about.hash);
      const hasDose = JSON.stringify(row.snapshot).includes(DOSE);
      const counted = [...(about.round ?? [])].filter((who) => may[who] && !about.editors.has(who));
      expect(counted.length).toBeGreaterThanOrEqual(hasDose || about.liveDose ? 2 : 1);
      Object.assign(about, { liveDose: hasDose, round: null });
      about.editors.clear();
      told.released += 1;
      if (action.do === 'set-released') told.inSets += 1;
    }
    about.live = words[0] ?? null;
  }

  async function play(steps: readonly Step[]): Promise<void> {
    const story = [];
    for (let i = 0; i < ENTRIES; i += 1) story.push(await begin());
    let head = await headOf();
    for (const action of steps) {
      const known = story[action.entry];
      if (!known) continue;
      const isOfSet = action.do.startsWith('set-');
      const before = isOfSet ? await Promise.all(story.map(linesOf)) : [];
      if (await take(story, known, action)) note(known, action);
      if (isOfSet) {
        const after = await Promise.all(story.map(linesOf));
        story.forEach((one, i) => {
          noteSet(one, (after[i] ?? []).slice(before[i]?.length));
        });
      }
      const rows = await rowsWhere({ seq: { greater_than: head } });
      for (const row of rows) {
        const about = story.find(({ uid }) => uid === row.uid);
        if (!about) throw new Error('a row about nothing in this story');
        judge(about, row, action);
      }
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => head + 1 + i));
      head += rows.length;
      for (const one of isOfSet ? story : [known]) await look(one, action);
      // Without a row nothing changes for readers.
      if (rows.length > 0) await compare(story);
    }
    await compare(story);
    await end(story);
  }

  /** Readers have of each entry what the onlooker knows, and no word more. */
  async function compare(story: Known[]): Promise<void> {
    const live = await rowsWhere({ and: [{ uid: { in: story.map(({ uid }) => uid) } }, { live: { equals: true } }] });
    expect(new Set(live.map(({ uid }) => uid)).size).toBe(live.length);
    for (const { uid, live: words } of story) {
      const own = live.filter((row) => row.uid === uid).flatMap(canariesIn);
      expect([...new Set(own)]).toEqual(words ? [words] : []);
    }
  }

  /** As strangers see it over the web; and the next story begins with nothing pending from this one. */
  async function end(story: Known[]): Promise<void> {
    const query = story.map(({ uid }, i) => `where[or][${i}][uid][equals]=${uid}`).join('&');
    const { text } = await restOf(system.payload)('GET', `/api/releases?limit=0&depth=2&${query}`);
    const known = story.flatMap(({ live }) => live ?? []);
    expect([...new Set(text.match(CANARY) ?? [])].sort()).toEqual(known.sort());
    for (const who of REVIEWERS) {
      const good = { do: 'standing', entry: 0, who, good: true } as const;
      const back = { do: 'role', entry: 0, who, may: true } as const;
      for (const action of [back, good]) {
        await (actsOn(stage, story, story[0] as Known)[action.do] as (step: Step) => Promise<unknown>)(action);
        note(story[0] as Known, action);
      }
    }
    for (const { id } of story) await edit(system.payload, staff.editor, 'causes', id, { summary: 'The end.' });
  }

  const rowsWhere = async (where: Where): Promise<Release[]> => {
    const { docs } = await system.payload.find({
      ...{ collection: 'releases', where, sort: 'seq', pagination: false, limit: 0, depth: 0 },
    });
    return docs.map(toRow);
  };
  const headOf = async (): Promise<number> => {
    const { docs } = await system.payload.find({ collection: 'releases', sort: '-seq', limit: 1, depth: 0 });
    return docs[0]?.seq ?? 0;
  };
  return { play, told };
}
