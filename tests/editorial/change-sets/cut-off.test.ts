import { createLocalReq } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { TransientError } from '../../../database/transact.ts';
import { actOnSet } from '../../../editorial/change-sets/act-on-set.ts';
import { makeSet } from '../../../editorial/change-sets/make-set.ts';
import { readReviewedSet } from '../../../editorial/change-sets/read-set.ts';
import { runJobs } from '../../../editorial/jobs/run-jobs.ts';
import { DATABASES } from '../../support/database.ts';
import { logOf, refusal } from '../../support/editing.ts';
import { newsroomOn, type Cause } from '../../support/newsroom.ts';
import { aSource } from '../../support/entries.ts';

describe.each(DATABASES)('the release of a change set on %s', (database) => {
  const { system, staff, approved } = newsroomOn(database);
  const causes: Cause[] = [];
  let set: string;
  const read = async () => readReviewedSet(await createLocalReq({ user: staff.editor }, system.payload), set, 0);
  beforeAll(async () => {
    const { id } = await aSource(system.payload);
    for (const slug of ['one', 'two', 'three']) causes.push(await approved(slug, { sources: [id] }));
    set = await makeSet(system.payload, staff.editor, {
      ...{ name: 'All of them', changeKind: 'minor', changeNote: 'Plain words.' },
      members: causes.map(({ id: cause, revision }) => ({ collection: 'causes', id: cause, revision })),
    });
    const act = async (verb: 'submit-for-review' | 'release') => {
      const { turn } = (await read()).set;
      await actOnSet(system.payload, staff.editor, { id: set, verb, body: { turn } });
    };
    await act('submit-for-review');
    await runJobs(system.payload);
    await act('release');
  });

  it('leaves nothing where it is cut off before its last entry, and then releases all, what they share read once', async () => {
    const { payload } = system;
    const { create, find } = payload.db;
    const last = causes.at(-1)!;
    payload.db.create = (asked) =>
      asked.collection === 'reviews' && asked.data.revision === last.revision
        ? Promise.reject(new TransientError('the process is killed here'))
        : create.call(payload.db, asked);
    try {
      await expect(runJobs(payload)).rejects.toThrow('the process is killed here');
    } finally {
      payload.db.create = create;
    }
    expect(await logOf(payload)).toEqual([]);
    expect((await read()).progress?.state).toBe('open');
    // Nobody else has a go at it while its holder may live.
    await runJobs(payload);
    expect(await logOf(payload)).toEqual([]);

    system.setNow(new Date(system.now().getTime() + 10 * 60_000));
    let reads = 0;
    payload.db.find = ((asked: Parameters<typeof find>[0]) => {
      if (asked.collection === 'sources' && asked.req?.transactionID) reads += 1;
      return find.call(payload.db, asked);
    }) as typeof find;
    try {
      await runJobs(payload);
    } finally {
      payload.db.find = find;
    }
    expect((await read()).set.state).toBe('released');
    expect((await logOf(payload)).map(({ uid }) => uid)).toEqual(causes.map(({ uid }) => uid));
    expect(reads).toBe(1);
    expect(await refusal(actOnSet(payload, staff.editor, { id: set, verb: 'release', body: { turn: 99 } }))).toBe(
      'wrong-state',
    );
  });
});
