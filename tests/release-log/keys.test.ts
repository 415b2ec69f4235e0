import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../database/transact.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { createLibrary } from '../../release-log/library.ts';
import { publicJwks, trustedKeys, vouchForKeys } from '../../release-log/public-keys.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { loadSigningKey } from '../../release-log/signing-key.ts';
import type { SigningKey } from '../../release-log/signature.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { aRedFlag, released } from '../support/releases.ts';

const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe.each(DATABASES)('the keys whose signatures count on %s', (database) => {
  let system: TestSystem;
  let elsewhere: string;
  beforeEach(async () => {
    system = await startSystem(database);
    elsewhere = await mkdtemp(path.join(tmpdir(), 'imprimatur-other-'));
  });
  afterEach(async () => {
    await system.stop();
    await rm(elsewhere, { recursive: true, force: true });
  });

  const append = (signingKey: SigningKey) => {
    const uid = uuidv7();
    return transact(system.payload, (req) =>
      appendRow(req, released(aRedFlag({ uid, slug: uid }), { seq: 1 }), { live: null, signingKey }),
    );
  };
  const kids = async (key: SigningKey) => (await trustedKeys(system.payload, key)).map(({ kid }) => kid);
  /** what a process with this key finds wrong with the log */
  const faultsFor = async (key: SigningKey) => {
    const log = createReleaseLog(system.payload);
    const keys = () => trustedKeys(system.payload, key);
    const { current, faults } = createLibrary({ log: { ...log, keys }, now: () => 0 });
    await current();
    return faults().map(({ seq }) => seq);
  };

  it('are, after a change of keys, the new one and the one before it, here and in other places', async () => {
    const dataDir = system.env.dataDir;
    const old = await loadSigningKey({ configured: newKey(), dataDir });
    await append(old);
    const configured = newKey();
    const next = await loadSigningKey({ configured, dataDir });
    expect(next.trusted.map(({ kid }) => kid)).toEqual([old.kid, next.kid]);

    const other = await loadSigningKey({ configured, dataDir: elsewhere });
    expect(await faultsFor(other)).toEqual([1]);
    await vouchForKeys(system.payload, next);
    expect(await kids(other)).toEqual(expect.arrayContaining([old.kid, next.kid]));
    await append(next);
    expect(await faultsFor(other)).toEqual([]);
  });

  it('do not include one that was copied over a vouched one', async () => {
    const dataDir = system.env.dataDir;
    const old = await loadSigningKey({ configured: newKey(), dataDir });
    const configured = newKey();
    await vouchForKeys(system.payload, await loadSigningKey({ configured, dataDir }));
    const intruder = await loadSigningKey({ configured: newKey(), dataDir: path.join(elsewhere, 'intruder') });
    await system.payload.db.updateOne({
      collection: 'signing-keys',
      where: { kid: { equals: old.kid } },
      data: { jwk: { ...intruder.publicJwk, kid: old.kid } },
    });
    const other = await loadSigningKey({ configured, dataDir: elsewhere });
    expect(await kids(other)).toEqual([other.kid]);
  });

  it('end where they were revoked, for everybody', async () => {
    const dataDir = system.env.dataDir;
    const leaked = await loadSigningKey({ configured: newKey(), dataDir });
    await append(leaked);
    const configured = newKey();
    await loadSigningKey({ configured, dataDir });
    const file = path.join(dataDir, 'keys', 'trusted.json');
    const pinned = JSON.parse(await readFile(file, 'utf8')) as { keys: { kid: string }[] };
    const keys = pinned.keys.map((key) => (key.kid === leaked.kid ? { ...key, revokedFromSeq: 2 } : key));
    await writeFile(file, JSON.stringify({ keys }));
    const next = await loadSigningKey({ configured, dataDir });
    await vouchForKeys(system.payload, next);
    await append(leaked);
    for (const key of [next, await loadSigningKey({ configured, dataDir: elsewhere })]) {
      expect(await faultsFor(key)).toEqual([2]);
      expect(publicJwks(await trustedKeys(system.payload, key))).toEqual(
        expect.arrayContaining([expect.objectContaining({ kid: leaked.kid, revokedFromSeq: 2 })]),
      );
    }
  });
});
