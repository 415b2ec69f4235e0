import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, importPKCS8, type JWK } from 'jose';
import type { PayloadRequest } from 'payload';
import type { SigningKey } from './signature.ts';

/**
 * The key that signs releases: `configured` (a private Ed25519 JWK, or PKCS #8 PEM) or, without it, one
 * that is made once under `dataDir/keys`. Throws when the key is not Ed25519.
 */
export async function loadSigningKey({
  configured,
  dataDir,
}: {
  configured: string | null;
  dataDir: string;
}): Promise<SigningKey> {
  return toSigningKey(
    configured === null ? await readOrCreate(path.join(dataDir, 'keys')) : await parseKey(configured),
  );
}

async function parseKey(text: string): Promise<JWK> {
  if (text.trim().startsWith('{')) return JSON.parse(text) as JWK;
  return exportJWK(await importPKCS8(text.replaceAll('\\n', '\n'), 'EdDSA', { extractable: true }));
}

async function toSigningKey(jwk: JWK): Promise<SigningKey> {
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || !jwk.d) throw new Error('SIGNING_KEY is not a private Ed25519 key');
  const publicPart: JWK = { kty: jwk.kty, crv: jwk.crv, ...(jwk.x ? { x: jwk.x } : {}) };
  const kid = await calculateJwkThumbprint(publicPart);
  const privateKey = await importJWK(jwk, 'EdDSA');
  if (privateKey instanceof Uint8Array) throw new Error('SIGNING_KEY is not an asymmetric key');
  return { kid, privateKey, publicJwk: { ...publicPart, kid, alg: 'EdDSA', use: 'sig' } };
}

async function readOrCreate(directory: string): Promise<JWK> {
  const file = path.join(directory, 'signing-key.json');
  const existing = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (existing !== null) return JSON.parse(existing) as JWK;
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // Written aside and linked: of two processes that start at once, one makes the key and both use it.
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  try {
    await link(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(own);
  }
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
}

const remembered = new WeakMap<object, Set<string>>();

/** Keeps the public half in the database, so that every process lists every key that ever signed. */
export async function rememberPublicKey(req: PayloadRequest, { kid, publicJwk }: SigningKey): Promise<void> {
  const { db } = req.payload;
  const known = remembered.get(db) ?? new Set<string>();
  remembered.set(db, known);
  if (known.has(kid)) return;
  const row = await db.findOne({ collection: 'signing-keys', where: { kid: { equals: kid } }, req });
  if (row) known.add(kid);
  else await db.create({ collection: 'signing-keys', data: { kid, jwk: publicJwk }, req });
}
