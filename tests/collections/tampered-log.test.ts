import { beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { transact } from '../../database/transact.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { DATABASES } from '../support/database.ts';
import { edit, logOf } from '../support/editing.ts';
import { releaseEntry } from '../support/entries.ts';
import { newsroomOn, type Cause } from '../support/newsroom.ts';
import { aRedFlag, released } from '../support/releases.ts';
import { apiOf, graphqlOf } from '../support/rest.ts';

const CANARY = 'canary-nobody-approved';
type Row = Record<string, unknown> & { id: string | number; seq: number };
interface List {
  docs: Row[];
  unverified?: number[];
}

describe.each(DATABASES)('a log that was changed in the database, read by Payload’s API on %s', (database) => {
  const { system, staff, live, take } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  /** live at position 2, released before at 1 */
  let twice: Cause;
  /** live at 3 */
  let other: Cause;
  beforeAll(async () => {
    twice = await live('twice');
    await edit(system.payload, staff.editor, 'causes', twice.id, { summary: 'Second words.' });
    await releaseEntry(system.payload, staff, 'causes', twice.id);
    other = await live('other');
    const gone = await live('gone');
    await take(staff.editor, gone.id, 'withdraw', { revision: gone.revision, reason: 'inaccurate' });
  }, 180_000);

  const at = (seq: number) => ({ seq: { equals: seq } });
  const rowAt = async (seq: number): Promise<Row> =>
    (await system.payload.db.findOne<Row>({ collection: 'releases', where: at(seq) })) ?? expect.fail('no row');
  /** Runs while a row says something else; then it says again what was signed. */
  const whileChanged = async (seq: number, data: Record<string, unknown>, run: (row: Row) => Promise<void>) => {
    const before = await rowAt(seq);
    const write = (values: Record<string, unknown>) =>
      system.payload.db.updateOne({ collection: 'releases', id: before.id, data: { ...values } });
    await write(data);
    try {
      await run(before);
    } finally {
      await write(Object.fromEntries(Object.keys(data).map((name) => [name, before[name] ?? null])));
    }
  };
  const list = async (query = '', token?: string) =>
    (await rest('GET', `/api/releases?sort=seq&${query}`, token ? { token } : {})).json as unknown as List;
  const counted = async (query = '') => (await rest('GET', `/api/releases/count?${query}`)).json?.totalDocs;
  const seqs = ({ docs }: List) => docs.map(({ seq }) => seq);

  it('answers as it is while nobody changed anything', async () => {
    const all = await list();
    expect([seqs(all), all.unverified]).toEqual([[2, 3], undefined]);
    expect(all.docs[0]).toMatchObject({ uid: twice.uid, live: true, summary: 'Second words.' });
    expect([
      await counted(),
      await counted('where[uid][equals]=' + other.uid),
      await counted('where[seq][equals]=1'),
    ]).toEqual([2, 1, 0]);
    const whole = await list('', await tokenOf('editor'));
    expect(seqs(whole)).toEqual([1, 2, 3, 4, 5]);
    // Ids stay inside, for staff too; the admin's own lists have them.
    const { id } = await rowAt(3);
    const one = await rest('GET', `/api/releases/${id}`, { token: await tokenOf('editor') });
    expect(one.json).toMatchObject({ uid: other.uid });
    for (const doc of [...whole.docs, one.json]) expect(doc).not.toHaveProperty('id');
    const graphql = await graphqlOf(system.payload);
    const asked = await graphql('{ Releases(where: { seq: { equals: 3 } }) { docs { id seq } } }', {
      token: await tokenOf('editor'),
    });
    expect(asked.json).not.toHaveProperty('data.Releases.docs.0.id', id);
    const access = { overrideAccess: false as const, user: staff.editor };
    const { docs } = await system.payload.find({ collection: 'releases', where: at(3), ...access });
    expect(docs[0]?.id).toBe(id);
    expect((await logOf(system.payload)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['text', { snapshot: { title: CANARY } }],
    ['title', { title: CANARY }],
    ['summary', { summary: CANARY }],
    ['review date', { reviewDue: '2099-01-01' }],
    ['change note', { changeNote: CANARY }],
    ['approvals', { approvals: [] }],
    ['revision', { revision: 'f'.repeat(64) }],
    ['slug', { slug: CANARY }],
    ['signature', { signature: 'e30.e30.e30', title: CANARY }],
  ])('never serves another %s as approved, and serves the rest', async (_, data) => {
    await whileChanged(3, data, async ({ id }) => {
      const token = await tokenOf('editor');
      for (const query of ['', 'limit=0', 'select[title]=true', 'select[snapshot]=true', 'pagination=false&depth=9']) {
        for (const who of [undefined, token]) {
          const { status, text, json } = await rest(
            'GET',
            `/api/releases?sort=seq&${query}`,
            who ? { token: who } : {},
          );
          expect([status, text.includes(CANARY)], query).toEqual([200, false]);
          const answer = json as unknown as List;
          for (const doc of answer.docs) if (doc.seq === 3) expect(doc.reviewDue).not.toBe('2099-01-01');
          expect(seqs(answer)).toContain(2);
          // Left out and named, or told as it was signed.
          expect(seqs(answer).includes(3)).toBe(answer.unverified?.includes(3) !== true);
        }
      }
      for (const who of [undefined, token]) {
        const { status, text } = await rest('GET', `/api/releases/${id}?select[title]=true`, who ? { token: who } : {});
        expect([200, 503]).toContain(status);
        expect(text).not.toContain(CANARY);
      }
    });
  });

  it('is refused by code and by GraphQL as well', async () => {
    await whileChanged(3, { snapshot: { title: CANARY }, title: CANARY }, async ({ id }) => {
      const { payload } = system;
      const access = { overrideAccess: false as const, user: staff.admin };
      expect(JSON.stringify(await payload.find({ collection: 'releases', limit: 0, ...access }))).not.toContain(CANARY);
      expect(JSON.stringify(await payload.find({ collection: 'releases', limit: 0 }))).not.toContain(CANARY);
      const graphql = await graphqlOf(payload);
      const query = '{ Releases(limit: 0) { docs { seq title snapshot } } }';
      const { json, text } = await graphql(query, { token: await tokenOf('admin') });
      expect(text).not.toContain(CANARY);
      expect(json?.data).toMatchObject({ Releases: { docs: expect.arrayContaining([]) as unknown } });
      const one = await graphql(`{ Release(id: ${JSON.stringify(id)}) { title } }`, { token: await tokenOf('admin') });
      expect(one.text).not.toContain(CANARY);
      await expect(payload.findDistinct({ collection: 'releases', field: 'title' })).rejects.toMatchObject({
        code: 'not-allowed',
      });
    });
  });

  it('answers 503 for one row whose text was replaced, once nobody has it in memory', async () => {
    const fresh = await live('fresh');
    const seq = (await logOf(system.payload, fresh.uid))[0]?.seq ?? 0;
    await whileChanged(seq, { snapshot: { title: CANARY } }, async ({ id }) => {
      delete (system.payload.config.custom as { library?: unknown }).library;
      expect(await rest('GET', `/api/releases/${id}`)).toMatchObject({ status: 503 });
      expect((await list()).unverified).toEqual([seq]);
      await expect(system.payload.findByID({ collection: 'releases', id })).rejects.toMatchObject({
        code: 'integrity',
      });
    });
  });

  it('does not believe a mark that says that an old text, or a withdrawn one, is live', async () => {
    const honest = await counted();
    for (const seq of [1, 4]) {
      await whileChanged(seq, { live: true }, async ({ id }) => {
        expect(seqs(await list())).not.toContain(seq);
        expect((await rest('GET', `/api/releases/${id}`)).status).toBe(404);
        const doc = (await list('', await tokenOf('editor'))).docs.find((row) => row.seq === seq);
        expect(doc).toMatchObject({ live: false });
        expect(await counted()).toBe(honest);
      });
    }
  });

  it('gives at most 100 rows at once, however many are asked for', async () => {
    const signingKey = await signingKeyOf(system.payload);
    for (let i = 0; i < 100; i += 1) {
      const row = released(aRedFlag({ uid: uuidv7(), slug: `flag-${i}` }), { seq: 1 });
      await transact(system.payload, (req) => appendRow(req, row, { live: null, signingKey }));
    }
    const tricks = ['limit=0', 'limit=100000', 'limit=-1', 'limit=1e9', 'limit=0&pagination=false', 'pagination=false'];
    for (const who of [undefined, await tokenOf('admin')]) {
      for (const trick of tricks) {
        const { docs } = await list(trick, who);
        expect(docs.length, trick).toBeLessThanOrEqual(100);
        expect(docs.length, trick).toBeGreaterThan(1);
      }
    }
    const graphql = await graphqlOf(system.payload);
    const { json } = await graphql('{ Releases(limit: 0) { docs { seq } } }', { token: await tokenOf('admin') });
    expect((json?.data as { Releases: List }).Releases.docs.length).toBeLessThanOrEqual(100);
    expect((await list('limit=100&page=2')).docs.length).toBeGreaterThan(0);
  }, 120_000);
});
