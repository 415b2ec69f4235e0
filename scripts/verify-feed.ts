/**
 * For consumers of the feed: checks a site from outside. The log without gaps, each row signed and chained to
 * the one before; each live release with exactly the text that was approved; withdrawn texts gone; each item of
 * the feed as the log has it. Prints one line per problem and a closing count; the exit code is 1 when there is
 * any problem.
 *
 *   node --import tsx scripts/verify-feed.ts [feed URL] [--state FILE | --release SEQ]
 *
 * With `--state` it remembers how far the log went: one that has lost its end, was rewritten or replaced by
 * another is a problem then. With `--release` it checks that row and its text alone. Needs `jose` and `canonicalize`; may be copied together with `verify-feed/`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { checkItems } from './verify-feed/check-items.ts';
import {
  checkLog,
  checkRow,
  hashOf,
  latestOf,
  toKeys,
  type Keys,
  type Log,
  type Row,
} from './verify-feed/check-log.ts';
import { ask, asObject, asObjects, fetchJson, walk, type Json } from './verify-feed/fetch.ts';
import { ifThere } from '../model/if-there.ts';

const DEFAULT_FEED = 'http://localhost:3000/feed.json';
const ATTEMPTS = 3;

export interface Verification {
  rows: number;
  items: number;
  /** one line each */
  problems: string[];
}

/** Verifies a whole site. Rejects only when feed, log or keys cannot be fetched at all. */
export async function verifyFeed(feedUrl: string, { state }: { state?: string } = {}): Promise<Verification> {
  const { origin, pathname } = new URL(feedUrl);
  const keys = toKeys(await fetchJson(`${origin}/.well-known/jwks.json`));
  const { log, items } = await readQuietly(feedUrl, origin, keys);
  const problems = [
    ...log.problems,
    ...(state === undefined ? [] : await compareWithState(state, log)),
    ...(await checkItems(items, log.rows, { origin, keys, complete: pathname === '/feed.json' })),
    ...(await checkTexts(log.rows, origin, keys)),
  ];
  if (state !== undefined && problems.length === 0) await remember(state, log);
  return { rows: log.rows.length, items: items.length, problems };
}

/** Verifies one release: its hashes, its signature, its approvals and its text. Rejects when it cannot be fetched. */
export async function verifyRelease(feedUrl: string, seq: number): Promise<string[]> {
  const { origin } = new URL(feedUrl);
  const keys = toKeys(await fetchJson(`${origin}/.well-known/jwks.json`));
  const { status, body } = await ask(`${origin}/releases/${seq}.json`);
  if (status !== 200) return [`release ${seq}: answers ${status}`];
  const { row, problems } = await checkRow(body, origin, keys);
  return [...problems, ...(row.seq === seq ? [] : ['is another release']), ...textProblems(row, body.snapshot)].map(
    (line) => `release ${seq}: ${line}`,
  );
}

/** The text beside a row: that which was approved; none beside a withdrawal, whose `revision` is of what it took away. */
function textProblems({ kind, revision }: Row, snapshot: unknown): string[] {
  if (kind === 'withdrawn') return snapshot === null ? [] : ['has a text although it is a withdrawal'];
  return hashOf(snapshot) === revision ? [] : ['its text is not the approved one'];
}

/** Log and feed of one position: read again when the log moved meanwhile. */
async function readQuietly(feedUrl: string, origin: string, keys: Keys): Promise<{ log: Log; items: Json[] }> {
  for (let attempt = 1; ; attempt += 1) {
    const pages = await walk(`${origin}/changes.json`, (page) => page.next);
    const feed = await walk(feedUrl, (page) => page.next_url);
    const log = await checkLog(pages, origin, keys);
    const { head } = await fetchJson(`${origin}/changes.json?since=${log.head}`);
    if (head === log.head || attempt === ATTEMPTS) return { log, items: feed.flatMap((page) => asObjects(page.items)) };
  }
}

/** The approved text of what is live; nothing any more of what was withdrawn. */
async function checkTexts(rows: Row[], origin: string, keys: Keys): Promise<string[]> {
  const latest = latestOf(rows);
  const problems: string[] = [];
  for (const row of rows.filter(({ kind }) => kind === 'released')) {
    const standing = latest.get(row.uid);
    // An older release of a live entry may be read, but nobody is told to.
    if (standing !== row && standing?.kind !== 'withdrawn') continue;
    const found = await checkText(row, standing === row, origin, keys);
    problems.push(...found.map((line) => `release ${row.seq}: ${line}`));
  }
  return problems;
}

async function checkText(row: Row, live: boolean, origin: string, keys: Keys): Promise<string[]> {
  const { status, body } = await ask(`${origin}/releases/${row.seq}.json`);
  if (!live) return status === 410 ? [] : [`answers ${status} although it was withdrawn`];
  if (status !== 200) return [`answers ${status}`];
  const { row: served, problems } = await checkRow(body, origin, keys);
  if (served.hash !== row.hash) problems.push('is another row than the log has');
  return [...problems, ...textProblems(row, body.snapshot)];
}

async function compareWithState(file: string, { logId, rows }: Log): Promise<string[]> {
  const text = await ifThere(readFile(file, 'utf8'));
  if (text === null) return [];
  const known = asObject(JSON.parse(text));
  if (known.logId !== logId) return [`the log is another one than ${String(known.logId)}, which was here before`];
  const row = rows[Number(known.head) - 1];
  if (!row) return Number(known.head) > 0 ? [`the log ended at ${String(known.head)} before; its end was cut off`] : [];
  return row.hash === known.headHash ? [] : [`release ${row.seq}: is another one than it was before`];
}

const remember = (file: string, { logId, head, headHash }: Log): Promise<void> =>
  writeFile(file, `${JSON.stringify({ logId, head, headHash })}\n`);

async function main(args: string[]): Promise<number> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [state, release] = [option('--state'), option('--release')];
  const isValue = (i: number) => ['--state', '--release'].includes(args[i - 1] ?? '');
  const feedUrl = args.find((arg, i) => !arg.startsWith('--') && !isValue(i)) ?? DEFAULT_FEED;
  try {
    if (release !== undefined) {
      const problems = await verifyRelease(feedUrl, Number(release));
      for (const problem of problems) console.error(problem);
      console.log(`release ${release} checked, ${problems.length} problems`);
      return problems.length === 0 ? 0 : 1;
    }
    const { rows, items, problems } = await verifyFeed(feedUrl, state === undefined ? {} : { state });
    for (const problem of problems) console.error(problem);
    console.log(`${rows} releases and ${items} items checked, ${problems.length} problems`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(`${feedUrl}: ${error instanceof Error ? error.message : String(error)}`);
    console.log('the feed could not be checked, 1 problem');
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.slice(2));
