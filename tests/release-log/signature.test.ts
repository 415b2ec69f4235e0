import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { base64url, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalRow, rowHash, SIGNED_MEMBERS, type Release, type SignedRow } from '../../model/release-row.ts';
import type { OnTrouble } from '../../release-log/on-trouble.ts';
import { openSignature, signRow, type SigningKey } from '../../release-log/signature.ts';
import { toTrustedKey } from '../../release-log/trusted-keys.ts';
import { loadSigningKey } from '../../release-log/signing-key.ts';
import { aCause, released, withdrawn } from '../support/releases.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'imprimatur-keys-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const release = released(aCause(), { seq: 2, previous: 'a'.repeat(64) });
const sign = async (row: SignedRow, key: SigningKey) => {
  const { signature } = await signRow(row, key);
  return signature;
};

describe('the signature of a release', () => {
  let key: SigningKey;
  let jws: string;
  beforeAll(async () => {
    key = await loadSigningKey({ configured: null, dataDir });
    jws = await sign(release, key);
  });

  it('holds against the public key, and says what was signed: the whole row, without its text', () => {
    const opened = openSignature(jws, key.trusted) ?? expect.fail('does not hold');
    expect(opened.key.kid).toBe(key.kid);
    const { snapshot, summary, signature, live, ...rest } = release;
    expect(JSON.parse(opened.payload)).toEqual(rest);
    expect([snapshot.type, signature.length > 0, live]).toEqual(['cause', true, true]);
    expect(opened.payload).not.toContain(summary);
    expect(decodeProtectedHeader(jws)).toEqual({ alg: 'EdDSA', kid: key.kid, typ: 'imprimatur-release+jws' });
  });

  it('is the same for the same release, whatever the order of its keys', async () => {
    const { releasedAt, ...rest } = release;
    expect(await sign({ releasedAt, ...rest }, key)).toBe(jws);
  });

  it('comes with the row hash that the next row names', async () => {
    expect((await signRow(release, key)).hash).toBe(rowHash(release));
  });

  it.each(SIGNED_MEMBERS)('covers %s', (name) => {
    const value = release[name];
    const other =
      typeof value === 'number' ? value + 1 : Array.isArray(value) ? [...value, value[0] ?? 'x'] : `${value}!`;
    expect(canonicalRow({ ...release, [name]: other })).not.toBe(canonicalRow(release));
    const [header, , signature] = jws.split('.');
    const tampered = [header, base64url.encode(canonicalRow({ ...release, [name]: other })), signature];
    expect(openSignature(tampered.join('.'), key.trusted)).toBeNull();
  });

  it('leaves out the text, itself and the mark of what is live, and nothing else of either kind of row', () => {
    const beside = ['live', 'signature', 'snapshot', 'summary'];
    const members = (row: Release) => Object.keys(row).filter((name) => !beside.includes(name));
    expect(members(release).sort()).toEqual(SIGNED_MEMBERS);
    expect(members(withdrawn(release, { seq: 3 })).sort()).toEqual(SIGNED_MEMBERS);
  });

  it('does not hold against another key, without keys, or without an algorithm', async () => {
    const other = await loadSigningKey({ configured: null, dataDir: path.join(dataDir, 'other') });
    expect(openSignature(jws, other.trusted)).toBeNull();
    expect(openSignature(jws, [])).toBeNull();
    expect(openSignature(jws, key.trusted, 'imprimatur-key+jws')).toBeNull();
    const none = [base64url.encode(JSON.stringify({ alg: 'none' })), jws.split('.')[1], ''].join('.');
    expect(openSignature(none, key.trusted)).toBeNull();
    expect(openSignature('not.a.jws', key.trusted)).toBeNull();
  });

  it('holds for old releases when the key was changed and both are listed', async () => {
    const next = await loadSigningKey({ configured: null, dataDir: path.join(dataDir, 'next') });
    const keys = [toTrustedKey(next.publicJwk), toTrustedKey(key.publicJwk)];
    expect(openSignature(jws, keys)?.key.kid).toBe(key.kid);
    expect(openSignature(await sign(release, next), keys)?.key.kid).toBe(next.kid);
  });

  it('never shows the private half', () => {
    expect(Object.keys(key.publicJwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });
});

describe('the signing key', () => {
  it('is made once, also by processes that start at the same time, and only its owner may read it', async () => {
    const directory = path.join(dataDir, 'race');
    const keys = await Promise.all(
      Array.from({ length: 8 }, () => loadSigningKey({ configured: null, dataDir: directory })),
    );
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    const files = await readdir(path.join(directory, 'keys'));
    expect(files).toEqual(['signing-key.json', 'trusted.json']);
    expect((await stat(path.join(directory, 'keys', 'signing-key.json'))).mode & 0o077).toBe(0);
  });

  it('comes from the environment as JWK or as PEM, with the same name', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const jwk = JSON.stringify(await exportJWK(privateKey));
    const fromJwk = await loadSigningKey({ configured: jwk, dataDir });
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const fromPem = await loadSigningKey({ configured: pem, dataDir });
    const oneLine = await loadSigningKey({ configured: pem.replaceAll('\n', '\\n'), dataDir });
    expect(fromPem.kid).toBe(oneLine.kid);
    expect(fromPem.kid).not.toBe(fromJwk.kid);
    expect(openSignature(await sign(release, fromPem), oneLine.trusted)?.payload).toBe(canonicalRow(release));
  });

  it('must be a private Ed25519 key', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    const publicOnly = JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: base64url.encode(new Uint8Array(32)) });
    for (const configured of [rsa, publicOnly, '{"kty":"oct","k":"AA"}', 'nonsense', '{']) {
      await expect(loadSigningKey({ configured, dataDir })).rejects.toThrow();
    }
  });

  it('signs also where it cannot be kept as trusted, and that is said', async () => {
    const elsewhere = path.join(dataDir, 'no-room');
    await mkdir(elsewhere);
    // A folder that is not there and cannot be made.
    await symlink(path.join(dataDir, 'away', 'away'), path.join(elsewhere, 'keys'));
    const configured = JSON.stringify(
      await exportJWK((await generateKeyPair('EdDSA', { extractable: true })).privateKey),
    );
    const told: string[] = [];
    const onTrouble: OnTrouble = (what, error) => told.push(`${what}: ${String(error)}`);
    const loaded = await loadSigningKey({ configured, dataDir: elsewhere, onTrouble });
    expect(loaded.trusted.map(({ kid }) => kid)).toEqual([loaded.kid]);
    expect(told).toEqual([
      expect.stringContaining(
        `the signing key ${loaded.kid} is not kept as trusted: keys/trusted.json cannot be written`,
      ),
    ]);
  });

  it('is refused when the file is damaged, not replaced', async () => {
    const file = path.join(dataDir, 'keys', 'signing-key.json');
    const good = await readFile(file, 'utf8');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(file, good.slice(0, 10));
    await expect(loadSigningKey({ configured: null, dataDir })).rejects.toThrow();
    expect(await readFile(file, 'utf8')).toBe(good.slice(0, 10));
    await writeFile(file, good);
  });
});
