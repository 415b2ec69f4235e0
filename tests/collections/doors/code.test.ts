import { beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf, graphqlOf, type Answer, type Ask } from '../../support/rest.ts';
import { CANARY, RECORDS, guardedLog } from './guarded-log.ts';

describe.each(DATABASES)('no door but the verbs leads to readers, by code and by GraphQL on %s', (database) => {
  const newsroom = newsroomOn(database);
  const { system, staff } = newsroom;
  const { tokenOf } = apiOf(system);
  const { live, expectNothingReleased } = guardedLog(newsroom);
  let graphql: (query: string, ask?: Ask) => Promise<Answer>;
  beforeAll(async () => {
    graphql = await graphqlOf(system.payload);
  });

  it('not the Local API, with access overridden or not', async () => {
    const published = { _status: 'published' as const, summary: CANARY };
    const users = [{ overrideAccess: true as const }, { overrideAccess: false as const, user: staff.admin }];
    for (const access of users) {
      await expect(
        system.payload.update({ collection: 'causes', id: live.id, data: published, ...access }),
      ).rejects.toMatchObject({ code: 'publish-through-verbs' });
      await expect(
        system.payload.update({ collection: 'causes', where: { id: { equals: live.id } }, data: published, ...access }),
      ).rejects.toMatchObject({ status: 403 });
      await expect(
        system.payload.create({ collection: 'causes', data: { ...published, title: 'T', slug: 'local' }, ...access }),
      ).rejects.toMatchObject({ code: 'publish-through-verbs' });
      await expect(
        system.payload.duplicate({ collection: 'causes', id: live.id, data: published, ...access }),
      ).rejects.toMatchObject({ code: 'publish-through-verbs' });
      expect(
        (await system.payload.update({ collection: 'causes', id: live.id, data: { summary: CANARY }, ...access }))
          ._status,
      ).toBe('draft');
      expect(
        (await system.payload.restoreVersion({ collection: 'causes', id: String(live.versions.at(-1)), ...access }))
          ._status,
      ).toBe('draft');
      await expect(system.payload.delete({ collection: 'causes', id: live.id, ...access })).rejects.toMatchObject({
        code: 'wrong-state',
      });
      for (const collection of RECORDS) {
        const { docs } = await system.payload.find({ collection, limit: 1 });
        const id = docs[0]?.id ?? 1;
        await expect(system.payload.create({ collection, data: {} as never, ...access })).rejects.toThrow();
        await expect(system.payload.update({ collection, id, data: {}, ...access })).rejects.toThrow();
        await expect(system.payload.update({ collection, where: {}, data: {}, ...access })).rejects.toThrow();
        await expect(system.payload.delete({ collection, id, ...access })).rejects.toThrow();
        await expect(system.payload.delete({ collection, where: {}, ...access })).rejects.toThrow();
      }
    }
    await expectNothingReleased();
  });

  it('not GraphQL', async () => {
    const id = (value: string | number) => JSON.stringify(value);
    const mutations = [
      `mutation { updateCause(id: ${id(live.id)}, data: { _status: published, summary: "${CANARY}" }) { id } }`,
      `mutation { updateCause(id: ${id(live.id)}, draft: true, data: { _status: published }) { id } }`,
      `mutation { createCause(data: { title: "T", slug: "g", _status: published, summary: "${CANARY}" }) { id } }`,
      `mutation { duplicateCause(id: ${id(live.id)}, data: { title: "T", slug: "g2", _status: published }) { id } }`,
      `mutation { deleteCause(id: ${id(live.id)}) { id } }`,
      `mutation { createRelease(data: { seq: 99, kind: released, type: cause, uid: "x", slug: "x", title: "${CANARY}", version: "1.0", revision: "x", changeKind: new, firstReleasedAt: "2026-01-01T00:00:00Z", releasedAt: "2026-01-01T00:00:00Z", locale: "en", signature: "x", live: true }) { id } }`,
      `mutation { updateRelease(id: 1, data: { live: true }) { id } }`,
      `mutation { deleteRelease(id: 1) { id } }`,
    ];
    for (const mutation of mutations) {
      const { json } = await graphql(mutation, { token: await tokenOf('admin') });
      expect((json?.errors as unknown[] | undefined)?.length, `${mutation} ${JSON.stringify(json)}`).toBeGreaterThan(0);
    }
    const saved = await graphql(
      `mutation { updateCause(id: ${id(live.id)}, data: { summary: "${CANARY}" }) { _status } }`,
      { token: await tokenOf('editor') },
    );
    expect(saved.json?.data).toEqual({ updateCause: { _status: 'draft' } });
    const restored = await graphql(`mutation { restoreVersionCause(id: ${id(live.versions[0] ?? '')}) { _status } }`, {
      token: await tokenOf('editor'),
    });
    expect(restored.json?.data).toEqual({ restoreVersionCause: { _status: 'draft' } });
    expect(await system.payload.findByID({ collection: 'causes', id: live.id, draft: false })).toMatchObject({
      _status: 'published',
      summary: 'Third text.',
    });
    await expectNothingReleased();
  });
});
