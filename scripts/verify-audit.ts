/**
 * For auditors: checks an export of `GET /api/{collection}/{id}/audit.json` from outside, with the public keys of the
 * site. The export's own signature; each release as it was signed; the chains of reviews, saves and comments without a gap; each
 * release told of by the history, and each of its approvals given there for exactly its text. Prints one line per
 * problem and a closing count; the exit code is 1 when there is any problem.
 *
 *   node --import tsx scripts/verify-audit.ts FILE [--jwks https://site.example/.well-known/jwks.json | --jwks FILE]
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { headOf, linkProblems, type ChainHead } from '../model/chain.ts';
import { hashOfCanonical, signedRow } from '../model/release-row.ts';
import { signedText, toKeys, type Keys } from './verify-feed/check-log.ts';

const DEFAULT_JWKS = 'http://localhost:3000/.well-known/jwks.json';

const chainRow = z.record(z.string(), z.unknown());
const auditFile = z.object({
  audit: z.looseObject({
    entry: z.looseObject({ uid: z.string() }),
    releases: z.array(z.object({ row: signedRow, hash: z.string(), signature: z.string() })),
    unverified: z.array(z.number()),
    events: z.array(chainRow),
    saves: z.array(chainRow),
    comments: z.array(chainRow),
  }),
  signature: z.string(),
});
type Audit = z.infer<typeof auditFile>['audit'];

/** What does not hold of an export, in words; none when all does. `file` and `jwks` are parsed JSON. */
export async function verifyAudit(file: unknown, jwks: Record<string, unknown>): Promise<string[]> {
  const parsed = auditFile.safeParse(file);
  if (!parsed.success) return ['this is no export of an entry'];
  const keys = toKeys(jwks);
  // As it was sent: what the shape above does not know is signed as well.
  const { audit: sent } = file as { audit: unknown };
  const { audit, signature } = parsed.data;
  const signed = await signedText(signature, { typ: 'imprimatur-audit+jws', keys, at: 0 });
  const digest = hashOfCanonical(canonicalize(sent) ?? '');
  const own = 'wrong' in signed ? [signed.wrong] : signed.text === digest ? [] : ['is not what was signed'];
  return [
    ...own.map((problem) => `the export ${problem}`),
    ...audit.unverified.map((seq) => `release ${seq}: the installation itself could not verify it`),
    ...(await checkReleases(audit, keys)),
    ...checkChain('review event', audit.events),
    ...checkChain('save', audit.saves),
    ...checkChain('comment', audit.comments),
  ];
}

async function checkReleases({ entry, releases, events }: Audit, keys: Keys): Promise<string[]> {
  const problems: string[] = [];
  for (const { row, hash, signature } of releases) {
    const canonical = canonicalize(row) ?? '';
    const signed = await signedText(signature, { typ: 'imprimatur-release+jws', keys, at: row.seq });
    const add = (problem: string) => problems.push(`release ${row.seq}: ${problem}`);
    if ('wrong' in signed) add(signed.wrong);
    else if (signed.text !== canonical) add('is not what was signed');
    if (hashOfCanonical(canonical) !== hash) add('has another hash than it says');
    if (row.uid !== entry.uid) add('is another entry’s');
    if (!events.some(({ seq }) => seq === row.seq)) add('the history does not tell of it');
    if (row.kind === 'released') {
      for (const { clinician, revision } of row.approvals) {
        const isGiven = events.some(
          (event) =>
            APPROVING.includes(String(event.event)) &&
            event.revision === revision &&
            uidOf(event.clinician) === clinician.uid,
        );
        if (!isGiven) add(`the history has no approval by ${clinician.name} of this text`);
      }
    }
  }
  return problems;
}

/** A renewal is a clinician's word on what readers have, and stands in the next row as one. */
const APPROVING = ['approved', 'renewed'];

const uidOf = (clinician: unknown): unknown =>
  typeof clinician === 'object' && clinician !== null && 'uid' in clinician ? clinician.uid : null;

function checkChain(what: string, rows: readonly Record<string, unknown>[]): string[] {
  let before: ChainHead | null = null;
  const problems: string[] = [];
  for (const row of rows) {
    for (const problem of linkProblems(row, before)) problems.push(`${what} ${String(row.position)}: ${problem}`);
    before = headOf(row);
  }
  return problems;
}

async function main(args: string[]): Promise<number> {
  const at = args.indexOf('--jwks');
  const from = at < 0 ? DEFAULT_JWKS : (args[at + 1] ?? DEFAULT_JWKS);
  const file = args.find((_, i) => at < 0 || (i !== at && i !== at + 1));
  if (file === undefined) {
    console.error('Say which file: verify-audit.ts FILE [--jwks URL or FILE]');
    return 1;
  }
  try {
    const keys: unknown = /^https?:/.test(from) ? await (await fetch(from)).json() : await readJson(from);
    const problems = await verifyAudit(await readJson(file), keys as Record<string, unknown>);
    for (const problem of problems) console.error(problem);
    console.log(`${file}: ${problems.length} problems`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8')) as unknown;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.slice(2));
