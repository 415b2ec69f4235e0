import { createLocalReq } from 'payload';
import { actOnSet } from '../../../editorial/change-sets/act-on-set.ts';
import { makeSet } from '../../../editorial/change-sets/make-set.ts';
import { readSet } from '../../../editorial/change-sets/set-row.ts';
import { runJobs } from '../../../editorial/jobs/run-jobs.ts';
import { runClock } from '../../../editorial/run-clock.ts';
import type { Verb } from '../../../model/lifecycle.ts';
import { act, comment } from '../comments.ts';
import type { TestSystem } from '../database.ts';
import { edit } from '../editing.ts';
import { reviewOf } from '../entries.ts';
import { verb, type Staff } from '../people.ts';
import type { Known } from './known.ts';
import type { Reviewer, Step } from './step.ts';

const HOUR = 60 * 60 * 1000;
export const DOSE = 'Take 2 tablets';

export interface Stage {
  system: TestSystem;
  staff: Staff;
  /** words that occur nowhere else */
  nextCanary: () => string;
}

type Act<Name extends Step['do']> = (action: Extract<Step, { do: Name }>) => Promise<unknown>;

/** What each step does, as a person would do it. Throws what it is refused with. */
export function actsOn({ system, staff, nextCanary }: Stage, story: Known[], known: Known) {
  const { payload } = system;
  const { id, hash } = known;
  const go = (who: keyof Staff, name: Verb, body: Record<string, unknown>) =>
    verb(payload, staff[who], 'causes', id, name, body);
  const liveRevision = async () => (await reviewOf(payload, staff, 'causes', id)).live?.revision ?? hash;
  const onSet = async (who: keyof Staff, name: 'submit-for-review' | 'approve' | 'release', body: object = {}) => {
    const [{ set }] = story as [Known];
    if (set === null) return;
    const { turn } = await readSet(await createLocalReq({ user: staff[who] }, payload), set);
    await actOnSet(payload, staff[who], { id: set, verb: name, body: { ...body, turn } });
    await runJobs(payload);
  };
  const clinicianOf = (who: Reviewer) => {
    const { clinician } = staff[who];
    return typeof clinician === 'object' && clinician ? clinician.id : (clinician ?? '');
  };

  const acts: { [Name in Step['do']]: Act<Name> } = {
    edit: ({ who, dose }) =>
      edit(payload, staff[who], 'causes', id, { summary: `${dose ? DOSE : 'Words'} ${nextCanary()}.` }),
    restore: async ({ version }) => {
      const { docs } = await payload.findVersions({
        ...{ collection: 'causes', where: { parent: { equals: id } }, sort: 'createdAt', limit: 0, depth: 0 },
      });
      const restored = String(docs[version % docs.length]?.id);
      return payload.restoreVersion({
        ...{ collection: 'causes', id: restored, user: staff.editor, overrideAccess: false },
      });
    },
    publish: ({ draft }) =>
      payload.update({
        ...{ collection: 'causes', id, draft, user: staff.admin, overrideAccess: false },
        data: { _status: 'published', summary: nextCanary() },
      }),
    clock: () => {
      system.setNow(new Date(system.now().getTime() + 2 * HOUR));
      return runClock(payload);
    },
    'submit-for-review': ({ reply }) =>
      go('editor', 'submit-for-review', {
        ...{ revision: hash, changeKind: 'major', changeNote: 'A change.' },
        ...(reply ? { comment: 'A reply.' } : {}),
      }),
    approve: ({ who, release }) => go(who, 'approve', { revision: hash, release }),
    'request-changes': ({ who }) => go(who, 'request-changes', { revision: hash, comment: 'No.' }),
    release: ({ stale }) => go('editor', 'release', { revision: stale ? (known.stale.at(-1) ?? hash) : hash }),
    schedule: () =>
      go('editor', 'schedule', { revision: hash, at: new Date(system.now().getTime() + HOUR).toISOString() }),
    withdraw: async () => go('editor', 'withdraw', { revision: await liveRevision(), reason: 'other' }),
    'renew-review': async ({ who }) =>
      go(who, 'renew-review', { revision: await liveRevision(), reviewDue: known.nextReview() }),
    must: async ({ who }) => {
      const { thread } = await comment(payload, staff[who], id, { kind: 'must', body: 'This must change.' });
      known.musts.push({ thread, who });
    },
    resolve: async () => {
      const must = known.musts[0];
      if (!must) return;
      await act(payload, staff[must.who], id, [must.thread, 'resolve']);
      known.musts.shift();
    },
    suggest: async ({ who }) => {
      const anchor = { field: 'summary', exact: 'Words' };
      const given = { kind: 'suggestion', body: '', anchor, replacement: 'Plain words' };
      const { thread } = await comment(payload, staff[who], id, given);
      await act(payload, staff.editor, id, [thread, 'apply']);
    },
    role: async ({ who, may }) => {
      const role = may ? ('reviewer' as const) : ('editor' as const);
      await payload.update({
        ...{ collection: 'users', id: staff[who].id, data: { role }, user: staff.admin, overrideAccess: false },
      });
      staff[who] = { ...staff[who], role };
    },
    standing: ({ who, good }) =>
      payload.update({
        ...{ collection: 'clinicians', id: clinicianOf(who), user: staff.admin, overrideAccess: false },
        data: { standing: good ? 'in-good-standing' : 'struck-off' },
      }),
    'set-made': async () => {
      const members = await Promise.all(
        story.map(async (one) => ({
          collection: 'causes',
          id: one.id,
          revision: (await reviewOf(payload, staff, 'causes', one.id)).revision,
        })),
      );
      const words = { name: 'A set', changeKind: 'major', changeNote: 'A change of all.' };
      const set = await makeSet(payload, staff.editor, { ...words, members });
      for (const one of story) one.set = set;
    },
    'set-submitted': () => onSet('editor', 'submit-for-review'),
    'set-approved': ({ who }) => onSet(who, 'approve', { comment: 'Read all of it.' }),
    'set-released': () => onSet('editor', 'release'),
  };
  return acts;
}
