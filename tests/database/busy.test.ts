import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokenCodec } from '../../publishers/email/tokens.ts';
import { createChannels } from '../../runtime/channels.ts';
import { aCourseDraft } from '../support/courses.ts';
import { releaseEntry } from '../support/entries.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { apiOf, graphqlOf } from '../support/rest.ts';

/** What anybody can ask of a database that another process writes to for longer than this one waits. */
describe('while another process writes to the SQLite file for a long time', () => {
  const { system, staff, live, draftOf } = newsroomOn('SQLite');
  const { rest, tokenOf } = apiOf(system);
  let channels: ReturnType<typeof createChannels>;
  let other: Database.Database;
  let entry: { id: string | number; revision: string };
  let draft: string | number;
  let token: string;
  let preferences: string;

  beforeAll(async () => {
    const { payload, env, now } = system;
    entry = await live('busy-hip');
    draft = (await draftOf('busy-draft')).id;
    const lesson = { key: 'one', entries: [{ relationTo: 'causes' as const, value: entry.id }], delayDays: 0 };
    const course = await aCourseDraft(payload, staff, [lesson]);
    await releaseEntry(payload, staff, 'courses', course.id);
    channels = createChannels({ payload, env, now });
    await subscribe('known@example.net');
    const enrolment = await payload.db.findOne<{ id: string; uid: string }>({ collection: 'enrolments', where: {} });
    preferences = createTokenCodec(env.payloadSecret).make('preferences', enrolment?.uid ?? '');
    token = await tokenOf('editor');
    other = new Database(env.databaseUrl.replace(/^file:/, ''));
    other.exec('BEGIN IMMEDIATE');
  });
  afterAll(() => {
    other.exec('ROLLBACK');
    other.close();
  });

  const post = (path: string, fields: Record<string, string>, accept: string) =>
    channels.respond(
      new Request(system.env.siteUrl + path, {
        method: 'POST',
        headers: { accept },
        body: new URLSearchParams(fields),
      }),
    );
  const subscribe = (email: string, accept = 'text/html') =>
    post('/courses/sore-hip-course/subscribe', { email, timeZone: 'Europe/London', consent: 'yes' }, accept);
  const saidOf = async (answer: { status: number; headers: Headers; text: string | (() => Promise<string>) }) => ({
    status: answer.status,
    retry: answer.headers.get('retry-after'),
    text: typeof answer.text === 'string' ? answer.text : await answer.text(),
  });

  it('every door that writes says so after a while, and when to try again; readers notice nothing', async () => {
    const graphql = await graphqlOf(system.payload);
    const id = JSON.stringify(draft);
    const asked = {
      verb: rest('POST', `/api/causes/${entry.id}/withdraw`, {
        token,
        body: { revision: entry.revision, reason: 'unsafe' },
      }),
      save: rest('PATCH', `/api/causes/${draft}?draft=true`, { token, body: { summary: 'Other words.' } }),
      graphql: graphql(`mutation { updateCause(id: ${id}, draft: true, data: { summary: "Old words." }) { id } }`, {
        token,
      }),
      login: rest('POST', '/api/users/login', { body: { email: 'admin@example.com', password: 'imprimatur-demo' } }),
      form: subscribe('new@example.net'),
      program: subscribe('newer@example.net', 'application/json'),
      preferences: post(`/preferences/${preferences}`, { action: 'nothing' }, 'application/json'),
    };
    const page = await channels.respond(new Request(`${system.env.siteUrl}/causes/busy-hip`));
    expect([page.status, (await rest('GET', `/api/causes/${draft}?draft=true`, { token })).status]).toEqual([200, 200]);
    const started = performance.now();
    const answers = await Promise.all(Object.values(asked).map(async (answer) => saidOf(await answer)));
    const named = Object.fromEntries(Object.keys(asked).map((name, i) => [name, answers[i]]));
    for (const [name, answer] of Object.entries(named)) {
      const expected = { status: 503, retry: expect.stringMatching(/^\d+$/) as string };
      expect({ name, ...answer }).toMatchObject({ name, ...expected });
      if (name !== 'form') expect(JSON.parse(answer?.text ?? '')).toMatchObject({ code: 'database-unavailable' });
      // What a database says names tables and values.
      expect(answer?.text).not.toMatch(/sqlite|insert into|failed query|example\.net/i);
    }
    expect(performance.now() - started).toBeLessThan(25_000);
  }, 60_000);
});
