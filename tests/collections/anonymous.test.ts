import type { CollectionSlug, Payload } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { SIGNED_MEMBERS } from '../../model/release-row.ts';
import { columnOf } from '../../release-log/columns.ts';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { edit } from '../support/editing.ts';
import { releaseEntry } from '../support/entries.ts';
import { apiOf, graphqlOf, login, type Answer, type Ask } from '../support/rest.ts';

const CANARY = 'canary-not-for-readers';
const COLUMNS = ['snapshot', 'summary', 'signature', 'live', ...SIGNED_MEMBERS.map(columnOf)];

describe.each(DATABASES)('an anonymous reader of the API on %s', (database) => {
  const { system, staff, live, draftOf, take } = newsroomOn(database);
  const { rest } = apiOf(system);
  let payload: Payload;
  let graphql: (query: string, ask?: Ask) => Promise<Answer>;
  let liveUid: string;
  const secretIds: string[] = [];

  beforeAll(async () => {
    payload = system.payload;
    graphql = await graphqlOf(payload);
    const entry = await live('seen', { summary: `First, ${CANARY}.` });
    await edit(payload, staff.editor, 'causes', entry.id, { summary: 'What readers have.' });
    await releaseEntry(payload, staff, 'causes', entry.id);
    await edit(payload, staff.editor, 'causes', entry.id, { summary: `Next, ${CANARY}.` });
    const gone = await live(`gone-${CANARY}`, { summary: `Withdrawn, ${CANARY}.` });
    await take(staff.editor, gone.id, 'withdraw', { revision: gone.revision, reason: 'other', note: CANARY });
    await draftOf(`never-${CANARY}`, { title: CANARY, summary: CANARY });
    liveUid = entry.uid;
    secretIds.push(
      ...[entry.id, gone.id, staff.editor.id, staff.reviewer.id].map(String).filter((id) => id.length > 8),
    );
  }, 180_000);

  const slugs = (): CollectionSlug[] => Object.keys(payload.collections) as CollectionSlug[];

  it('reads no collection but the log, neither lists nor single documents nor versions nor counts', async () => {
    expect(slugs().length).toBeGreaterThan(14);
    for (const slug of slugs()) {
      if (slug === 'releases') continue;
      const { docs } = await payload.find({ collection: slug, limit: 1, overrideAccess: true });
      const id = docs[0]?.id ?? '1';
      const paths = [
        `/api/${slug}`,
        `/api/${slug}?draft=true&depth=3&limit=0`,
        `/api/${slug}/${id}`,
        `/api/${slug}/${id}?draft=true`,
        `/api/${slug}/versions`,
        `/api/${slug}/versions/${id}`,
        `/api/${slug}/count`,
        `/api/${slug}/${id}/review`,
      ];
      for (const path of paths) {
        const { status, json, text } = await rest('GET', path);
        const empty = status === 200 && (Array.isArray(json?.docs) ? json.docs.length === 0 : json?.value === null);
        expect(empty || [401, 403, 404, 501].includes(status), `${path}: ${status} ${text.slice(0, 100)}`).toBe(true);
        expect(text).not.toContain(CANARY);
      }
    }
  });

  it('reads live releases and nothing else, without names of the staff or ids of the database', async () => {
    const { status, json, text } = await rest('GET', '/api/releases?depth=3&limit=0&showHiddenFields=true');
    const docs = json?.docs as Record<string, unknown>[];
    expect([status, docs.length, docs[0]?.uid]).toEqual([200, 1, liveUid]);
    expect(Object.keys(docs[0] ?? {}).filter((key) => !COLUMNS.includes(key))).toEqual([]);
    expect(text).not.toMatch(/editors|@example\.com|Demo editor|password|apiKey|"actor|entryId|turn/);
    expect(text).not.toContain(CANARY);
    for (const id of secretIds) expect(text).not.toContain(id);
    expect(nestedIds(docs[0]?.snapshot)).toEqual([]);
    expect(nestedIds(docs[0]?.approvals)).toEqual([]);
    const { docs: rows } = await payload.find({ collection: 'releases', where: { live: { equals: true } }, depth: 0 });
    const single = (await rest('GET', `/api/releases/${String(rows[0]?.id)}`)).json;
    expect(single).toMatchObject({ uid: liveUid, live: true });
    expect(single).not.toHaveProperty('id');
  });

  it('does not get at other rows by asking cleverly', async () => {
    const { docs } = await payload.find({ collection: 'releases', where: { live: { equals: false } }, limit: 0 });
    expect(docs).toHaveLength(3);
    for (const { id } of docs) expect((await rest('GET', `/api/releases/${id}`)).status).toBe(404);
    const tricks = [
      'where[live][equals]=false',
      'where[kind][equals]=withdrawn',
      'where[or][0][live][equals]=false&where[or][1][live][equals]=true',
      'where[or][0][or][0][live][equals]=false',
      'where[and][0][or][0][live][equals]=false&where[and][0][or][1][seq][greater_than]=0',
      'where[live][not_equals]=true',
      'where[live][exists]=false',
      'where[live][in]=false,true',
      'where[seq][greater_than]=0',
      'where[id][exists]=true',
      `where[uid][like]=${liveUid.slice(0, 4)}`,
      'where[snapshot.summary][like]=canary',
      'where[reason][like]=canary',
      'sort=seq',
      'sort=-snapshot',
      'sort=live&limit=0',
      'pagination=false&limit=0',
      'page=2&limit=1',
      'page=-1',
      'limit=-1',
      'select[snapshot]=true',
      'select[live]=false',
      'populate[causes][summary]=true',
      'joins[x][where][live][equals]=false',
      'draft=true',
      'trash=true',
      'overrideAccess=true',
      'user[role]=admin',
      'locale=all',
      'depth=99',
      'showHiddenFields=true',
      'where[constructor][prototype]=x',
      'where[__proto__][live]=false',
      'where=x',
      'where=7',
      'where="x"',
      'where=[]',
      'where={"live":{"equals":false}}',
      'where={"or":[{"live":{"equals":false}},{}]}',
      'where[live]=x',
      'where[nothing][equals]=1',
      'where[$or][0][live]=false',
      'where[live][$ne]=true',
      'where[live][equals][$ne]=true',
      "where[uid][equals]=' OR 1=1 --",
      'where[users.email][like]=a',
    ];
    for (const trick of tricks) {
      const { status, json, text } = await rest('GET', `/api/releases?${trick}`);
      expect(status < 500, `${trick}: ${status} ${text.slice(0, 200)}`).toBe(true);
      expect(text, trick).not.toContain(CANARY);
      for (const doc of (json?.docs ?? []) as { live?: boolean; uid?: string }[]) {
        expect([doc.live ?? true, doc.uid ?? liveUid], trick).toEqual([true, liveUid]);
      }
      const counted = await rest('GET', `/api/releases/count?${trick}`);
      expect(counted.status, `count ${trick}: ${counted.text.slice(0, 200)}`).toBeLessThan(500);
      expect(Number(counted.json?.totalDocs ?? 0), trick).toBeLessThanOrEqual(1);
    }
    const posted = await rest('POST', '/api/releases', {
      raw: 'where[live][equals]=false&limit=0',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-HTTP-Method-Override': 'GET' },
    });
    expect(posted.json?.docs).toEqual([]);
    expect((await rest('GET', '/api/releases/versions')).status).toBeGreaterThanOrEqual(400);
  });

  it('gets no answer from GraphQL, whatever is asked: neither data nor a schema, nor a login', async () => {
    const queries = [
      '{ Causes(draft: true, limit: 0) { docs { id summary } } }',
      '{ versionsCauses { docs { id version { summary } } } }',
      '{ countCauses { totalDocs } }',
      '{ Users { docs { id email } } }',
      '{ Releases(limit: 0) { docs { uid live } } }',
      '{ countReleases { totalDocs } }',
      '{ Access { causes { read { permission } } } }',
      '{ __schema { types { name } } }',
      '{ __typename }',
      'mutation { loginUser(email: "editor@example.com", password: "wrong") { token } }',
      'mutation { forgotPasswordUser(email: "editor@example.com") }',
      'no query at all',
    ];
    for (const query of queries) {
      for (const ask of [{}, { token: 'e30.e30.e30' }, { headers: { Authorization: 'users API-Key wrong' } }]) {
        const { status, headers, json } = await graphql(query, ask);
        expect(status, query).toBe(401);
        expect(headers.get('content-type')).toContain('application/problem+json');
        expect(json).toMatchObject({ code: 'not-authenticated', status: 401 });
        expect(json).not.toHaveProperty('data');
      }
    }
  });

  it('finds GraphQL open with a login', async () => {
    const token = await login(rest, 'editor@example.com');
    const { status, json } = await graphql('{ Releases(where: { live: { equals: true } }) { docs { uid } } }', {
      token,
    });
    expect([status, json?.data]).toEqual([200, { Releases: { docs: [{ uid: liveUid }] } }]);
  });

  it('learns nothing about accounts', async () => {
    expect((await rest('GET', '/api/users/me')).json?.user).toBeNull();
    expect((await rest('GET', '/api/users')).status).toBe(403);
    const wrong = await rest('POST', '/api/users/login', { body: { email: 'editor@example.com', password: 'wrong' } });
    const unknown = await rest('POST', '/api/users/login', {
      body: { email: 'nobody@example.com', password: 'wrong' },
    });
    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
    for (const path of ['/api/users/unlock', '/api/users/refresh-token', '/api/users/logout']) {
      expect((await rest('POST', path, { body: { email: 'editor@example.com' } })).status, path).toBeGreaterThanOrEqual(
        400,
      );
    }
  });
});

/** Keys that look like ids of database rows, anywhere inside. */
function nestedIds(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => nestedIds(item, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(['id', '_id', '__v'].includes(key) ? [`${path}.${key}`] : []),
    ...nestedIds(inner, `${path}.${key}`),
  ]);
}
