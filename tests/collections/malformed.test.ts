import { beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { apiOf } from '../support/rest.ts';

describe.each(DATABASES)('a malformed request to Payload’s own API on %s', (database) => {
  const { system, draftOf } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  let token: string;
  let id: string | number;
  beforeAll(async () => {
    token = await tokenOf('editor');
    id = (await draftOf('malformed')).id;
  });

  it.each([
    ['no JSON', '{"title": '],
    ['no object', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list for a text', '{"title": ["x"]}'],
    ['an object for a text', '{"title": {"$gt": ""}}'],
    ['an object for a slug', '{"slug": {"$ne": null}}'],
    ['a word for a date', '{"reviewDue": "soon"}'],
    ['a choice that is none', '{"onset": "never"}'],
    ['places that are none', '{"locations": ["knee"]}'],
    ['an id that is none', '{"sources": ["not-an-id"]}'],
    ['an object for an id', '{"sources": [{"$gt": ""}]}'],
    ['a text for rows', '{"sections": "x"}'],
    ['rows that are none', '{"sections": [1, null]}'],
    ['rich text that is none', '{"sections": [{"kind": "anatomy", "body": "x"}]}'],
    ['rich text without children', '{"sections": [{"kind": "anatomy", "body": {"root": {}}}]}'],
    ['numbers that are none', '{"icd10": [{}, null, 1]}'],
  ])('is never our failure and shows no stack: %s', async (_what, raw) => {
    for (const [method, path] of [
      ['PATCH', `/api/causes/${id}`],
      ['POST', '/api/causes'],
    ] as const) {
      const { status, text } = await rest(method, path, { token, raw });
      expect(status < 500, `${method}: ${status} ${text.slice(0, 200)}`).toBe(true);
      expect(text).not.toMatch(/node_modules|at .*\.[jt]s:\d+|SQLITE|SELECT|Mongo/);
    }
    const { status } = await rest('GET', `/api/causes/${id}/review`, { token });
    expect(status).toBe(200);
  });

  it('is refused alike by both databases, with its path, where several values stand for one', async () => {
    const admin = await tokenOf('admin');
    const account = { name: 'x', email: 'n@example.com', role: 'editor' };
    for (const [path, who, body] of [
      ['name', admin, { ...account, name: { a: 1 } }],
      ['email', admin, { ...account, email: ['n@example.com'] }],
      ['title', token, { title: ['x'] }],
      ['slug', token, { slug: { $ne: null } }],
      ['reviewDue', token, { reviewDue: ['2027-01-01'] }],
    ] as const) {
      const { status, json } = await rest('POST', who === admin ? '/api/users' : '/api/causes', { token: who, body });
      expect([path, status, json?.code]).toEqual([path, 400, 'invalid-request']);
      expect(JSON.stringify(json?.errors)).toContain(`"path":"${path}"`);
    }
  });
});
