import { beforeAll, describe, expect, it } from 'vitest';
import { ERROR_STATUS, type ErrorCode } from '../../model/errors.ts';
import { DATABASES } from '../support/database.ts';
import { lexical } from '../support/entries.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { apiOf, graphqlOf, type Answer, type Ask } from '../support/rest.ts';

const MULTIPART = { 'Content-Type': 'multipart/form-data; boundary=x' };
const JSON_OVERRIDE = { 'X-HTTP-Method-Override': 'GET', 'Content-Type': 'application/json' };

/** Method, address and what is sent; `:id` is a cause's. */
const ODD: [string, string, Ask?][] = [
  ['GET', '/api/releases/abc'],
  ['GET', '/api/releases/1e400'],
  ['GET', '/api/causes/abc'],
  ['GET', '/api/users/abc'],
  ['DELETE', '/api/sources/abc'],
  ['PATCH', '/api/causes/abc', { body: { title: 'x' } }],
  ['GET', '/api/causes/%00'],
  ['GET', '/api/causes/%ff'],
  ['GET', '/api/causes/versions/abc'],
  ['POST', '/api/causes/versions/abc'],
  ['POST', '/api/causes/abc/duplicate'],
  ['GET', '/api/releases/versions'],
  ['GET', '/api/sources/versions'],
  ['GET', '/api/users/versions'],
  ['GET', '/api/__proto__'],
  ['POST', '/api/constructor'],
  ['GET', '/api/%5F%5Fproto__/1'],
  ['GET', '/api/users/versions/1'],
  ['POST', '/api/users/versions/1'],
  ['GET', '/api/releases?where[seq][near]=1,2,3'],
  ['GET', '/api/causes?where[title][near]=1,2,3'],
  ['GET', '/api/causes?where[title][within]=x'],
  ['GET', '/api/causes?where[title][intersects]=x'],
  ['GET', '/api/causes?where[sections][equals]=x'],
  ['GET', '/api/causes?where[sections.body][equals]=x'],
  ['GET', '/api/causes?where[createdAt][equals]=x'],
  ['GET', '/api/causes?where[id][in]=x,y'],
  ['GET', '/api/causes?sort=nothing,-nothing.inside'],
  ['GET', '/api/causes?page=x&depth=x&limit=x'],
  ['GET', '/api/causes?page=1e309'],
  ['GET', '/api/causes?select=x&populate=x&joins=x'],
  ['GET', '/api/media/file/%2e%2e/x'],
  ['GET', '/api/media/file/%2e%2e%2fx'],
  ['GET', '/api/media/file/nothing.png'],
  ['GET', '/api/media/file/%00'],
  ['GET', '/api/payload-preferences/nothing'],
  ['DELETE', '/api/payload-preferences/nothing'],
  ['GET', '/api/globals/x'],
  ['GET', '/api/nothing'],
  ['PUT', '/api/causes/1'],
  ['POST', '/api/users/login', { raw: '{' }],
  ['POST', '/api/users/login', { raw: 'null' }],
  ['POST', '/api/users/login', { body: { email: { a: 1 }, password: [] } }],
  ['POST', '/api/users/forgot-password', { body: { email: { $gt: '' } } }],
  ['POST', '/api/users/forgot-password', { raw: 'x' }],
  ['POST', '/api/users/reset-password', { body: { token: {}, password: 1 } }],
  ['POST', '/api/users/verify/x'],
  ['POST', '/api/users/unlock', { raw: '[]' }],
  ['POST', '/api/causes', { raw: '{}', headers: { ...JSON_OVERRIDE } }],
  ['POST', '/api/causes', { raw: '{', headers: { ...JSON_OVERRIDE } }],
  ...['users', 'causes', 'releases', 'media', 'graphql'].flatMap((collection): [string, string, Ask?][] => [
    ['POST', `/api/${collection}`, { raw: 'no parts', headers: MULTIPART }],
    ['POST', `/api/${collection}`, { raw: '--x\r\n\r\n', headers: MULTIPART }],
    ['POST', `/api/${collection}`, { raw: 'x', headers: { 'Content-Type': 'multipart/form-data' } }],
    ['POST', `/api/${collection}`, { raw: form('_payload', '{'), headers: MULTIPART }],
    ['POST', `/api/${collection}`, { raw: form('_payload', 'null'), headers: MULTIPART }],
    ['POST', `/api/${collection}`, { raw: form('file', '{'), headers: MULTIPART }],
    ['POST', `/api/${collection}`, { raw: '{"a":' }],
    ['POST', `/api/${collection}`, { raw: '\u0000' }],
  ]),
  ['PATCH', '/api/causes/:id', { body: { sections: null } }],
  ['PATCH', '/api/causes/:id', { body: { icd10: null, sources: null, worse: null, locations: null } }],
  ['PATCH', '/api/causes/:id', { raw: `{"sections":[{"kind":"anatomy","body":${nested(2500)}}]}` }],
  ['PATCH', '/api/causes/:id', { raw: `{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}` }],
  ['PATCH', '/api/causes/:id', { body: { sections: [{ kind: 'anatomy', body: { root: { children: [null, 1] } } }] } }],
  ['PATCH', '/api/causes/:id', { body: { sections: [{ kind: 'anatomy', body: [] }] } }],
];

function form(name: string, value: string): string {
  return `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x--\r\n`;
}

function nested(levels: number): string {
  const open = '{"type":"list","listType":"bullet","children":[{"type":"listitem","children":[';
  return `{"root":{"type":"root","children":[${open.repeat(levels)}${']}]}'.repeat(levels)}]}}`;
}

describe.each(DATABASES)('an odd request on %s', (database) => {
  const { system, draftOf } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  let graphql: (query: string, ask?: Ask) => Promise<Answer>;
  let token: string;
  let id: string;
  beforeAll(async () => {
    token = await tokenOf('admin');
    id = String((await draftOf('odd')).id);
    graphql = await graphqlOf(system.payload);
  });

  it('is never our failure, and is refused in one dialect', async () => {
    const wrong: string[] = [];
    for (const [method, path, ask = {}] of ODD) {
      for (const who of [{ token }, {}]) {
        const answer = path.endsWith('/graphql')
          ? await graphql('', { ...ask, ...who })
          : await rest(method, path.replace(':id', id), { ...ask, ...who });
        const fault = faultOf(answer);
        if (fault) wrong.push(`${method} ${path} ${who.token ? 'staff' : 'anonymous'}: ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
    expect((await rest('GET', `/api/causes/${id}/review`, { token })).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a field that is none', { titel: 'x' }, 'titel'],
    ['a field of a row that is none', { sections: [{ kind: 'anatomy', text: 'x' }] }, 'sections.0.text'],
    ['a choice that is none', { onset: 'never' }, 'onset'],
    ['a kind of section that is none', { sections: [{ kind: 'gossip' }] }, 'sections.0.kind'],
    ['rich text that is text', { sections: [{ kind: 'anatomy', body: 'x' }] }, 'sections.0.body'],
    [
      'rich text of unknown parts',
      { sections: [{ kind: 'anatomy', body: { root: { type: 'root', children: [{ type: 'video' }] } } }] },
      'sections.0.body',
    ],
    ['rows that are none', { sections: 'x' }, 'sections'],
  ])('is told which field is wrong, and saves nothing of it: %s', async (_, body, field) => {
    const { status, json } = await rest('PATCH', `/api/causes/${id}`, { token, body: { summary: 'Lost.', ...body } });
    expect([status, json?.code, json?.status]).toEqual([400, 'invalid-request', 400]);
    expect(json?.fields).toMatchObject([{ field, message: expect.stringMatching(/./) as string }]);
    // As Payload's admin reads it.
    expect(json?.errors).toMatchObject([{ data: { errors: [{ path: field }] } }]);
    const { summary } = await system.payload.findByID({ collection: 'causes', id, draft: true });
    expect(summary).not.toBe('Lost.');
  });

  it('saves what it is told, rows set to nothing included', async () => {
    const body = { summary: 'Kept.', sections: [{ kind: 'anatomy', body: lexical('Old words.') }], onset: null };
    const saved = await rest('PATCH', `/api/causes/${id}`, { token, body });
    expect([saved.status, (saved.json?.doc as { summary: string }).summary]).toEqual([200, 'Kept.']);
    const emptied = await rest('PATCH', `/api/causes/${id}`, { token, body: { sections: null } });
    expect([emptied.status, (emptied.json?.doc as { sections: unknown }).sections]).toEqual([200, []]);
  });
});

function faultOf({ status, headers, json, text }: Answer): string | null {
  if (status >= 500) return `${status} ${text.slice(0, 150)}`;
  if (/node_modules|at .*\.[jt]s:\d+|SQLITE|SELECT|Mongo/.test(text)) return `tells ${text.slice(0, 150)}`;
  if (status < 400) return null;
  const { code } = json ?? {};
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') === true;
  return isProblem && ERROR_STATUS[code as ErrorCode] === status ? null : `${status} ${text.slice(0, 150)}`;
}
