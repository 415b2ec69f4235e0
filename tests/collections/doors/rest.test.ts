import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';
import { CANARY, guardedLog } from './guarded-log.ts';

describe.each(DATABASES)('no door but the verbs leads to readers, by Payload’s REST API on %s', (database) => {
  const newsroom = newsroomOn(database);
  const { system } = newsroom;
  const { rest, tokenOf } = apiOf(system);
  const { live, restorable, draft, expectNothingReleased } = guardedLog(newsroom);

  const doors = (id: string | number): [string, string, string, unknown?][] => [
    ['publishing it', 'PATCH', `/api/causes/${id}`, { _status: 'published', summary: CANARY }],
    ['publishing it as a draft', 'PATCH', `/api/causes/${id}?draft=true`, { _status: 'published', summary: CANARY }],
    ['saving without saying draft', 'PATCH', `/api/causes/${id}`, { summary: CANARY }],
    ['saving with draft=false', 'PATCH', `/api/causes/${id}?draft=false`, { summary: CANARY }],
    ['unpublishing it', 'PATCH', `/api/causes/${id}`, { _status: 'draft', summary: CANARY }],
    ['autosaving', 'PATCH', `/api/causes/${id}?draft=true&autosave=true`, { summary: CANARY }],
    ['publishing a locale', 'PATCH', `/api/causes/${id}?publishSpecificLocale=en`, { summary: CANARY }],
    ['publishing all locales', 'PATCH', `/api/causes/${id}?publishAllLocales=true`, { summary: CANARY }],
    ['unpublishing all locales', 'PATCH', `/api/causes/${id}?unpublishAllLocales=true`, { summary: CANARY }],
    [
      'claiming to be a verb',
      'PATCH',
      `/api/causes/${id}?context[byVerb]=true`,
      { _status: 'published', context: { byVerb: true } },
    ],
    ['publishing in bulk', 'PATCH', `/api/causes?where[id][equals]=${id}`, { _status: 'published' }],
    [
      'publishing everything in bulk',
      'PATCH',
      `/api/causes?where[id][exists]=true&draft=false`,
      { _status: 'published' },
    ],
    ['saving in bulk', 'PATCH', `/api/causes?where[id][equals]=${id}`, { summary: CANARY }],
    ['duplicating it', 'POST', `/api/causes/${id}/duplicate`, { summary: CANARY }],
    ['duplicating it as published', 'POST', `/api/causes/${id}/duplicate?draft=false`, { _status: 'published' }],
    [
      'creating a published one',
      'POST',
      '/api/causes',
      { title: 'T', slug: `p-${id}`, summary: CANARY, _status: 'published' },
    ],
    [
      'creating without saying draft',
      'POST',
      '/api/causes',
      { title: 'T', slug: `q-${id}-${Math.random()}`, summary: CANARY },
    ],
    ['replacing it', 'PUT', `/api/causes/${id}`, { _status: 'published', summary: CANARY }],
    ['setting its state', 'PATCH', `/api/causes/${id}`, { state: 'live', uid: '018f0000-0000-7000-8000-000000000000' }],
  ];

  it.each(['editor', 'admin'] as const)(
    'not Payload’s own REST API for an %s, on a live entry or a draft',
    async (who) => {
      for (const { id, uid } of [live, draft]) {
        for (const [name, method, path, body] of doors(id)) {
          const { status, json } = await rest(method, path, { token: await tokenOf(who), body });
          const doc = (json?.doc ?? json ?? {}) as Record<string, unknown>;
          const draftsOnly = status < 300 && (doc._status === 'draft' || Array.isArray(json?.docs));
          expect(
            (status >= 400 && status < 500) || draftsOnly,
            `${name}: ${status} ${JSON.stringify(json).slice(0, 200)}`,
          ).toBe(true);
          if (JSON.stringify(body).includes('"_status":"published"')) expect(status, name).toBeGreaterThanOrEqual(400);
        }
        const stored = await system.payload.findByID({ collection: 'causes', id, draft: true });
        expect(stored.uid).toBe(uid);
        if (id === live.id) {
          const mirrored = await system.payload.findByID({ collection: 'causes', id, draft: false });
          expect([mirrored._status, mirrored.summary]).toEqual(['published', 'Third text.']);
        }
        await expectNothingReleased();
      }
    },
  );

  it('not restoring a version, published or not, as a draft or not', async () => {
    const token = await tokenOf('editor');
    const before = await system.payload.findByID({ collection: 'causes', id: restorable.id, draft: false, depth: 0 });
    expect(before._status).toBe('published');
    const { docs: versions } = await system.payload.findVersions({
      collection: 'causes',
      where: { parent: { equals: restorable.id } },
      limit: 0,
    });
    const summaryOf = new Map<unknown, unknown>(versions.map(({ id, version }) => [id, version.summary]));
    for (const version of restorable.versions) {
      for (const query of ['', '?draft=true', '?draft=false']) {
        const { status, json } = await rest('POST', `/api/causes/versions/${version}${query}`, { token });
        expect(
          [status, (json?.doc as { _status?: string } | undefined)?._status ?? json?._status],
          JSON.stringify(json).slice(0, 300),
        ).toEqual([200, 'draft']);
        const [main, newest] = await Promise.all(
          [false, true].map((draft) =>
            system.payload.findByID({ collection: 'causes', id: restorable.id, draft, depth: 0 }),
          ),
        );
        const { state, revision } = before as typeof before & { revision?: string };
        expect({ ...main, state, revision }, `${version}${query}`).toEqual(before);
        expect([newest?._status, newest?.summary]).toEqual(['draft', summaryOf.get(version)]);
      }
    }
    const { docs } = await system.payload.findVersions({
      collection: 'causes',
      where: { and: [{ parent: { equals: restorable.id } }, { latest: { equals: true } }] },
    });
    expect(docs).toHaveLength(1);
    await expectNothingReleased();
  });

  it('not deleting: what readers have or had stays', async () => {
    const before = (await system.payload.count({ collection: 'causes' })).totalDocs;
    for (const token of [await tokenOf('editor'), await tokenOf('admin')]) {
      expect((await rest('DELETE', `/api/causes/${live.id}`, { token })).status).toBe(409);
      const bulk = await rest('DELETE', `/api/causes?where[uid][equals]=${live.uid}`, { token });
      expect(bulk.status).toBe(403);
    }
    expect((await system.payload.count({ collection: 'causes' })).totalDocs).toBe(before);
    await expectNothingReleased();
  });

  it('not running jobs or scheduling Payload’s own way', async () => {
    for (const path of ['/api/payload-jobs/run', '/api/payload-jobs/handle-schedules', '/api/payload-jobs']) {
      for (const token of [undefined, await tokenOf('editor')])
        expect((await rest('GET', path, token ? { token } : {})).status).toBeGreaterThanOrEqual(400);
    }
    await expectNothingReleased();
  });
});
