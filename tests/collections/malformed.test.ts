import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { aCauseDraft } from '../support/entries.ts';
import { createStaff } from '../support/people.ts';
import { login, restOf, type Rest } from '../support/rest.ts';

describe.each(DATABASES)('a malformed request to Payload’s own API on %s', (database) => {
  let system: TestSystem;
  let rest: Rest;
  let token: string;
  let id: string | number;
  beforeAll(async () => {
    system = await startSystem(database);
    const staff = await createStaff(system.payload);
    rest = restOf(system.payload);
    token = await login(rest, 'editor@example.com');
    id = (await aCauseDraft(system.payload, staff, { slug: 'malformed' })).id;
  });
  afterAll(() => system.stop());

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
    ['choices that are none', '{"locations": ["knee"]}'],
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
});
