import { beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

describe.each(DATABASES)('a request to Payload’s API on %s', (database) => {
  const { system, draftOf } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  let token: string;
  beforeAll(async () => {
    token = await tokenOf('admin');
    await Promise.all(
      Array.from({ length: 105 }, (_, i) =>
        system.payload.db.create({ collection: 'slug-history', data: { address: `causes/s-${i}`, uid: 'u', seq: 1 } }),
      ),
    );
  });

  it.each([
    'limit=0',
    'limit=1000',
    'limit=-1',
    'limit=x',
    'pagination=false',
    'pagination=false&limit=0',
    'limit=101',
  ])('lists at most a hundred documents: %s', async (query) => {
    const { status, json } = await rest('GET', `/api/slug-history?${query}&depth=0`, { token });
    expect(status).toBe(200);
    expect((json?.docs as unknown[]).length).toBeLessThanOrEqual(100);
    expect((json?.docs as unknown[]).length).toBeGreaterThan(0);
  });

  it('lists what our own code asks for whole', async () => {
    const { docs } = await system.payload.find({ collection: 'slug-history', limit: 0, depth: 0 });
    expect(docs.length).toBeGreaterThanOrEqual(105);
  });

  it('does not delete or change more than one document, whoever sends it', async () => {
    const drafts = await Promise.all(['one', 'two'].map((slug) => draftOf(`kept-${slug}`)));
    for (const who of ['editor', 'admin'] as const) {
      const own = await tokenOf(who);
      for (const path of [
        '/api/causes?where[id][exists]=true',
        `/api/causes?where[id][in]=${drafts.map(({ id }) => id).join(',')}`,
        '/api/causes',
        '/api/sources?where[id][exists]=true',
        '/api/users?where[id][exists]=true',
        '/api/payload-preferences?where[id][exists]=true',
      ]) {
        expect((await rest('DELETE', path, { token: own })).status, `DELETE ${path}`).toBeGreaterThanOrEqual(400);
        const changed = await rest('PATCH', path, { token: own, body: { summary: 'Over all.', title: 'Over all' } });
        expect(changed.status, `PATCH ${path}`).toBeGreaterThanOrEqual(400);
      }
    }
    for (const { id, summary } of drafts) {
      const now = await system.payload.findByID({ collection: 'causes', id, draft: true });
      expect(now.summary).toBe(summary);
    }
    expect((await rest('DELETE', `/api/causes/${drafts[0]?.id}`, { token })).status).toBe(200);
  });

  it('does not say when a document was made or saved', async () => {
    const then = '2001-01-01T00:00:00.000Z';
    const times = { createdAt: then, updatedAt: then };
    const made = await rest('POST', '/api/causes', {
      token,
      body: { title: 'Backdated', slug: 'backdated', ...times },
    });
    expect(made.status).toBe(201);
    const id = String((made.json?.doc as { id: unknown }).id);
    const year = new Date().getUTCFullYear();
    const yearsOf = ({ createdAt, updatedAt }: { createdAt: string; updatedAt: string }) =>
      [createdAt, updatedAt].map((time) => new Date(time).getUTCFullYear());
    await rest('PATCH', `/api/causes/${id}`, { token, body: { summary: 'Saved.', ...times } });
    const { docs } = await system.payload.findVersions({ collection: 'causes', where: { parent: { equals: id } } });
    expect(docs).toHaveLength(2);
    for (const { version } of docs) expect(yearsOf(version)).toEqual([year, year]);
    expect(yearsOf(await system.payload.findByID({ collection: 'causes', id }))).toEqual([year, year]);
  });
});
