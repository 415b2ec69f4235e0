import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { edit } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf, graphqlOf } from '../../support/rest.ts';

const WORDS = 'Words of a deleted draft.';

describe.each(DATABASES)('the trash has one door out, on %s', (database) => {
  const { system, staff, draftOf, live } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const rowOf = async (uid: string | null | undefined) => {
    const { docs } = await system.payload.find({ collection: 'deleted-drafts', where: { uid: { equals: uid } } });
    return docs[0];
  };
  const deleted = async (slug: string) => {
    const { id, uid } = await draftOf(slug, { summary: WORDS });
    const { status } = await rest('DELETE', `/api/causes/${id}`, { token: await tokenOf('editor') });
    expect(status).toBe(200);
    return (await rowOf(uid))!;
  };

  it('for staff to look at, without the words; for nobody else', async () => {
    const { id, uid } = await deleted('looked-at');
    expect((await rest('GET', '/api/deleted-drafts')).status).toBe(403);
    expect((await rest('POST', `/api/deleted-drafts/${id}/put-back`, { body: {} })).status).toBe(401);
    const graphql = await graphqlOf(system.payload);
    for (const who of ['editor', 'reviewer', 'mailer', 'admin'] as const) {
      const token = await tokenOf(who);
      const list = await rest('GET', `/api/deleted-drafts?where[uid][equals]=${uid}`, { token });
      expect(list.json?.docs).toMatchObject([{ uid, title: 'Sore hip', deletedByName: 'Demo editor' }]);
      expect(list.text).not.toContain(WORDS);
      expect(list.text).not.toContain('writers');
      const { text } = await graphql('{ DeletedDrafts { docs { uid draft writers } } }', { token });
      expect(text).not.toContain(WORDS);
    }
  });

  it('which nobody who may not edit goes through, and no other body fits', async () => {
    const { id, uid } = await deleted('not-for-mailers');
    const address = `/api/deleted-drafts/${id}/put-back`;
    const mailer = await rest('POST', address, { token: await tokenOf('mailer'), body: {} });
    expect([mailer.status, mailer.json?.code]).toEqual([403, 'not-allowed']);
    const token = await tokenOf('editor');
    for (const body of [{ title: 'Other words.' }, { slug: 7 }, { withoutMissing: 'yes' }, [], null]) {
      expect((await rest('POST', address, { token, body })).json?.code, JSON.stringify(body)).toBe('invalid-request');
    }
    for (const nowhere of ['0', 'x', '%00', '0123456789abcdef01234567', '018f0000-0000-7000-8000-000000000000']) {
      const { status } = await rest('POST', `/api/deleted-drafts/${nowhere}/put-back`, { token, body: {} });
      expect(status, nowhere).toBe(404);
    }
    const { status, json } = await rest('POST', address, { token: await tokenOf('reviewer'), body: {} });
    expect(status).toBe(200);
    expect(json).toMatchObject({ collection: 'causes', uid, state: 'draft', leftOut: [] });
    expect((await rest('POST', address, { token, body: {} })).status).toBe(404);
  });

  it('which two people at once go through once', async () => {
    const { id, uid } = await deleted('by-two');
    const ask = { token: await tokenOf('editor'), body: {} };
    const answers = await Promise.all([1, 2, 3].map(() => rest('POST', `/api/deleted-drafts/${id}/put-back`, ask)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    expect((await system.payload.count({ collection: 'causes', where: { uid: { equals: uid } } })).totalDocs).toBe(1);
  });

  it('and is written by nobody, by REST, GraphQL or code', async () => {
    const row = await deleted('written');
    const before = await rowOf(row.uid);
    const token = await tokenOf('admin');
    const graphql = await graphqlOf(system.payload);
    const id = JSON.stringify(row.id);
    const data = { ...row, title: 'Other words.', id: undefined };
    const tries = [
      await rest('POST', '/api/deleted-drafts', { token, body: data }),
      await rest('PATCH', `/api/deleted-drafts/${row.id}`, { token, body: { title: 'Other words.' } }),
      await rest('PATCH', '/api/deleted-drafts?where[id][exists]=true', { token, body: { writers: [] } }),
      await rest('DELETE', `/api/deleted-drafts/${row.id}`, { token }),
      await rest('DELETE', '/api/deleted-drafts?where[id][exists]=true', { token }),
      await rest('POST', `/api/deleted-drafts/${row.id}/duplicate`, { token, body: {} }),
    ];
    for (const { status, text } of tries) expect([403, 404, 405], text).toContain(status);
    for (const mutation of [
      `mutation { updateDeletedDraft(id: ${id}, data: { title: "Other words." }) { id } }`,
      `mutation { deleteDeletedDraft(id: ${id}) { id } }`,
    ]) {
      const { json } = await graphql(mutation, { token });
      expect((json?.errors as unknown[]).length).toBeGreaterThan(0);
    }
    const collection = 'deleted-drafts';
    for (const access of [{ overrideAccess: true }, { overrideAccess: false, user: staff.admin }] as const) {
      const { payload } = system;
      await expect(payload.create({ collection, data, ...access })).rejects.toThrow();
      await expect(payload.update({ collection, id: row.id, data: { title: 'x' }, ...access })).rejects.toThrow();
      await expect(payload.update({ collection, where: {}, data: { title: 'x' }, ...access })).rejects.toThrow();
      await expect(payload.delete({ collection, id: row.id, ...access })).rejects.toThrow();
      await expect(payload.delete({ collection, where: {}, ...access })).rejects.toThrow();
    }
    expect(await rowOf(row.uid)).toEqual(before);
  });

  it('and is where every deletion leads, by GraphQL and by code, with a person and without', async () => {
    const graphql = await graphqlOf(system.payload);
    const { payload } = system;
    const drafts = [
      await draftOf('by-graphql'),
      await draftOf('by-code'),
      await draftOf('by-one'),
      await draftOf('by-two-2'),
    ];
    const [byGraphql, byCode, ...many] = drafts;
    const asked = await graphql(`mutation { deleteCause(id: ${JSON.stringify(byGraphql!.id)}) { id } }`, {
      token: await tokenOf('editor'),
    });
    expect(asked.json?.errors).toBeUndefined();
    await payload.delete({ collection: 'causes', id: byCode!.id });
    await payload.delete({ collection: 'causes', where: { id: { in: many.map(({ id }) => id) } } });
    for (const { uid } of drafts) expect((await rowOf(uid))?.uid).toBe(uid);
    expect((await rowOf(byCode!.uid))?.deletedByName).toBe('System');
  });

  it('and leaves nothing of a deletion that is refused or fails', async () => {
    const { payload } = system;
    const released = await live('with-readers');
    await edit(payload, staff.editor, 'causes', released.id, { summary: 'Other words.' });
    const refused = await rest('DELETE', `/api/causes/${released.id}`, { token: await tokenOf('admin') });
    expect([refused.status, refused.json?.code]).toEqual([409, 'wrong-state']);
    expect(await rowOf(released.uid)).toBeUndefined();

    const { id, uid } = await draftOf('fails-half-way');
    const { deleteOne } = payload.db;
    payload.db.deleteOne = () => Promise.reject(new Error('the database went away'));
    try {
      await expect(payload.delete({ collection: 'causes', id })).rejects.toThrow('went away');
    } finally {
      payload.db.deleteOne = deleteOne;
    }
    expect(await rowOf(uid)).toBeUndefined();
    expect(await payload.findByID({ collection: 'causes', id, draft: true })).toMatchObject({ uid, state: 'draft' });
  });
});
