/**
 * For consumers of the feed: walks every page, checks every signature against the site's published keys,
 * and compares what was signed with what the item says. Prints one line per problem and a closing count;
 * the exit code is 1 when there is any problem.
 *
 *   node --import tsx scripts/verify-feed.ts [feed URL] [--snapshots]
 *
 * A signature names the approved text by its hash. `--snapshots` fetches each live release as well and
 * computes that hash again. Without it the file needs nothing but `jose`, and may be copied.
 */
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';

const DEFAULT_FEED = 'http://localhost:3000/feed.json';
const TIMEOUT_MS = 30_000;

export interface Verification {
  items: number;
  pages: number;
  /** one line each, starting with the id of the item or the address concerned */
  problems: string[];
}

/** Verifies a whole feed. Rejects only when the feed or the keys cannot be fetched at all. */
export async function verifyFeed(feedUrl: string, { snapshots = false } = {}): Promise<Verification> {
  const { origin } = new URL(feedUrl);
  const keys = createLocalJWKSet((await fetchJson(`${origin}/.well-known/jwks.json`)) as unknown as JSONWebKeySet);
  const { items, pages, problems } = await walk(feedUrl);
  const seen = new Set<unknown>();
  for (const item of items) {
    const name = String(item.id);
    const found = seen.has(item.id) ? ['appears more than once'] : await checkItem(item, keys);
    if (snapshots && found.length === 0) found.push(...(await checkSnapshot(item, origin)));
    problems.push(...found.map((line) => `${name}: ${line}`));
    seen.add(item.id);
  }
  return { items: items.length, pages, problems };
}

type Json = Record<string, unknown>;
type Keys = ReturnType<typeof createLocalJWKSet>;

async function walk(feedUrl: string): Promise<{ items: Json[]; pages: number; problems: string[] }> {
  const items: Json[] = [];
  const visited = new Set<string>();
  let url: string | null = feedUrl;
  while (url !== null) {
    visited.add(url);
    const page: Json = await fetchJson(url);
    if (!Array.isArray(page.items)) return { items, pages: visited.size, problems: [`${url}: has no items`] };
    items.push(...page.items.map(asObject));
    const next: string | null = typeof page.next_url === 'string' ? page.next_url : null;
    if (next !== null && (visited.has(next) || next === page.feed_url || !sameOrigin(next, feedUrl))) {
      return { items, pages: visited.size, problems: [`${url}: next_url ${next} leads back or away`] };
    }
    url = next;
  }
  return { items, pages: visited.size, problems: [] };
}

/** What does not hold of one item; empty when all does. */
async function checkItem(item: Json, keys: Keys): Promise<string[]> {
  const says = asObject(item._imprimatur);
  const signed = await signedPayload(says.signature, keys);
  if (typeof signed === 'string') return [signed];
  const expected = {
    uid: says.uid,
    revision: says.revision,
    version: says.version,
    approvals: says.approvals,
    releasedAt: says.releasedAt,
  };
  return [
    ...Object.entries(expected)
      .filter(([name, value]) => value === undefined || !isDeepStrictEqual(signed[name], value))
      .map(([name]) => `${name} is not what was signed`),
    ...(item.id === `urn:uuid:${String(signed.uid)}` ? [] : ['id is not the signed uid']),
    ...(item.date_modified === signed.releasedAt ? [] : ['date_modified is not the signed release time']),
    ...approvalProblems(says),
  ];
}

/** A release needs an approval of exactly its own revision; a retraction needs none. */
function approvalProblems({ approvals, revision, retraction }: Json): string[] {
  if (retraction !== null || !Array.isArray(approvals)) return [];
  if (approvals.length === 0) return ['nobody approved it'];
  return approvals.every((approval) => asObject(approval).revision === revision)
    ? []
    : ['an approval is of another revision'];
}

/** The verified payload, or what is wrong with the signature. */
async function signedPayload(signature: unknown, keys: Keys): Promise<Json | string> {
  if (typeof signature !== 'string') return 'has no signature';
  try {
    const { payload } = await compactVerify(signature, keys, { algorithms: ['EdDSA', 'Ed25519'] });
    return asObject(JSON.parse(new TextDecoder().decode(payload)));
  } catch (error) {
    return `signature does not hold (${error instanceof Error ? error.message : String(error)})`;
  }
}

async function checkSnapshot(item: Json, origin: string): Promise<string[]> {
  const { revisionHash } = await import('../model/revision.ts');
  const says = asObject(item._imprimatur);
  if (says.retraction !== null) return [];
  const query = `where[uid][equals]=${encodeURIComponent(String(says.uid))}&where[kind][equals]=released&limit=1&depth=0`;
  try {
    const { docs } = await fetchJson(`${origin}/api/releases?${query}`);
    const [release] = Array.isArray(docs) ? docs.map(asObject) : [];
    if (!release || Number(release.seq) < Number(says.seq)) return ['is not the live release'];
    // Released again since its page was read.
    if (release.seq !== says.seq) return [];
    return revisionHash(release.snapshot) === says.revision ? [] : ['the snapshot has another hash than was signed'];
  } catch (error) {
    return [`the snapshot cannot be fetched (${error instanceof Error ? error.message : String(error)})`];
  }
}

async function fetchJson(url: string): Promise<Json> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return asObject(await response.json());
}

const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const sameOrigin = (a: string, b: string): boolean => URL.canParse(a) && new URL(a).origin === new URL(b).origin;

async function main(args: string[]): Promise<number> {
  const feedUrl = args.find((arg) => !arg.startsWith('--')) ?? DEFAULT_FEED;
  try {
    const { items, pages, problems } = await verifyFeed(feedUrl, { snapshots: args.includes('--snapshots') });
    for (const problem of problems) console.error(problem);
    console.log(`${items} items on ${pages} pages checked, ${problems.length} problems`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(`${feedUrl}: ${error instanceof Error ? error.message : String(error)}`);
    console.log('the feed could not be checked, 1 problem');
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.slice(2));
