import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../publishers/site/trust/check-command.ts';
import { verifyFeed } from '../../scripts/verify-feed.ts';
import { startTamperedSite, type Document, type Tamper, type TamperedSite } from '../support/tampered-site.ts';

const SCRIPT = 'scripts/verify-feed.ts';
let site: TamperedSite;
/** the site as it was before the last release */
let yesterday: Map<string, Document>;
let state: string;

beforeAll(async () => {
  site = await startTamperedSite();
  yesterday = await site.recording();
  await site.releaseAgain('Second words about it.');
  state = path.join(site.system.env.dataDir, 'consumer-state.json');
});
afterAll(() => site.stop());
afterEach(async () => {
  site.tamperWith(() => undefined);
  await rm(state, { force: true });
});

const problems = async (tamper: Tamper) => {
  site.tamperWith(tamper);
  return (await verifyFeed(site.feed)).problems;
};

/** Tampers with the item of this title, in the feed alone. */
const item =
  (title: string, change: (item: Document['items'][number]) => void): Tamper =>
  (document, at) => {
    if (at === '/feed.json') for (const found of document.items) if (found.title === title) change(found);
    return undefined;
  };
/** Tampers with a row of the log. */
const row =
  (seq: number, change: (row: Record<string, unknown>) => void): Tamper =>
  (document, at) => {
    if (at.startsWith('/changes.json')) for (const found of document.changes) if (found.seq === seq) change(found);
    return undefined;
  };
const at =
  (address: string, change: (document: Document) => { status: number } | undefined): Tamper =>
  (document, asked) =>
    asked === address ? change(document) : undefined;
const set =
  (member: string, value: unknown) =>
  (of: Record<string, unknown>): void => {
    of[member] = value;
  };
const says =
  (member: string, value: unknown) =>
  (of: Document['items'][number]): void => {
    of._imprimatur[member] = value;
  };
const replaced = (document: Document, by: unknown): undefined => {
  for (const name of Object.keys(document)) document[name] = undefined;
  Object.assign(document, by);
};

const KEPT = 'Treatment kept';
const GONE = 'Withdrawn: Treatment gone';

describe('verify-feed', () => {
  it('finds nothing wrong with a site as it is', async () => {
    expect(await verifyFeed(site.feed)).toEqual({ rows: 6, items: 4, problems: [] });
  });

  it.each<[string, Tamper]>([
    ['text', item(KEPT, (of) => (of.content_html = String(of.content_html).replace('move', 'rest')))],
    ['title', item(KEPT, set('title', 'A miracle cure'))],
    ['summary', item(KEPT, set('summary', 'It always helps.'))],
    ['url', item(KEPT, set('url', 'https://evil.example/'))],
    ['id', item(KEPT, set('id', 'urn:uuid:0189-other'))],
    ['first release', item(KEPT, set('date_published', '2020-01-01T00:00:00.000Z'))],
    ['date', item(KEPT, set('date_modified', '2020-01-01T00:00:00.000Z'))],
    ['byline', item(KEPT, set('authors', [{ name: 'Dr Who', url: 'https://evil.example/' }]))],
    ['seq', item(KEPT, says('seq', 3))],
    ['version', item(KEPT, says('version', '9.0'))],
    ['change kind', item(KEPT, says('changeKind', 'safety'))],
    ['change note', item(KEPT, says('changeNote', 'Nothing much.'))],
    ['review date', item(KEPT, says('reviewDue', '2099-01-01'))],
    ['last review', item(KEPT, says('reviewedAt', '2099-01-01T00:00:00.000Z'))],
    ['overdue mark', item(KEPT, says('reviewOverdue', true))],
    ['approvals', item(KEPT, says('approvals', []))],
    ['signature', item(KEPT, says('signature', 'e30.e30.e30'))],
    ['seal', item(KEPT, says('seal', undefined))],
    ['extension', item(KEPT, set('_imprimatur', undefined))],
    ['reason', item(GONE, (of) => set('reason', 'superseded')(of._imprimatur.retraction ?? {}))],
    ['forged retraction', item(KEPT, says('retraction', { reason: 'unsafe', withdrawnAt: '', replacedBy: null }))],
    ['emptied retraction', item(GONE, says('retraction', null))],
  ])('finds an item with another %s', async (_, tamper) => {
    expect(await problems(tamper)).not.toEqual([]);
  });

  it('finds a row signature put on an item as its seal', async () => {
    expect(await problems(item(KEPT, (of) => says('seal', of._imprimatur.signature)(of)))).not.toEqual([]);
  });

  it.each<[string, (items: Document['items']) => Document['items']]>([
    ['a dropped retraction', (items) => items.filter(({ title }) => title !== GONE)],
    ['a dropped item', (items) => items.filter(({ title }) => title !== KEPT)],
    ['an item twice', (items) => [...items, ...items.slice(-1)]],
    ['items in another order', (items) => items.toReversed()],
    [
      'a replayed older item',
      (items) => items.map((of) => yesterday.get('/feed.json')?.items.find(({ id }) => id === of.id) ?? of),
    ],
  ])('finds %s', async (_, change) => {
    expect(await problems(at('/feed.json', (of) => void (of.items = change(of.items))))).not.toEqual([]);
  });

  it.each<[string, Tamper]>([
    ['title', row(4, set('title', 'A miracle cure'))],
    ['url', row(4, set('url', 'https://evil.example/'))],
    ['release date', row(4, set('releasedAt', '2020-01-01T00:00:00.000Z'))],
    ['seq', row(4, set('seq', 7))],
    ['change kind', row(4, set('changeKind', 'minor'))],
    ['change note', row(4, set('changeNote', 'Nothing much.'))],
    ['reason', row(5, set('reason', 'superseded'))],
    ['kind', row(4, set('kind', 'withdrawn'))],
    ['review date', row(4, set('reviewDue', '2099-01-01'))],
    ['last review', row(4, set('reviewedAt', '2099-01-01T00:00:00.000Z'))],
    ['hash', row(4, set('hash', '0'.repeat(64)))],
    ['row before', row(4, set('previous', '0'.repeat(64)))],
    ['signature', row(4, set('signature', 'e30.e30.e30'))],
    ['live mark', row(1, set('live', true))],
    ['member that nobody signed', row(4, set('recommended', true))],
  ])('finds a row with another %s', async (_, tamper) => {
    expect(await problems(tamper)).not.toEqual([]);
  });

  it.each<[string, (rows: Document['changes']) => Document['changes']]>([
    ['a deleted row', (rows) => rows.filter(({ seq }) => seq !== 3)],
    ['a deleted first row', (rows) => rows.slice(1)],
    ['a deleted last row', (rows) => rows.slice(0, -1)],
    ['rows in another order', ([a, b, ...rest]) => [b!, a!, ...rest]],
    ['a row given twice', ([a, ...rest]) => [a!, a!, ...rest]],
  ])('finds %s', async (_, change) => {
    expect(await problems(at('/changes.json', (of) => void (of.changes = change(of.changes))))).not.toEqual([]);
  });

  it.each<[string, Tamper]>([
    ['another text', at('/releases/4.json', (of) => void (of.snapshot.summary = 'It always helps.'))],
    ['no text', at('/releases/4.json', (of) => replaced(of, { ...of, snapshot: null }))],
    ['the row of another release', at('/releases/4.json', (of) => replaced(of, yesterday.get('/releases/1.json')))],
    ['an error', at('/releases/4.json', () => ({ status: 503 }))],
    ['a withdrawn text', at('/releases/3.json', () => ({ status: 200 }))],
  ])('finds a release served with %s', async (_, tamper) => {
    expect(await problems(tamper)).not.toEqual([]);
  });

  it('finds keys that did not sign the log', async () => {
    const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = await exportJWK(publicKey);
    const swap = at('/.well-known/jwks.json', (of) => replaced(of, { keys: [{ ...jwk, kid: 'other' }] }));
    expect(await problems(swap)).not.toEqual([]);
  });

  it('finds rows, and seals, by a key that counts no longer', async () => {
    const revoke = at('/.well-known/jwks.json', (of) => {
      for (const key of of.keys as Record<string, unknown>[]) key.revokedFromSeq = 5;
      return undefined;
    });
    const found = await problems(revoke);
    expect([...new Set(found.filter((line) => line.startsWith('release ')))]).toEqual(
      [5, 6].map((seq) => `release ${seq}: key was revoked`),
    );
    expect(found.filter((line) => line.endsWith('seal: key was revoked'))).toHaveLength(4);
  });

  it('remembers how far the log went, and finds its end cut off, whole as the rest may look', async () => {
    expect((await verifyFeed(site.feed, { state })).problems).toEqual([]);
    expect(JSON.parse(await readFile(state, 'utf8'))).toMatchObject({ head: 6 });
    site.tamperWith((document, asked) =>
      replaced(document, yesterday.get(asked.split('?')[0] ?? '') ?? { ...document }),
    );
    expect((await verifyFeed(site.feed)).problems).toEqual([]);
    expect((await verifyFeed(site.feed, { state })).problems).toEqual([
      'the log ended at 6 before; its end was cut off',
    ]);
    expect(JSON.parse(await readFile(state, 'utf8'))).toMatchObject({ head: 6 });
  });

  it('finds a log that is another one, or was rewritten, since the last time', async () => {
    const known = { logId: '0189-other', head: 2, headHash: '0'.repeat(64) };
    await writeFile(state, JSON.stringify(known));
    expect((await verifyFeed(site.feed, { state })).problems).toHaveLength(1);
    const logId = yesterday.get('/changes.json')?.logId;
    await writeFile(state, JSON.stringify({ ...known, logId }));
    expect((await verifyFeed(site.feed, { state })).problems).toEqual(['release 2: is another one than it was before']);
  });

  it('exits 0 for a sound site and 1 for a tampered or missing one, as a command', async () => {
    expect(await run(site.feed, '--state', state)).toEqual({ code: 0, lines: 1 });
    expect(await run(`${site.origin}/feeds/missing.json`)).toMatchObject({ code: 1 });
    // The command that the page of a proof prints.
    const printed = (seq: number) => {
      const [, ...command] = checkCommand(site.origin, seq).split(' ');
      return command.slice(command.indexOf(SCRIPT) + 1);
    };
    const asPrinted = printed(4);
    expect(await run(...asPrinted)).toEqual({ code: 0, lines: 1 });
    // Of a withdrawal as well, which has no text.
    expect(await run(...printed(5))).toEqual({ code: 0, lines: 1 });
    site.tamperWith(at('/releases/5.json', (of) => replaced(of, { ...of, snapshot: { summary: 'Gone.' } })));
    expect(await run(...printed(5))).toMatchObject({ code: 1 });
    site.tamperWith((document, asked) => {
      if (asked === '/releases/4.json') document.title = 'A miracle cure';
      return undefined;
    });
    expect(await run(...asPrinted)).toMatchObject({ code: 1 });
    site.tamperWith(row(4, set('title', 'A miracle cure')));
    expect(await run(site.feed)).toMatchObject({ code: 1 });
  }, 60_000);
});

function run(...args: string[]): Promise<{ code: number; lines: number }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', SCRIPT, ...args], (error, stdout) =>
      resolve({ code: error === null ? 0 : Number(error.code), lines: stdout.trim().split('\n').length }),
    );
  });
}
