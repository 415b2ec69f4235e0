import { handleFormStateLocking } from '@payloadcms/ui/utilities/handleFormStateLocking';
import { createLocalReq, type PayloadRequest } from 'payload';
import { describe, expect, it } from 'vitest';
import { lockedByWriters } from '../../../collections/shared/edit-locks.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import type { Staff } from '../../support/people.ts';
import { apiOf, graphqlOf } from '../../support/rest.ts';

interface Shown {
  id: number | string;
  collectionSlug: string;
  returnLockStatus: boolean;
  req: PayloadRequest;
}
/** What Payload does for a form that shows a document. */
const lock = ({ returnLockStatus, ...shown }: Shown) => (returnLockStatus ? handleFormStateLocking(shown) : null);

describe.each(DATABASES)('an editor’s saves beside others on %s', (database) => {
  const { system, staff, draftOf, review, take } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);

  it('all get through, though others write to the same entry at the same moment', async () => {
    const token = await tokenOf('editor');
    const { id } = await draftOf('collides');
    const saves = Array.from({ length: 12 }, async (_, i) => {
      const { status, text } = await rest('PATCH', `/api/causes/${id}`, { token, body: { summary: `Words ${i}.` } });
      return status === 200 ? 200 : `${status} ${text.slice(0, 200)}`;
    });
    const verbs = Array.from({ length: 6 }, async () => {
      const { revision } = await review(id);
      const body = { revision, changeKind: 'new', changeNote: 'A change.' };
      // Somebody may have edited or submitted it meanwhile; that is an answer.
      await take(staff.editor, id, 'submit-for-review', body).catch((error: unknown) => error);
    });
    const answers = await Promise.all([...saves, ...verbs]);
    expect(new Set(answers.slice(0, saves.length))).toEqual(new Set([200]));
    const { docs } = await system.payload.findVersions({
      collection: 'causes',
      where: { parent: { equals: id } },
      limit: 0,
    });
    expect(docs.length).toBeGreaterThanOrEqual(saves.length + 1);
  });

  it('do not stop a deletion, which keeps the last of them', async () => {
    const token = await tokenOf('editor');
    for (let round = 0; round < 4; round += 1) {
      const { id, uid } = await draftOf(`deleted-beside-saves-${round}`);
      const save = async (i: number) => {
        const body = { summary: `Words ${i}.` };
        const { status } = await rest('PATCH', `/api/causes/${id}`, { token, body });
        return status === 200 ? i : -1;
      };
      const saves = Array.from({ length: 6 }, (_, i) => save(i));
      const deletion = await rest('DELETE', `/api/causes/${id}`, { token });
      expect(deletion.status, deletion.text).toBe(200);
      const saved = (await Promise.all(saves)).filter((i) => i >= 0);
      expect((await system.payload.count({ collection: 'causes', where: { uid: { equals: uid } } })).totalDocs).toBe(0);
      const { docs } = await system.payload.db.find<{ id: string; draft: { fields: { summary: string } } }>({
        collection: 'deleted-drafts',
        where: { uid: { equals: uid } },
      });
      const words = docs.map(({ draft }) => draft.fields.summary);
      expect(words).toHaveLength(1);
      expect(['A sore hip settles.', ...saved.map((i) => `Words ${i}.`)]).toContain(words[0]);
      if (saved.length > 0) expect(words[0]).not.toBe('A sore hip settles.');
    }
  });

  it('get through by GraphQL as well, which takes one change at a time', async () => {
    const token = await tokenOf('editor');
    const graphql = await graphqlOf(system.payload);
    const { id } = await draftOf('collides-there');
    const named = typeof id === 'number' ? String(id) : JSON.stringify(id);
    const change = (words: string) => `updateCause(id: ${named}, draft: true, data: { summary: "${words}" }) { id }`;
    const saves = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => {
        const { status, text } = await graphql(`mutation { ${change(`Words ${i}.`)} }`, { token });
        return status === 200 && !text.includes('errors') ? 'saved' : text.slice(0, 300);
      }),
    );
    expect(new Set(saves)).toEqual(new Set(['saved']));
    const { totalDocs } = await system.payload.countVersions({
      collection: 'causes',
      where: { parent: { equals: id } },
    });
    expect(totalDocs).toBe(saves.length + 1);
    for (const several of [
      `mutation { a: ${change('Other words.')} b: ${change('Old words.')} }`,
      `mutation { ...both } fragment both on Mutation { a: ${change('Other words.')} b: ${change('Old words.')} }`,
    ]) {
      expect((await graphql(several, { token })).json).toMatchObject({ status: 400, code: 'invalid-request' });
    }
    expect((await system.payload.findByID({ collection: 'causes', id, draft: true })).summary).toMatch(/^Words \d+\.$/);
  });

  it('are stopped by no lock that somebody else wrote, or that is of somebody who may not write', async () => {
    const { id } = await draftOf('locked');
    const locks = '/api/payload-locked-documents';
    const document = { relationTo: 'causes' as const, value: id };
    const asUser = ({ id: value }: { id: number | string }) => ({ relationTo: 'users' as const, value });
    const lockOf = async (user: { id: number | string }) => {
      const made: unknown = await system.payload.db.create({
        collection: 'payload-locked-documents',
        data: { document, user: asUser(user) },
      });
      return `${locks}/${(made as { id: number | string }).id}`;
    };
    const status = async (method: string, path: string, who: 'editor' | 'mailer' | 'reviewer', body?: unknown) =>
      (await rest(method, path, { token: await tokenOf(who), ...(body === undefined ? {} : { body }) })).status;
    for (const who of ['mailer', 'editor'] as const) {
      expect(await status('POST', locks, who, { document, user: asUser(staff.reviewer) })).toBe(403);
    }
    const reviewers = await lockOf(staff.reviewer);
    expect(await status('PATCH', `/api/causes/${id}?overrideLock=false`, 'editor', { summary: 'Plain words.' })).toBe(
      409,
    );
    expect(await status('DELETE', reviewers, 'editor')).toBe(403);
    expect(await status('PATCH', reviewers, 'mailer', { user: asUser(staff.mailer) })).toBe(403);
    expect(await status('PATCH', reviewers, 'editor', { user: asUser(staff.admin) })).toBe(403);
    expect(await status('PATCH', reviewers, 'editor', { user: asUser(staff.editor), document })).toBe(403);
    // What the admin's form does: take it over, save, and give it up.
    expect(await status('PATCH', reviewers, 'editor', { user: asUser(staff.editor) })).toBe(200);
    expect(await status('DELETE', reviewers, 'editor')).toBe(200);
    expect(await status('PATCH', `/api/causes/${id}?overrideLock=false`, 'editor', { summary: 'Plain words.' })).toBe(
      200,
    );
    const opened = async (user: Staff['editor']) => {
      const req = await createLocalReq({ user }, system.payload);
      const args = { id, collectionSlug: 'causes', returnLockStatus: true, req };
      await lockedByWriters(lock)(args);
      return (await system.payload.count({ collection: 'payload-locked-documents' })).totalDocs;
    };
    expect([await opened(staff.mailer), await opened(staff.editor)]).toEqual([0, 1]);
  });
});
