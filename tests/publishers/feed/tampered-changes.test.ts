import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../../database/transact.ts';
import { appendRow } from '../../../release-log/append-row.ts';
import { signingKeyOf } from '../../../release-log/signing-key.ts';
import { createChannels } from '../../../runtime/channels.ts';
import { DATABASES, startSystem, type TestSystem } from '../../support/database.ts';
import { aCause, released } from '../../support/releases.ts';

interface Changes {
  head: number;
  headHash: string | null;
  changes: { seq: number; title: string }[];
  next: string | null;
}

describe.each(DATABASES)('the changes of a log that was tampered with on %s', (database) => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startSystem(database);
    const signingKey = await signingKeyOf(system.payload);
    for (let i = 1; i <= 5; i += 1) {
      const row = released(aCause({ uid: uuidv7(), slug: `cause-${i}`, title: `Cause ${i}` }), { seq: 1 });
      await transact(system.payload, (req) => appendRow(req, row, { live: null, signingKey }));
    }
  });
  afterEach(() => system.stop());

  const at = (seq: number) => ({ seq: { equals: seq } });
  const tamper = (seq: number, data: Record<string, unknown>) =>
    system.payload.db.updateOne({ collection: 'releases', where: at(seq), data });
  const lose = (seq: number) => system.payload.db.deleteOne({ collection: 'releases', where: at(seq) });
  /** Reads to the end as a consumer does; the statuses of its answers, and the rows. */
  const consume = async () => {
    const { payload, env, now } = system;
    const { respond } = createChannels({ payload, env, now });
    const seen: number[] = [];
    const titles: string[] = [];
    for (let next: string | null = `${env.siteUrl}/changes.json?limit=2`; next !== null;) {
      const answer = await respond(new Request(next));
      const body = (await answer.json()) as Changes & { code?: string; seq?: number };
      if (answer.status !== 200) return { seen, titles, stopped: [answer.status, body.code, body.seq] };
      seen.push(...body.changes.map(({ seq }) => seq));
      titles.push(...body.changes.map(({ title }) => title));
      next = body.next;
    }
    return { seen, titles, stopped: null };
  };

  it('are read to the end while nothing is wrong', async () => {
    expect(await consume()).toMatchObject({ seen: [1, 2, 3, 4, 5], stopped: null });
  });

  it.each([5, 3, 1])('tell row %i as it was signed when its columns were changed', async (seq) => {
    await tamper(seq, { title: 'A miracle cure', reviewDue: '2099-01-01' });
    const { seen, titles, stopped } = await consume();
    expect([seen, titles[seq - 1], stopped]).toEqual([[1, 2, 3, 4, 5], `Cause ${seq}`, null]);
  });

  it.each([5, 3, 1])('go up to row %i and no further when its signature does not hold', async (seq) => {
    await tamper(seq, { title: 'A miracle cure', signature: 'e30.e30.e30' });
    const { seen, stopped } = await consume();
    expect([seen, stopped]).toEqual([[1, 2, 3, 4, 5].slice(0, seq - 1), [503, 'integrity', seq]]);
  });

  it.each([3, 1])('go up to row %i and no further when it was deleted', async (seq) => {
    await lose(seq);
    const { seen, stopped } = await consume();
    expect([seen, stopped]).toEqual([[1, 2, 3, 4, 5].slice(0, seq - 1), [503, 'integrity', seq]]);
  });

  it('name an end without a hash when the last row does not verify, and go on behind a bad row for who asks there', async () => {
    await tamper(5, { title: 'A miracle cure', signature: 'e30.e30.e30' });
    await lose(2);
    const { payload, env, now } = system;
    const { respond } = createChannels({ payload, env, now });
    const answer = await respond(new Request(`${env.siteUrl}/changes.json?since=2`));
    expect(await answer.json()).toMatchObject({
      head: 5,
      headHash: null,
      changes: [{ seq: 3 }, { seq: 4 }],
      next: expect.stringContaining('since=4'),
    });
  });
});
