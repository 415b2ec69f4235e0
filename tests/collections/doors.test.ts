import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { edit, logOf } from '../support/editing.ts';
import { aCauseDraft, releaseEntry, reviewOf } from '../support/entries.ts';
import { createStaff, verb, type Staff } from '../support/people.ts';
import { graphqlOf, login, restOf, type Answer, type Ask, type Rest } from '../support/rest.ts';

const CANARY = 'canary-through-the-door';
const RECORDS = [
  'subscribers',
  'suppressions',
  'releases',
  'reviews',
  'entry-status',
  'cursors',
  'slug-history',
  'signing-keys',
  'audit-events',
] as const;

describe.each(DATABASES)('no door but the verbs leads to readers on %s', (database) => {
  let system: TestSystem;
  let staff: Staff;
  let payload: Payload;
  let rest: Rest;
  let graphql: (query: string, ask?: Ask) => Promise<Answer>;
  const tokens: Record<string, string> = {};
  let live: { id: string | number; uid: string; versions: (string | number)[] };
  let draft: { id: string | number; uid: string };
  let log: string;

  const record = async () =>
    JSON.stringify([
      await payload.find({ collection: 'releases', sort: 'seq', pagination: false, limit: 0, depth: 0 }),
      await payload.find({ collection: 'cursors', sort: 'name', pagination: false, limit: 0, depth: 0 }),
      await payload.find({ collection: 'slug-history', sort: 'address', pagination: false, limit: 0, depth: 0 }),
      await payload.find({ collection: 'signing-keys', pagination: false, limit: 0, depth: 0 }),
    ]);

  /** The log is byte for byte as it was, and readers see none of what was tried. */
  const expectNothingReleased = async () => {
    expect(await record()).toBe(log);
    const { text } = await rest('GET', '/api/releases?limit=100');
    expect(text).not.toContain(CANARY);
    expect((await reviewOf(payload, staff, 'causes', live.id)).live?.seq).toBe(4);
  };

  beforeAll(async () => {
    system = await startSystem(database);
    payload = system.payload;
    staff = await createStaff(payload);
    rest = restOf(payload);
    graphql = await graphqlOf(payload);
    for (const who of ['editor', 'reviewer', 'admin']) tokens[who] = await login(rest, `${who}@example.com`);
    const entry = await aCauseDraft(payload, staff, { slug: 'live-entry' });
    await releaseEntry(payload, staff, 'causes', entry.id);
    await edit(payload, staff.editor, 'causes', entry.id, { summary: 'Second text.' });
    await releaseEntry(payload, staff, 'causes', entry.id);
    const other = await aCauseDraft(payload, staff, { slug: 'other-entry' });
    await releaseEntry(payload, staff, 'causes', other.id);
    await edit(payload, staff.editor, 'causes', entry.id, { summary: 'Third text.' });
    await releaseEntry(payload, staff, 'causes', entry.id);
    await edit(payload, staff.editor, 'causes', entry.id, { summary: `Fourth text. ${CANARY}` });
    const { docs } = await payload.findVersions({
      collection: 'causes',
      where: { parent: { equals: entry.id } },
      sort: 'createdAt',
      limit: 0,
    });
    live = { id: entry.id, uid: entry.uid ?? '', versions: docs.map(({ id }) => id) };
    const plain = await aCauseDraft(payload, staff, { slug: 'draft-entry', summary: CANARY });
    draft = { id: plain.id, uid: plain.uid ?? '' };
    await verb(payload, staff.editor, 'causes', other.id, 'withdraw', {
      revision: (await reviewOf(payload, staff, 'causes', other.id)).revision,
      reason: 'Old.',
    });
    log = await record();
  }, 180_000);
  afterAll(() => system.stop());

  it('begins with a log that has something to lose', async () => {
    expect((await logOf(payload)).map(({ kind, live: isLive }) => `${kind} ${isLive}`)).toEqual([
      'released false',
      'released false',
      'released false',
      'released true',
      'withdrawn false',
    ]);
  });

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

  it.each(['editor', 'admin'])('not Payload’s own REST API for an %s, on a live entry or a draft', async (who) => {
    for (const { id, uid } of [live, draft]) {
      for (const [name, method, path, body] of doors(id)) {
        const { status, json } = await rest(method, path, { token: tokens[who] ?? '', body });
        const doc = (json?.doc ?? json) as { _status?: string } | null;
        const draftsOnly = status < 300 && (doc?._status === 'draft' || Array.isArray(json?.docs));
        expect(
          (status >= 400 && status < 500) || draftsOnly,
          `${name}: ${status} ${JSON.stringify(json).slice(0, 200)}`,
        ).toBe(true);
        if (/"_status":"published"/.test(JSON.stringify(body))) expect(status, name).toBeGreaterThanOrEqual(400);
      }
      const stored = await payload.findByID({ collection: 'causes', id, draft: true });
      expect(stored.uid).toBe(uid);
      if (id === live.id) {
        const mirrored = await payload.findByID({ collection: 'causes', id, draft: false });
        expect([mirrored._status, mirrored.summary]).toEqual(['published', 'Third text.']);
      }
      await expectNothingReleased();
    }
  });

  it('not restoring a version, published or not, as a draft or not', async () => {
    const token = tokens.editor ?? '';
    for (const version of live.versions) {
      for (const query of ['', '?draft=true', '?draft=false']) {
        const { status, json } = await rest('POST', `/api/causes/versions/${version}${query}`, { token });
        expect(
          [status, (json?.doc as { _status?: string } | undefined)?._status ?? json?._status],
          JSON.stringify(json).slice(0, 300),
        ).toEqual([200, 'draft']);
      }
    }
    await expectNothingReleased();
    await edit(payload, staff.editor, 'causes', live.id, { summary: `Fourth text. ${CANARY}` });
  });

  it('not deleting: what readers have or had stays', async () => {
    const before = (await payload.count({ collection: 'causes' })).totalDocs;
    for (const token of [tokens.editor ?? '', tokens.admin ?? '']) {
      expect((await rest('DELETE', `/api/causes/${live.id}`, { token })).status).toBe(409);
      const bulk = await rest('DELETE', `/api/causes?where[uid][equals]=${live.uid}`, { token });
      expect([bulk.json?.docs, (bulk.json?.errors as unknown[]).length]).toEqual([[], 1]);
    }
    expect((await payload.count({ collection: 'causes' })).totalDocs).toBe(before);
    await expectNothingReleased();
  });

  it('not writing the record itself, for an admin either', async () => {
    const token = tokens.admin ?? '';
    for (const collection of RECORDS) {
      const { docs } = await payload.find({ collection, limit: 1 });
      const id = docs[0]?.id ?? 1;
      const tries: [string, string, unknown?][] = [
        [
          'POST',
          `/api/${collection}`,
          { ...docs[0], id: undefined, seq: 99, live: true, name: 'x', kid: 'x', address: 'x', uid: 'x' },
        ],
        ['PATCH', `/api/${collection}/${id}`, { live: true, position: 99, seq: 99, editors: [] }],
        ['PATCH', `/api/${collection}?where[id][exists]=true`, { live: true, position: 99 }],
        ['DELETE', `/api/${collection}/${id}`],
        ['DELETE', `/api/${collection}?where[id][exists]=true`],
        ['POST', `/api/${collection}/${id}/duplicate`, {}],
      ];
      for (const [method, path, body] of tries) {
        const { status } = await rest(method, path, { token, ...(body === undefined ? {} : { body }) });
        expect([401, 403, 404, 405, 501], `${method} ${path}: ${status}`).toContain(status);
      }
    }
    await expectNothingReleased();
  });

  it('not the Local API, with access overridden or not', async () => {
    const published = { _status: 'published' as const, summary: CANARY };
    const users = [{ overrideAccess: true as const }, { overrideAccess: false as const, user: staff.admin }];
    for (const access of users) {
      await expect(
        payload.update({ collection: 'causes', id: live.id, data: published, ...access }),
      ).rejects.toMatchObject({ code: 'publish-through-verbs' });
      await expect(
        payload.update({ collection: 'causes', where: { id: { equals: live.id } }, data: published, ...access }),
      ).rejects.toMatchObject({ status: 403 });
      await expect(
        payload.create({ collection: 'causes', data: { ...published, title: 'T', slug: 'local' }, ...access }),
      ).rejects.toMatchObject({ code: 'publish-through-verbs' });
      await expect(
        payload.duplicate({ collection: 'causes', id: live.id, data: published, ...access }),
      ).rejects.toMatchObject({ code: 'publish-through-verbs' });
      expect(
        (await payload.update({ collection: 'causes', id: live.id, data: { summary: CANARY }, ...access }))._status,
      ).toBe('draft');
      expect(
        (await payload.restoreVersion({ collection: 'causes', id: String(live.versions.at(-1)), ...access }))._status,
      ).toBe('draft');
      await expect(payload.delete({ collection: 'causes', id: live.id, ...access })).rejects.toMatchObject({
        code: 'wrong-state',
      });
      for (const collection of RECORDS) {
        const { docs } = await payload.find({ collection, limit: 1 });
        const id = docs[0]?.id ?? 1;
        await expect(payload.create({ collection, data: {} as never, ...access })).rejects.toThrow();
        await expect(payload.update({ collection, id, data: {} as never, ...access })).rejects.toThrow();
        await expect(payload.update({ collection, where: {}, data: {} as never, ...access })).rejects.toThrow();
        await expect(payload.delete({ collection, id, ...access })).rejects.toThrow();
        await expect(payload.delete({ collection, where: {}, ...access })).rejects.toThrow();
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
      const { json } = await graphql(mutation, { token: tokens.admin ?? '' });
      expect((json?.errors as unknown[] | undefined)?.length, `${mutation} ${JSON.stringify(json)}`).toBeGreaterThan(0);
    }
    const saved = await graphql(
      `mutation { updateCause(id: ${id(live.id)}, data: { summary: "${CANARY}" }) { _status } }`,
      { token: tokens.editor ?? '' },
    );
    expect(saved.json?.data).toEqual({ updateCause: { _status: 'draft' } });
    const restored = await graphql(`mutation { restoreVersionCause(id: ${id(live.versions[0] ?? '')}) { _status } }`, {
      token: tokens.editor ?? '',
    });
    expect(restored.json?.data).toEqual({ restoreVersionCause: { _status: 'draft' } });
    await expectNothingReleased();
  });

  it('not making oneself a clinician or an admin', async () => {
    const token = tokens.editor ?? '';
    const { docs } = await payload.find({ collection: 'clinicians', limit: 1 });
    await rest('PATCH', `/api/users/${staff.editor.id}`, {
      token,
      body: { role: 'admin', clinician: docs[0]?.id, name: 'Same editor' },
    });
    const { json } = await rest('GET', '/api/users/me', { token });
    expect(json?.user).toMatchObject({ role: 'editor', name: 'Same editor' });
    expect((json?.user as { clinician?: unknown }).clinician ?? null).toBeNull();
    expect(
      (await rest('PATCH', `/api/users/${staff.reviewer.id}`, { token, body: { name: 'x' } })).status,
    ).toBeGreaterThanOrEqual(400);
    expect(
      (
        await rest('POST', '/api/users', {
          token,
          body: { email: 'x@example.com', password: 'long-enough-password', name: 'x', role: 'admin' },
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await rest('POST', '/api/users/first-register', {
          body: { email: 'x@example.com', password: 'long-enough-password', name: 'x' },
        })
      ).status,
    ).toBe(403);
    expect((await rest('POST', '/api/clinicians', { token, body: { name: 'x', slug: 'x' } })).status).toBe(403);
    expect(
      (
        await rest('PATCH', `/api/clinicians/${docs[0]?.id}`, {
          token: tokens.reviewer ?? '',
          body: { credentials: 'Professor' },
        })
      ).status,
    ).toBe(403);
  });

  it('not running jobs or scheduling Payload’s own way', async () => {
    for (const path of ['/api/payload-jobs/run', '/api/payload-jobs/handle-schedules', '/api/payload-jobs']) {
      for (const token of [undefined, tokens.editor])
        expect((await rest('GET', path, token ? { token } : {})).status).toBeGreaterThanOrEqual(400);
    }
    await expectNothingReleased();
  });
});
