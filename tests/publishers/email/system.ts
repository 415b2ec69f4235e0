/** The email channel on a real database with a real mail server, and a reader who uses it. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import type { Payload } from 'payload';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createRequestCounts } from '../../../collections/shared/request-counts.ts';
import { transact } from '../../../database/transact.ts';
import type { RequestCounts } from '../../../model/limits.ts';
import type { Release } from '../../../model/release-row.ts';
import { createEmailPublisher, type EmailPublisher } from '../../../publishers/email/email-publisher.ts';
import type { MailTransport } from '../../../publishers/email/mail-transport.ts';
import type { SignUpLimits } from '../../../publishers/email/sign-up-policy.ts';
import { leftFile, readLeft } from '../../../publishers/email/left/left-file.ts';
import type { KnownLeft } from '../../../publishers/email/left/left-lines.ts';
import { createTransport } from '../../../publishers/email/transport/transport.ts';
import { appendRow } from '../../../release-log/append-row.ts';
import { createLibrary } from '../../../release-log/library.ts';
import { readLastRow } from '../../../release-log/read-last-row.ts';
import { createReleaseLog } from '../../../release-log/read-rows.ts';
import { signingKeyOf } from '../../../release-log/signing-key.ts';
import { noPages } from '../../support/releases.ts';
import { startSystem, type DatabaseName } from '../../support/database.ts';
import { aLog } from './course.ts';
import { startSmtp, type Behaviour, type TestSmtp } from './smtp.ts';

export const SITE = 'https://imprimatur.example';

export interface EmailSystem {
  payload: Payload;
  counts: RequestCounts;
  /** may be changed; generous at first */
  limits: SignUpLimits;
  smtp: TestSmtp;
  behaviour: Behaviour;
  transport: MailTransport;
  email: EmailPublisher;
  errors: unknown[];
  /** a second worker, or one whose transport misbehaves */
  worker: (transport?: MailTransport, over?: { makeWithinMs?: number }) => EmailPublisher;
  clock: { now: () => Date; set: (time: string) => void; pass: (milliseconds: number) => void };
  append: (...rows: Release[]) => Promise<void>;
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  post: (path: string, fields?: Record<string, string>, headers?: Record<string, string>) => Promise<Response>;
  subscribe: (address: string, fields?: Record<string, string>) => Promise<Response>;
  /** subscribes, confirms and takes the first lesson */
  enrol: (address: string) => Promise<void>;
  /** mails that arrived, oldest first */
  inbox: () => Promise<Email[]>;
  rows: (collection: (typeof KEPT_BY_CHANNEL)[number]) => Promise<Record<string, unknown>[]>;
  /** what is kept of who left, outside the database */
  left: () => Promise<KnownLeft>;
  /** kind, lesson and state of each delivery */
  states: () => Promise<unknown[][]>;
  /** the first enrolment */
  enrolment: () => Promise<Record<string, unknown>>;
  /** everything as at the start: no rows, no mail, the first log again */
  reset: (options?: Start) => Promise<void>;
  stop: () => Promise<void>;
}

export interface Start {
  rows?: Release[];
  now?: string;
}

const PLENTY = { most: 1000, minutes: 60 };
const LIMITS: SignUpLimits = { network: PLENTY, mailbox: PLENTY, course: PLENTY };
const KEPT_BY_CHANNEL = [
  'request-counts',
  'subscribers',
  'enrolments',
  'deliveries',
  'delivery-contents',
  'suppressions',
] as const;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Starts with an empty log: call `reset` before each test. */
async function startEmail(database: DatabaseName): Promise<EmailSystem> {
  const { payload, env, stop } = await startSystem(database);
  const behaviour: Behaviour = {};
  const smtp = await startSmtp(behaviour);
  const transport = createTransport(smtp.url, { outboxDir: '/nowhere' });
  const errors: unknown[] = [];
  let time = 0;
  const clock = {
    now: () => new Date(time),
    set: (next: string) => void (time = new Date(next).getTime()),
    pass: (milliseconds: number) => void (time += milliseconds),
  };
  const limits: SignUpLimits = { ...LIMITS };
  const counts = createRequestCounts(payload, 'a secret of the tests', clock.now);
  const secret = 'a secret of the tests that is long enough';
  const { dataDir } = env;
  const left = leftFile({ dataDir, secret, now: clock.now, onError: (error) => errors.push(error) });
  const worker: EmailSystem['worker'] = (own = transport, over = {}) =>
    createEmailPublisher({
      ...over,
      payload,
      transport: own,
      counts,
      signUpLimits: limits,
      trustedProxies: 1,
      left,
      secret,
      mailFrom: 'Imprimatur <course@imprimatur.example>',
      postalAddress: '1 Test Road, Testtown',
      siteUrl: SITE,
      demo: true,
      library: createLibrary({ log: createReleaseLog(payload), now: Date.now, checkEveryMs: 0 }).current,
      pages: noPages(clock.now),
      now: clock.now,
      onError: (error) => errors.push(error),
    });

  const append = async (...more: Release[]) => {
    const signingKey = await signingKeyOf(payload);
    for (const row of more) {
      const seq = await transact(payload, async (req) =>
        appendRow(req, row, { live: await readLastRow(req, row.uid), signingKey }),
      );
      if (seq !== row.seq) throw new Error(`row ${row.seq} came to stand at ${seq}`);
    }
  };
  const get: EmailSystem['get'] = (path, headers = { accept: 'text/html' }) =>
    system.email.respond(new Request(SITE + path, { headers }));
  const post: EmailSystem['post'] = (path, fields = {}, headers = { accept: 'text/html' }) =>
    system.email.respond(new Request(SITE + path, { method: 'POST', headers, body: new URLSearchParams(fields) }));
  const subscribe: EmailSystem['subscribe'] = (address, fields = {}) =>
    post('/courses/hip-pain/subscribe', { email: address, timeZone: 'Europe/London', consent: 'yes', ...fields });
  const inbox = () => Promise.all(smtp.received.map(({ raw }) => PostalMime.parse(raw)));

  const system: EmailSystem = {
    payload,
    counts,
    limits,
    smtp,
    behaviour,
    transport,
    email: worker(),
    errors,
    worker,
    clock,
    append,
    get,
    post,
    subscribe,
    async enrol(address) {
      await subscribe(address);
      await system.email.runDue();
      const mine = (await inbox()).filter(({ to }) => to?.some((one) => one.address === address));
      await post(linkIn(mine.at(-1), 'confirm'));
      await system.email.runDue();
    },
    inbox,
    async rows(collection) {
      const { docs } = await payload.db.find<Record<string, unknown> & { id: string }>({
        collection,
        pagination: false,
        limit: 10_000,
        sort: 'createdAt',
      });
      return docs;
    },
    left: async () => (await readLeft({ dataDir, secret })) ?? { since: null, lines: [], damaged: 0 },
    states: async () => (await system.rows('deliveries')).map(({ kind, lessonKey, state }) => [kind, lessonKey, state]),
    enrolment: async () => (await system.rows('enrolments'))[0]!,
    async reset({ rows = aLog(), now = '2026-02-02T09:00:00.000Z' } = {}) {
      clock.set(now);
      smtp.received.length = 0;
      Object.assign(limits, LIMITS);
      errors.length = 0;
      await rm(path.join(dataDir, 'readers-left.jsonl'), { force: true });
      Object.assign(behaviour, {
        recipient: undefined,
        message: undefined,
        drop: undefined,
        answerAfter: undefined,
      } satisfies Behaviour);
      for (const collection of [...KEPT_BY_CHANNEL, 'releases', 'cursors', 'slug-history'] as const)
        await payload.db.deleteMany({ collection, where: {} });
      await append(...rows);
      // Library and renderer keep what they read by log position: a new log needs new ones.
      system.email = worker();
    },
    async stop() {
      transport.close();
      await smtp.close();
      await stop();
    },
  };
  return system;
}

/** One system for the tests around it; what is returned makes it as new. An error that a test did not look for fails it. */
export function emailOn(database: DatabaseName): (options?: Start) => Promise<EmailSystem> {
  let system: EmailSystem;
  beforeAll(async () => {
    system = await startEmail(database);
  });
  afterEach(() => expect(system.errors).toEqual([]));
  afterAll(() => system.stop());
  return async (options) => {
    await system.reset(options);
    return system;
  };
}

/** The path of the link of this kind in a mail. */
export function linkIn(mail: Email | undefined, kind: 'confirm' | 'unsubscribe' | 'preferences' | 'lessons'): string {
  const found = new RegExp(`${SITE}(/${kind}/[A-Za-z0-9_-]+)`).exec(mail?.text ?? '');
  if (!found?.[1]) throw new Error(`no ${kind} link in the mail`);
  return found[1];
}
