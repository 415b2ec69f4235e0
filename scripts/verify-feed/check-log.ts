/** Rows of the log against their signatures and each other. Part of `verify-feed.ts`, to be copied with it. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { compactVerify, createLocalJWKSet, type JWK } from 'jose';
import { asObjects, type Json } from './fetch.ts';

/** The site's keys; those that leaked say from which log position on they no longer count. */
export interface Keys {
  find: ReturnType<typeof createLocalJWKSet>;
  revokedFrom: ReadonlyMap<unknown, number>;
}

const isKey = (key: Json): key is Json & JWK => typeof key.kty === 'string';

/** Keys from a JWK set (RFC 7517); `revokedFromSeq` is ours. */
export const toKeys = (jwks: Json): Keys => ({
  find: createLocalJWKSet({ keys: asObjects(jwks.keys).filter(isKey) }),
  revokedFrom: new Map(
    asObjects(jwks.keys).flatMap(({ kid, revokedFromSeq }) =>
      typeof revokedFromSeq === 'number' ? [[kid, revokedFromSeq] as const] : [],
    ),
  ),
});

/** One row as it was signed, with its hash. */
export interface Row extends Json {
  seq: number;
  hash: string;
  uid: string;
  kind: string;
  signature: unknown;
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Lower-case hex SHA-256 over the RFC 8785 canonical JSON. */
export const hashOf = (value: unknown): string => sha256(canonicalize(value) ?? '');

/** The text that was signed, when the signature holds, is of this type and its key counts at this position. */
export async function signedText(
  jws: unknown,
  { typ, keys, at }: { typ: string; keys: Keys; at: number },
): Promise<{ text: string } | { wrong: string }> {
  if (typeof jws !== 'string') return { wrong: 'has no signature' };
  try {
    const { payload, protectedHeader } = await compactVerify(jws, keys.find, { algorithms: ['EdDSA', 'Ed25519'] });
    if (protectedHeader.typ !== typ) return { wrong: 'carries a signature of something else' };
    if (at >= (keys.revokedFrom.get(protectedHeader.kid) ?? Number.POSITIVE_INFINITY))
      return { wrong: 'key was revoked' };
    return { text: new TextDecoder().decode(payload) };
  } catch (error) {
    return { wrong: `signature does not hold (${error instanceof Error ? error.message : String(error)})` };
  }
}

/** What the site adds to a row; everything else is hashed and signed. */
const BESIDE = ['hash', 'signature', 'url', 'live', 'snapshot'];

/** A row as the site serves it, against its own hash and signature, whatever stands around it. */
export async function checkRow(served: Json, origin: string, keys: Keys): Promise<{ row: Row; problems: string[] }> {
  const members = Object.fromEntries(Object.entries(served).filter(([name]) => !BESIDE.includes(name)));
  const canonical = canonicalize(members) ?? '';
  const signed = await signedText(served.signature, {
    typ: 'imprimatur-release+jws',
    keys,
    at: Number(members.seq),
  });
  const hash = sha256(canonical);
  const problems = [
    ...('wrong' in signed ? [signed.wrong] : signed.text === canonical ? [] : ['is not what was signed']),
    ...(served.hash === hash ? [] : ['has another hash than it says']),
    ...(served.url === `${origin}/${String(members.type)}s/${String(members.slug)}` ? [] : ['names another address']),
    ...approvalProblems(members),
  ];
  return {
    row: {
      ...members,
      hash,
      signature: served.signature,
      seq: Number(members.seq),
      uid: String(members.uid),
      kind: String(members.kind),
    },
    problems,
  };
}

/** A release needs an approval of exactly its own revision; a withdrawal needs none. */
function approvalProblems({ kind, approvals, revision }: Json): string[] {
  if (kind === 'withdrawn') return [];
  const given = Array.isArray(approvals) ? approvals : [];
  return given.some((approval: { revision?: unknown }) => approval.revision === revision) ? [] : ['nobody approved it'];
}

export interface Log {
  logId: unknown;
  head: number;
  headHash: unknown;
  /** in order; the first has position 1 */
  rows: Row[];
  problems: string[];
}

/** The whole log from the pages of `/changes.json`: no gap, each row naming the one before, the head its last. */
export async function checkLog(pages: Json[], origin: string, keys: Keys): Promise<Log> {
  const { logId, head, headHash } = pages.at(-1) ?? {};
  // After a restore a site may begin its log anew: the rows go on under another id.
  const logIds = new Set<unknown>();
  const rows: Row[] = [];
  const problems: string[] = [];
  const served = pages.flatMap(({ changes }) => (Array.isArray(changes) ? (changes as Json[]) : []));
  for (const change of served) {
    const { row, problems: found } = await checkRow(change, origin, keys);
    const before = rows.at(-1);
    if (row.seq !== (before?.seq ?? 0) + 1) found.push(`follows ${before?.seq ?? 0}`);
    if ((row.previous ?? null) !== (before?.hash ?? null)) found.push('does not continue the row before it');
    if (row.logId !== before?.logId && logIds.has(row.logId)) found.push('goes back to a log that had ended');
    logIds.add(row.logId);
    problems.push(...found.map((line) => `release ${row.seq}: ${line}`));
    rows.push(row);
  }
  const last = rows.at(-1);
  if (
    (logId ?? null) !== (last?.logId ?? null) ||
    head !== (last?.seq ?? 0) ||
    (headHash ?? null) !== (last?.hash ?? null)
  ) {
    problems.push(`changes.json: its last row is not the head ${String(head)} that it names`);
  }
  const latest = latestOf(rows);
  for (const [i, { live }] of served.entries()) {
    const row = rows[i];
    if (row && live !== (row.kind === 'released' && latest.get(row.uid) === row)) {
      problems.push(`release ${row.seq}: says ${live === true ? 'live, but it is not' : 'not live, but it is'}`);
    }
  }
  return { logId, head: Number(head), headHash, rows, problems };
}

/** What holds of each entry now. */
export const latestOf = (rows: Row[]): Map<string, Row> => new Map(rows.map((row) => [row.uid, row]));
