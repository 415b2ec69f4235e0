import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { transact } from '../../database/transact.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { createChannels } from '../../runtime/channels.ts';
import { startSystem, type TestSystem } from '../support/database.ts';
import { aCause, released } from '../support/releases.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem('SQLite');
  const signingKey = await signingKeyOf(system.payload);
  for (const slug of ['text', 'signature', 'sound']) {
    const row = released(aCause({ uid: uuidv7(), slug }), { seq: 1 });
    await transact(system.payload, (req) => appendRow(req, row, { live: null, signingKey }));
  }
});
afterAll(() => system.stop());

it('a row that does not verify is one line of the log, however often and wherever it is asked for', async () => {
  const { payload, env, now } = system;
  const tamper = (seq: number, data: Record<string, unknown>) =>
    payload.db.updateOne({ collection: 'releases', where: { seq: { equals: seq } }, data });
  await tamper(1, { snapshot: { title: 'A miracle cure' } });
  await tamper(2, { title: 'A miracle cure', signature: 'e30.e30.e30' });
  const lines = vi.spyOn(payload.logger, 'error');
  const { respond } = createChannels({ payload, env, now });
  const statuses = new Set<number>();
  for (let round = 0; round < 3; round += 1) {
    for (const path of ['/causes/text', '/causes/signature', '/releases/1.json', '/changes.json?since=1']) {
      statuses.add((await respond(new Request(env.siteUrl + path))).status);
    }
    expect((await respond(new Request(`${env.siteUrl}/feed.json`))).status).toBe(200);
  }
  expect([...statuses]).toEqual([503]);
  expect(lines.mock.calls.map(([line]) => line)).toEqual([
    expect.objectContaining({ seq: 2 }),
    expect.objectContaining({ seq: 1 }),
  ]);
  lines.mockRestore();
});
