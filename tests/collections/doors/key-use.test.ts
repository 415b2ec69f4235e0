import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

const HOUR = 60 * 60 * 1000;

describe.each(DATABASES)('the last use of an API key on %s', (database) => {
  const { system } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const aKey = async () => {
    const body = { name: 'A script' };
    const { json } = await rest('POST', '/api/api-keys/issue', { token: await tokenOf('editor'), body });
    return json as { id: string; key: string };
  };
  const ask = async (key: string) =>
    (await rest('GET', '/api/users/me', { headers: { Authorization: `users API-Key ${key}` } })).json?.user ?? null;
  const lastUse = async (id: string) => {
    const { json } = await rest('GET', `/api/api-keys/${id}`, { token: await tokenOf('editor') });
    return (json?.lastUsedAt ?? null) as string | null;
  };
  const passed = (milliseconds: number) => system.setNow(new Date(system.now().getTime() + milliseconds));

  /** Runs `work` while each write of a key's row goes through `write`; answers how many there were. */
  async function writing(write: (go: () => Promise<unknown>) => Promise<unknown>, work: () => Promise<void>) {
    const { db } = system.payload;
    const original = db.updateOne;
    let writes = 0;
    db.updateOne = async (args) => {
      if (args.collection !== 'api-keys') return original.call(db, args);
      writes += 1;
      return (await write(() => original.call(db, args))) as Awaited<ReturnType<typeof original>>;
    };
    try {
      await work();
      // What follows an answer has begun by then.
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      db.updateOne = original;
    }
    return writes;
  }

  it('is shown to its owner, to the hour, and written once an hour at most', async () => {
    const { id, key } = await aKey();
    expect(await lastUse(id)).toBeNull();
    const first = system.now().toISOString();
    const writes = await writing(
      (go) => go(),
      async () => {
        for (let request = 0; request < 5; request += 1) expect(await ask(key)).not.toBeNull();
        await expect.poll(() => lastUse(id)).toBe(first);
        passed(HOUR - 1);
        await ask(key);
        expect(await lastUse(id)).toBe(first);
        passed(1);
        await ask(key);
        await expect.poll(() => lastUse(id)).toBe(system.now().toISOString());
      },
    );
    expect(writes).toBe(2);
  });

  it('is not what an answer waits for, or fails for', async () => {
    const { id, key } = await aKey();
    let letGo: (value?: unknown) => void = () => undefined;
    const held = new Promise((resolve) => (letGo = resolve));
    expect(
      await writing(
        () => held,
        async () => expect(await ask(key)).not.toBeNull(),
      ),
    ).toBe(1);
    letGo();
    passed(HOUR);
    expect(
      await writing(
        () => Promise.reject(new Error('the disk is full')),
        async () => {
          for (let request = 0; request < 3; request += 1) expect(await ask(key)).not.toBeNull();
        },
      ),
    ).toBe(1);
    expect(await lastUse(id)).toBeNull();
    passed(HOUR);
    await ask(key);
    await expect.poll(() => lastUse(id)).toBe(system.now().toISOString());
  });

  it('is not moved by a key that has ended', async () => {
    const { id, key } = await aKey();
    await rest('POST', `/api/api-keys/${id}/revoke`, { token: await tokenOf('editor') });
    const writes = await writing(
      (go) => go(),
      async () => expect(await ask(key)).toBeNull(),
    );
    expect([writes, await lastUse(id)]).toEqual([0, null]);
  });
});
