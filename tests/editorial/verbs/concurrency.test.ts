import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CodedError } from '../../../model/errors.ts';
import { servicesOf, type Services } from '../../../editorial/records/services.ts';
import { isTransient, transact } from '../../../database/transact.ts';
import { DATABASES, startSystem, type TestSystem } from '../../support/database.ts';
import { aRedFlagDraft, edit, logOf } from '../../support/editing.ts';
import { aCauseDraft, releaseEntry, reviewOf, submitEntry } from '../../support/entries.ts';
import { failOn } from '../../support/faults.ts';
import { createStaff, verb, type Staff } from '../../support/people.ts';

describe.each(DATABASES)('many at once on %s', (database) => {
  let system: TestSystem;
  let staff: Staff;
  beforeAll(async () => {
    system = await startSystem(database);
    staff = await createStaff(system.payload);
  });
  afterAll(() => system.stop());
  const seqs = async () => (await logOf(system.payload)).map(({ seq }) => seq);
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

  it('release twenty different entries without a gap or a repetition, from an empty log on', async () => {
    const approved: { id: string | number; revision: string }[] = [];
    for (let i = 0; i < 20; i += 1) {
      const { id } = await aCauseDraft(system.payload, staff, { slug: `parallel-${i}` });
      const { revision } = await submitEntry(system.payload, staff, 'causes', id);
      await verb(system.payload, staff.reviewer, 'causes', id, 'approve', { revision });
      approved.push({ id, revision });
    }
    const sheets = await Promise.all(
      approved.map(({ id, revision }) => verb(system.payload, staff.editor, 'causes', id, 'release', { revision })),
    );
    expect(sheets.map(({ live }) => live?.seq).sort((a, b) => Number(a) - Number(b))).toEqual(upTo(20));
    expect(await seqs()).toEqual(upTo(20));
    const { docs } = await system.payload.find({ collection: 'cursors', where: { name: { equals: 'release-log' } } });
    expect(docs[0]?.position).toBe(20);
  }, 60_000);

  it('approve with release: two clinicians make one release, both counted or one refused in words', async () => {
    for (const needed of [1, 2]) {
      const slug = `race-${needed}`;
      const collection = needed === 1 ? 'causes' : 'red-flags';
      const { id, uid } =
        needed === 1
          ? await aCauseDraft(system.payload, staff, { slug })
          : await aRedFlagDraft(system.payload, staff, { slug });
      const { revision } = await submitEntry(system.payload, staff, collection, id);
      const results = await Promise.allSettled(
        [staff.reviewer, staff.secondReviewer].map((user) =>
          verb(system.payload, user, collection, id, 'approve', { revision, release: true }),
        ),
      );
      const rows = await logOf(system.payload, uid ?? '');
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ live: true, approvals: { length: needed } });
      for (const result of results) {
        if (result.status === 'rejected') expect((result.reason as CodedError).code).toBe('wrong-state');
      }
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(needed);
    }
    expect(await seqs()).toEqual(upTo(22));
  });

  it('release the same revision from many windows once', async () => {
    const { id, uid } = await aCauseDraft(system.payload, staff, { slug: 'many-windows' });
    const { revision } = await submitEntry(system.payload, staff, 'causes', id);
    await verb(system.payload, staff.reviewer, 'causes', id, 'approve', { revision });
    const results = await Promise.allSettled(
      upTo(5).map(() => verb(system.payload, staff.editor, 'causes', id, 'release', { revision })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect((result.reason as CodedError).code).toBe('already-released');
    expect(await logOf(system.payload, uid ?? '')).toHaveLength(1);
    expect(await seqs()).toEqual(upTo(23));
  });

  it('never release a text that is edited at the same moment, unless it is the approved one', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, uid } = await aCauseDraft(system.payload, staff, {
        slug: `edit-race-${round}`,
        summary: 'Approved.',
      });
      const { revision } = await submitEntry(system.payload, staff, 'causes', id);
      await verb(system.payload, staff.reviewer, 'causes', id, 'approve', { revision });
      await Promise.allSettled([
        verb(system.payload, staff.editor, 'causes', id, 'release', { revision }),
        edit(system.payload, staff.editor, 'causes', id, { summary: 'Unseen.' }),
      ]);
      const rows = await logOf(system.payload, uid ?? '');
      expect(
        rows.map((row) => [
          row.revision,
          row.kind === 'released' && row.snapshot.type === 'cause' && row.snapshot.summary,
        ]),
      ).toEqual(rows.map(() => [revision, 'Approved.']));
      const { docs } = await system.payload.find({ collection: 'entry-status', where: { uid: { equals: uid } } });
      const sheet = await reviewOf(system.payload, staff, 'causes', id);
      expect(docs[0]?.revision).toBe(sheet.revision);
    }
  });
});

describe.each(DATABASES)('a verb that fails half-way on %s', (database) => {
  let system: TestSystem;
  let staff: Staff;
  let services: Services;
  beforeAll(async () => {
    system = await startSystem(database);
    staff = await createStaff(system.payload);
    services = servicesOf(system.payload);
    await releaseEntry(
      system.payload,
      staff,
      'causes',
      (await aCauseDraft(system.payload, staff, { slug: 'before' })).id,
    );
  });
  afterAll(() => system.stop());

  /** Everything that the system keeps, as it is stored. */
  const everything = async () => {
    const tables = [
      'releases',
      'reviews',
      'entry-status',
      'cursors',
      'slug-history',
      'signing-keys',
      'causes',
    ] as const;
    const stored = await Promise.all(
      tables.map((collection) =>
        system.payload.find({ collection, sort: 'id', pagination: false, limit: 0, depth: 0, draft: true }),
      ),
    );
    const versions = await system.payload.findVersions({
      collection: 'causes',
      sort: 'id',
      pagination: false,
      limit: 0,
      depth: 0,
    });
    return JSON.stringify([...stored.map(({ docs }) => docs), versions.docs]);
  };
  const approved = async (slug: string) => {
    const { id } = await aCauseDraft(system.payload, staff, { slug });
    const { revision } = await submitEntry(system.payload, staff, 'causes', id);
    await verb(system.payload, staff.reviewer, 'causes', id, 'approve', { revision });
    return { id, revision };
  };

  it('leaves no trace when the key does not sign, and nothing is lost by it', async () => {
    const { id, revision } = await approved('unsigned');
    const before = await everything();
    const { signingKey } = services;
    const good = await signingKey();
    const failures: Services['signingKey'][] = [
      () => Promise.reject(new Error('no key')),
      () => Promise.resolve({ ...good, privateKey: {} as typeof good.privateKey }),
    ];
    for (const failure of failures) {
      services.signingKey = failure;
      await expect(
        verb(system.payload, staff.editor, 'causes', id, 'release', { revision }),
      ).rejects.not.toBeInstanceOf(CodedError);
      services.signingKey = signingKey;
      expect(await everything()).toBe(before);
    }
    expect((await verb(system.payload, staff.editor, 'causes', id, 'release', { revision })).live?.seq).toBe(2);
  });

  it.each(['updateOne', 'createVersion'] as const)(
    'leaves no trace when the entry itself cannot be written (%s), after the log was',
    async (method) => {
      const { id, revision } = await approved(`fails-${method.toLowerCase()}`);
      const before = await everything();
      const head = (await logOf(system.payload)).length;
      const restore = failOn(system.payload, method, 'causes');
      await expect(verb(system.payload, staff.editor, 'causes', id, 'release', { revision })).rejects.toThrow(
        'injected',
      );
      restore();
      expect(await everything()).toBe(before);
      expect((await verb(system.payload, staff.editor, 'causes', id, 'release', { revision })).live?.seq).toBe(
        head + 1,
      );
    },
  );

  it('leaves a draft and its status in step when a save fails after it was stored', async () => {
    const { id } = await aCauseDraft(system.payload, staff, { slug: 'save-fails' });
    const before = await everything();
    const hooks = system.payload.collections.causes.config.hooks.afterChange as (() => unknown)[];
    const fails = () => {
      throw new Error('injected');
    };
    hooks.push(fails);
    await expect(edit(system.payload, staff.editor, 'causes', id, { summary: 'Lost.' })).rejects.toThrow('injected');
    hooks.splice(hooks.indexOf(fails), 1);
    expect(await everything()).toBe(before);
  });
});

describe.each(DATABASES)('a transaction on %s', (database) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(database);
    await system.payload.db.create({ collection: 'cursors', data: { name: 'counter', position: 0 } });
  });
  afterAll(() => system.stop());
  const counter = async () =>
    (await system.payload.find({ collection: 'cursors', where: { name: { equals: 'counter' } } })).docs[0];

  it('runs again when another one was in the way, so that no increment is lost', async () => {
    let runs = 0;
    const increment = () =>
      transact(system.payload, async (req) => {
        runs += 1;
        const row = await req.payload.db.findOne<{ id: number; position: number }>({
          collection: 'cursors',
          where: { name: { equals: 'counter' } },
          req,
        });
        await req.payload.db.updateOne({
          collection: 'cursors',
          id: row?.id ?? 0,
          data: { position: (row?.position ?? 0) + 1 },
          req,
        });
      });
    await Promise.all(Array.from({ length: 15 }, increment));
    expect((await counter())?.position).toBe(15);
    if (database === 'MongoDB') expect(runs).toBeGreaterThan(15);
    else expect(runs).toBe(15);
  }, 60_000);

  it('gives up on errors that trying again does not help, at once', async () => {
    let runs = 0;
    const attempt = transact(system.payload, async () => {
      runs += 1;
      await Promise.reject(new Error('a mistake'));
    });
    await expect(attempt).rejects.toThrow('a mistake');
    expect(runs).toBe(1);
  });

  it('gives up after ten attempts', async () => {
    let runs = 0;
    const attempt = transact(
      system.payload,
      async () => {
        runs += 1;
        await Promise.reject(Object.assign(new Error('in the way'), { errorLabels: ['TransientTransactionError'] }));
      },
      { random: () => 0 },
    );
    await expect(attempt).rejects.toThrow('in the way');
    expect(runs).toBe(10);
  });
});

it.each([
  [Object.assign(new Error('x'), { code: 112 }), true],
  [new Error('WriteConflict error: this operation conflicted with another operation'), true],
  [
    new Error('wrapped', { cause: Object.assign(new Error('x'), { errorLabels: ['TransientTransactionError'] }) }),
    true,
  ],
  [new Error('SQLITE_BUSY: database is locked'), true],
  [new Error('E11000 duplicate key'), false],
  [new CodedError('wrong-state', 'x'), false],
  ['a string', false],
])('knows which errors are passing: %s', (error, transient) => {
  expect(isTransient(error)).toBe(transient);
});
