import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announceSetUp } from '../../../runtime/announce-set-up.ts';
import { DATABASES, startSystem, type TestSystem } from '../../support/database.ts';
import { apiOf } from '../../support/rest.ts';

describe.each(DATABASES)('the first account of a fresh system on %s', (database) => {
  const system = {} as TestSystem;
  const { rest } = apiOf(system);
  const said: string[] = [];
  beforeAll(async () => {
    Object.assign(system, await startSystem(database, { env: { DEMO: '0' } }));
  });
  afterAll(() => system.stop());

  const start = async () => {
    const before = said.length;
    await announceSetUp({ payload: system.payload, env: system.env }, (line) => said.push(line));
    return /token[^:]*: (\S+)/i.exec(said.slice(before).join('\n'))?.[1] ?? null;
  };
  const register = (setupToken?: string | null) => {
    const account = { name: 'First', email: 'first@example.com', password: 'four lazy otters drift by' };
    return rest('POST', '/api/users/first-register', { body: { ...account, ...(setupToken ? { setupToken } : {}) } });
  };

  const kept = async () =>
    (await system.payload.db.find<{ id: string; digest: string }>({ collection: 'set-up-tokens', where: {} })).docs;

  it('is made by whoever reads what the server printed, and by nobody else', async () => {
    const refused = await register();
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('"path":"setupToken"')]);
    const [first, second] = [await start(), await start()];
    expect(said.join('\n')).toContain(`${system.env.siteUrl}/admin/create-first-user`);
    expect(second).not.toBe(first);
    const rows = await kept();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(first);
    for (const wrong of [undefined, 'a-guess', String(rows[0]?.digest)]) {
      expect((await register(wrong)).status).toBe(400);
    }
    expect((await rest('GET', '/api/users/init')).json).toEqual({ initialized: false });

    const now = system.now();
    system.setNow(new Date(now.getTime() + 25 * 60 * 60 * 1000));
    expect((await register(first)).status).toBe(400);
    const third = await start();
    // Nothing is kept of those that have ended.
    expect(await kept()).toHaveLength(1);
    system.setNow(now);
    expect((await register(first)).status).toBe(400);

    // Of several processes each prints its own, and each counts.
    const fourth = await start();
    const racing = await Promise.all([register(third), register(fourth)]);
    expect(racing.map(({ status }) => status).sort()).toEqual([200, 403]);
    const { docs } = await system.payload.find({ collection: 'users' });
    expect(docs).toMatchObject([{ name: 'First', role: 'admin' }]);
    expect(await kept()).toEqual([]);
    expect(await start()).toBeNull();
    expect((await register(fourth)).status).toBe(403);
  });
});
