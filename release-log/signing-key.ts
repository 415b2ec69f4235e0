import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, importPKCS8, type JWK } from 'jose';
import type { Payload } from 'payload';
import { toConsole, type OnTrouble } from './on-trouble.ts';
import type { SigningKey } from './signature.ts';
import { readIfThere } from './small-files.ts';
import { pinnedKeys } from './trusted-keys.ts';

/**
 * The key that signs releases: `configured` (a private Ed25519 JWK, or PKCS #8 PEM) or, without it, one
 * that is made once under `dataDir/keys`; with the keys that are trusted without asking the database. Throws when
 * the key is not Ed25519.
 */
export async function loadSigningKey({
  configured,
  dataDir,
  onTrouble = toConsole,
}: {
  configured: string | null;
  dataDir: string;
  /** told when the key cannot be kept as trusted: that stops nobody */
  onTrouble?: OnTrouble;
}): Promise<SigningKey> {
  const key = await toSigningKey(
    configured === null ? await readOrCreate(path.join(dataDir, 'keys')) : await parseKey(configured),
  );
  return { ...key, trusted: await pinnedKeys(dataDir, key.publicJwk, onTrouble) };
}

async function parseKey(text: string): Promise<JWK> {
  if (text.trim().startsWith('{')) return JSON.parse(text) as JWK;
  return exportJWK(await importPKCS8(text.replaceAll('\\n', '\n'), 'EdDSA', { extractable: true }));
}

async function toSigningKey(jwk: JWK): Promise<Omit<SigningKey, 'trusted'>> {
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || !jwk.d) throw new Error('SIGNING_KEY is not a private Ed25519 key');
  const publicPart: JWK = { kty: jwk.kty, crv: jwk.crv, ...(jwk.x ? { x: jwk.x } : {}) };
  const kid = await calculateJwkThumbprint(publicPart);
  const privateKey = await importJWK(jwk, 'EdDSA');
  if (privateKey instanceof Uint8Array) throw new Error('SIGNING_KEY is not an asymmetric key');
  return { kid, privateKey, publicJwk: { ...publicPart, kid, alg: 'EdDSA', use: 'sig' } };
}

async function readOrCreate(directory: string): Promise<JWK> {
  const file = path.join(directory, 'signing-key.json');
  const existing = await readIfThere(file);
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

/** The signing key of the process that this Payload runs in, as the configuration gives it. */
export const signingKeyOf = ({ config }: Payload): Promise<SigningKey> =>
  (config.custom.services as { signingKey: () => Promise<SigningKey> }).signingKey();
