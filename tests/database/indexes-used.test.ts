import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SerialSqliteClient } from '../../database/sqlite-client.ts';
import type { Delivery } from '../../publishers/email/store/delivery.ts';
import type { Enrolment } from '../../publishers/email/store/enrolments.ts';
import type { PlannedDelivery } from '../../publishers/email/store/ledger-rows.ts';
import { createEmailStore, type EmailStore } from '../../publishers/email/store/store.ts';
import { startSystem, type TestSystem } from '../support/database.ts';
import { createStaff } from '../support/people.ts';
import { listen, type Statements } from '../support/statements.ts';
import { askEveryList } from './every-list.ts';

/** What mail alone asks and writes: with each mail each of their indexes. */
const TABLES = ['deliveries', 'delivery_contents', 'enrolments', 'subscribers', 'suppressions'];

type Question = () => Promise<unknown>;
/** One of each that the channel can ask: the compiler says which is missing. */
type Questions = {
  [Part in keyof EmailStore]: EmailStore[Part] extends (...args: never[]) => unknown
    ? Question
    : Record<keyof EmailStore[Part], Question>;
};

const NOW = new Date('2026-02-04T08:00:00Z');
const LEASE = { token: 'one', until: NOW };
const PLANNED: PlannedDelivery = {
  ...{ uid: 'mail', kind: 'lesson', recipient: 'reader@example.net', enrolmentUid: 'enrolment' },
  ...{ subscriberUid: 'subscriber', courseUid: 'course', lessonKey: 'one', round: 1 },
};

describe('an index on SQLite', () => {
  let system: TestSystem;
  let statements: Statements;
  beforeAll(async () => {
    system = await startSystem('SQLite');
    await createStaff(system.payload);
    statements = listen(system.payload);
  });
  afterAll(() => system.stop());

  const all = (): string[] => {
    const { client } = system.payload.db as unknown as { client: SerialSqliteClient };
    const rows = client.readRaw(`SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index'`);
    // What is unique holds something, whether or not it is asked.
    return (rows as string[][]).flatMap(([name, table, sql]) =>
      name && table && TABLES.includes(table) && sql && !sql.startsWith('CREATE UNIQUE') ? name : [],
    );
  };
  const used = () =>
    statements
      .taken()
      .filter((sql) => /^\s*(select|update|delete|insert)/i.test(sql))
      .flatMap((sql) => statements.plan(sql))
      .flatMap(({ detail }) => /USING (?:COVERING )?INDEX (\S+)/.exec(detail)?.[1] ?? []);

  it('of mail is there for a question that mail or a list asks', async () => {
    const store = createEmailStore(system.payload);
    expect(await store.deliveries.plan(PLANNED, 'key', NOW)).toBe(true);
    const [mail] = await store.deliveries.due(NOW, 1, 0);
    const enrolment = await store.enrolments.have({
      ...{ uid: 'enrolment', subscriberUid: 'subscriber', email: 'reader@example.net' },
      ...{ courseUid: 'course', courseTitle: 'Course', timeZone: 'Europe/London' },
    });
    const slugs = TABLES.map((table) => table.replaceAll('_', '-'));
    await askEveryList(system, ({ slug }) => slugs.includes(slug));
    for (const part of Object.values(questions(store, mail!, enrolment)))
      for (const ask of typeof part === 'function' ? [part] : Object.values<Question>(part)) await ask();
    const asked = new Set(used());
    expect(all().length).toBeGreaterThan(20);
    expect(all().filter((name) => !asked.has(name))).toEqual([]);
  });
});

function questions(store: EmailStore, mail: Delivery, enrolment: Enrolment): Questions {
  const { deliveries, enrolments, subscribers, suppressions, laterReleases, notices } = store;
  const contents = [{ uid: 'entry', seq: 1, revision: 'revision' }];
  const frozen = { messageId: '<a@b>', date: NOW, envelope: { from: 'a@b', to: 'c@d' }, raw: Buffer.from('Words.') };
  const boarding = { frozen, anew: { subject: 'Words', contents }, keepsBytes: false, tries: 1, leaseUntil: NOW };
  return {
    laterReleases: () => laterReleases(contents),
    deliveries: {
      byUid: () => deliveries.byUid('mail'),
      plan: () => deliveries.plan(PLANNED, 'key', NOW),
      planAll: () => deliveries.planAll([{ delivery: PLANNED, ledgerKey: 'key' }], NOW),
      // Of one share, since more than one may be due.
      due: () => deliveries.due(NOW, 1, 0),
      claim: () => deliveries.claim([mail], LEASE),
      frozen: () => deliveries.frozen('mail'),
      advance: () => deliveries.advance(mail, 'claimed', 'pending'),
      board: () => deliveries.board(mail, boarding),
      hold: () => deliveries.hold(mail, 'Held.', contents),
      inStates: () => deliveries.inStates(['held-after-restore'], '', 10),
      abandoned: () => deliveries.abandoned('on-wire', NOW, 10),
      ofEnrolment: () => deliveries.ofEnrolment('enrolment', 'lesson'),
      lessonsOf: () => deliveries.lessonsOf(['enrolment', 'other']),
      ofSubscriber: () => deliveries.ofSubscriber('subscriber', 'lesson'),
      containing: () => deliveries.containing('entry', 2, '', 10),
      makeDueNow: () => deliveries.makeDueNow(mail, NOW),
      removeOfSubscriber: () => deliveries.removeOfSubscriber('subscriber'),
    },
    enrolments: {
      byUid: () => enrolments.byUid('enrolment'),
      ofSubscriber: () => enrolments.ofSubscriber('subscriber'),
      due: () => enrolments.due(NOW, 10, { ...enrolment, nextDueAt: NOW }),
      pausedAndDue: () => enrolments.pausedAndDue(NOW, 10),
      have: () => enrolments.have(enrolment),
      change: () => enrolments.change({ uid: 'enrolment', status: 'active' }, { status: 'paused' }),
      changeEach: () =>
        enrolments.changeEach([{ expected: { uid: 'enrolment', status: 'paused' }, change: { status: 'active' } }]),
      remove: () => enrolments.remove('enrolment'),
    },
    subscribers: {
      byUid: () => subscribers.byUid('subscriber'),
      byKey: () => subscribers.byKey('reader@example.net'),
      have: () =>
        subscribers.have(
          { address: 'reader@example.net', key: 'reader@example.net' },
          { uid: 'subscriber', timeZone: 'Europe/London' },
        ),
      page: () => subscribers.page('', 10),
      remove: () => subscribers.remove('subscriber'),
    },
    suppressions: {
      has: () => suppressions.has('reader@example.net'),
      among: () => suppressions.among(['reader@example.net']),
      add: () => suppressions.add('reader@example.net', { reason: 'bounced', note: 'Gone.' }),
    },
    notices: {
      due: () => notices.due(NOW, 10),
      planned: () => notices.planned('key'),
      unreadOf: () => notices.unreadOf('key', 10),
      account: () => notices.account('1'),
      dropDue: () => notices.dropDue(NOW),
    },
  };
}
