import { beforeAll, describe, expect, it } from 'vitest';
import { servicesOf, type Services } from '../../../editorial/records/services.ts';
import { CodedError } from '../../../model/errors.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, logOf } from '../../support/editing.ts';
import { failOn } from '../../support/faults.ts';
import { newsroomOn } from '../../support/newsroom.ts';

describe.each(DATABASES)('a verb that fails half-way on %s', (database) => {
  const { system, staff, take, draftOf, approved, live } = newsroomOn(database);
  let services: Services;
  beforeAll(async () => {
    services = servicesOf(system.payload);
    await live('before');
  });

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

  it('leaves no trace when the key does not sign, and nothing is lost by it', async () => {
    const { id, revision } = await approved('unsigned');
    const before = await everything();
    const head = (await logOf(system.payload)).length;
    const { signingKey } = services;
    const good = await signingKey();
    const failures: Services['signingKey'][] = [
      () => Promise.reject(new Error('no key')),
      () => Promise.resolve({ ...good, privateKey: {} as typeof good.privateKey }),
    ];
    for (const failure of failures) {
      services.signingKey = failure;
      await expect(take(staff.editor, id, 'release', { revision })).rejects.not.toBeInstanceOf(CodedError);
      services.signingKey = signingKey;
      expect(await everything()).toBe(before);
    }
    expect((await take(staff.editor, id, 'release', { revision })).live?.seq).toBe(head + 1);
  });

  it.each(['updateOne', 'createVersion'] as const)(
    'leaves no trace when the entry itself cannot be written (%s), after the log was',
    async (method) => {
      const { id, revision } = await approved(`fails-${method.toLowerCase()}`);
      const before = await everything();
      const head = (await logOf(system.payload)).length;
      const restore = failOn(system.payload, method, 'causes');
      await expect(take(staff.editor, id, 'release', { revision })).rejects.toThrow('injected');
      restore();
      expect(await everything()).toBe(before);
      expect((await take(staff.editor, id, 'release', { revision })).live?.seq).toBe(head + 1);
    },
  );

  it('leaves a draft and its status in step when a save fails after it was stored', async () => {
    const { id } = await draftOf('save-fails');
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
