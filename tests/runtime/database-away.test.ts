import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { EMAIL_PATHS } from '../../publishers/email/web/paths.ts';
import { createTokenCodec } from '../../publishers/email/tokens.ts';
import { LISTED_PATHS } from '../../publishers/site/routes.ts';
import { createChannels } from '../../runtime/channels.ts';
import { createDatabaseLine, type DatabaseLine } from '../faults/database-line.ts';
import { aCourseDraft } from '../support/courses.ts';
import { DATABASES, startSystem, type DatabaseName, type TestSystem } from '../support/database.ts';
import { aCauseDraft, releaseEntry } from '../support/entries.ts';
import { createStaff } from '../support/people.ts';

interface Trouble {
  database: DatabaseName;
  what: string;
  begin: (system: TestSystem, line: DatabaseLine | null) => void;
}

const TROUBLES: readonly Trouble[] = [
  {
    database: 'SQLite',
    what: 'is overwritten',
    begin({ env }) {
      // All of it, in place: what a connection has in its memory counts while the index of its log says so.
      for (const ending of ['', '-wal', '-shm']) {
        const file = openSync(env.databaseUrl.replace(/^file:/, '') + ending, 'r+');
        writeSync(file, Buffer.alloc(fstatSync(file).size, 7), 0, null, 0);
        closeSync(file);
      }
    },
  },
  { database: 'MongoDB', what: 'is cut off', begin: (_, line) => line?.cut() },
  { database: 'MongoDB', what: 'hangs', begin: (_, line) => line?.freeze() },
];

/** How long a reader waits at most; a browser gives up much later. */
const AT_MOST_MS = 10_000;

describe.each(TROUBLES.filter(({ database }) => DATABASES.includes(database)))(
  'when the file or server of $database $what',
  ({ database, begin }) => {
    let system: TestSystem;
    let line: DatabaseLine | null = null;
    let channels: ReturnType<typeof createChannels>;
    let pages: string[];

    const ask = (path: string, init: RequestInit = {}) =>
      channels.respond(new Request(system.env.siteUrl + path, { headers: { accept: 'text/html' }, ...init }));
    const subscribe = (email: string) =>
      ask('/courses/sore-hip-course/subscribe', {
        method: 'POST',
        body: new URLSearchParams({ email, timeZone: 'Europe/London', consent: 'yes' }),
      });

    beforeAll(async () => {
      if (database === 'MongoDB') line = await createDatabaseLine(inject('mongodbUrl') ?? '');
      const own = line === null ? null : new URL(line.url);
      if (own) own.pathname = `/away${Date.now()}`;
      system = await startSystem(database, { env: own ? { DATABASE_URL: own.toString() } : {} });
      const { payload, env, now } = system;
      const staff = await createStaff(payload);
      const { id } = await aCauseDraft(payload, staff, { slug: 'sore-hip' });
      await releaseEntry(payload, staff, 'causes', id);
      const lesson = { key: 'one', entries: [{ relationTo: 'causes' as const, value: id }], delayDays: 0 };
      const course = await aCourseDraft(payload, staff, [lesson]);
      await releaseEntry(payload, staff, 'courses', course.id);
      channels = createChannels({ payload, env, now });
      expect((await subscribe('known@example.net')).status).toBe(303);
      const kept = (collection: 'enrolments' | 'deliveries') =>
        payload.db.findOne<{ id: string; uid: string }>({ collection, where: {} });
      const codec = createTokenCodec(env.payloadSecret);
      const make: typeof codec.make = (purpose, uid) => codec.make(purpose, uid);
      const enrolment = (await kept('enrolments'))?.uid ?? '';
      const delivery = (await kept('deliveries'))?.uid ?? '';
      const personal = [
        `/confirm/${make('confirm', enrolment)}`,
        `/unsubscribe/${make('unsubscribe', enrolment)}`,
        `/preferences/${make('preferences', enrolment)}`,
        `/lessons/${make('lesson', delivery)}`,
      ];
      expect(EMAIL_PATHS.length, 'a new address of the channel belongs into this test').toBe(personal.length + 2);
      pages = [
        ...LISTED_PATHS,
        ...['/causes/sore-hip', '/causes/sore-hip?release=1', '/search?q=hip', '/find?location=groin', '/?list=causes'],
        ...['/clinicians/demo-clinician', '/releases/1', '/proof/1', '/nothing', '/courses/sore-hip-course'],
        ...personal,
      ];
      for (const path of pages) expect((await ask(path)).status, path).toBeLessThan(500);
      begin(system, line);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }, 60_000);
    afterAll(async () => {
      line?.mend();
      await system.stop();
      line?.stop();
    });

    const told = async (asked: Promise<Response>) => {
      const started = performance.now();
      const response = await asked;
      const html = await response.text();
      return {
        status: response.status,
        retry: Number(response.headers.get('retry-after')) > 0,
        kept: response.headers.get('cache-control'),
        emergency: /In an emergency call your local emergency number: <a href="tel:(\d+)">/.exec(html)?.[1],
        inTime: performance.now() - started < AT_MOST_MS,
      };
    };
    const unavailable = (number: string) => ({
      ...{ status: 503, retry: true, kept: 'private, no-store', emergency: number, inTime: true },
    });

    it('every page says so, and whom to call in an emergency', async () => {
      const said = await Promise.all(pages.map(async (path) => [path, await told(ask(path))]));
      expect(Object.fromEntries(said)).toEqual(Object.fromEntries(pages.map((path) => [path, unavailable('112')])));
    }, 60_000);

    it('the form of a course says so too', async () => {
      expect(await told(subscribe('new@example.net'))).toEqual(unavailable('112'));
    }, 60_000);

    it("a reader's own emergency number stays first", async () => {
      expect(await told(ask('/causes/sore-hip?numbers=au'))).toEqual(unavailable('000'));
    }, 60_000);
  },
);
