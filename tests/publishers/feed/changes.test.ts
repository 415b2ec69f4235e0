import { describe, expect, it } from 'vitest';
import { rowHash, type Release } from '../../../model/release-row.ts';
import type { Change } from '../../../publishers/feed/changes.ts';
import { createLibrary } from '../../../release-log/library.ts';
import { aCause, aTreatment, approval, memoryLog, released, withdrawn } from '../../support/releases.ts';
import { append, feedOver, SITE, type Feed } from './support.ts';

interface Changes {
  logId: string | null;
  head: number;
  headHash: string | null;
  since: number;
  changes: Change[];
  next: string | null;
}

const read = async (feed: Feed, path: string) => (await (await feed.get(path)).json()) as Changes;

async function walkChanges(feed: Feed, path: string): Promise<Changes[]> {
  const pages: Changes[] = [];
  for (let next: string | null = path; next !== null;) {
    const page: Changes = await read(feed, next);
    pages.push(page);
    next = page.next;
  }
  return pages;
}

const upTo = (count: number, over: Partial<Release> = {}): Release[] => {
  const rows: Release[] = [];
  for (let i = 1; i <= count; i += 1) append(rows, aCause({ slug: `cause-${i}` }), over);
  return rows;
};

const first = released(aTreatment(), { seq: 1, live: false });
const second = released(aTreatment({ summary: 'Better words.' }), { seq: 2, version: '1.1', changeKind: 'minor' });
const gone = withdrawn(second, { seq: 3, replacedBy: '0189-other' });

describe('the log of changes', () => {
  it('tells every row, its approvals and signature, and no text', async () => {
    const feed = feedOver([first, second]);
    const log = await read(feed, '/changes.json');
    expect(log).toMatchObject({ head: 2, since: 0, next: null });
    const { signature, live, snapshot: _text, summary: _words, ...members } = second;
    expect(log.changes[1]).toEqual({
      ...members,
      signature,
      live,
      hash: rowHash(second),
      url: `${SITE}/treatments/cold-heat`,
    });
    expect(log).toMatchObject({ logId: second.logId, head: 2, headHash: rowHash(second) });
    expect(log.changes[0]?.live).toBe(false);
    expect(JSON.stringify(log)).not.toContain('Better words');
  });

  it('tells a withdrawal with its reason, and that the row before it is no longer live', async () => {
    const feed = feedOver([first, second]);
    expect((await read(feed, '/changes.json?since=1')).changes.map(({ live }) => live)).toEqual([true]);
    feed.log.rows.push(gone);
    const { changes } = await read(feed, '/changes.json?since=1');
    expect(changes.map(({ live }) => live)).toEqual([false, false]);
    expect(changes[1]).toMatchObject({
      kind: 'withdrawn',
      reason: gone.reason,
      publicNote: null,
      replacedBy: '0189-other',
      approvals: [],
    });
  });

  it('has no gaps over its pages', async () => {
    const feed = feedOver(upTo(450));
    const pages = await walkChanges(feed, '/changes.json?limit=50');
    expect(pages.map(({ changes }) => changes.length)).toEqual(Array(9).fill(50));
    expect(pages.flatMap(({ changes }) => changes.map(({ seq }) => seq))).toEqual(
      Array.from({ length: 450 }, (_, i) => i + 1),
    );
    expect((await walkChanges(feed, '/changes.json?since=440&limit=3')).map(({ since }) => since)).toEqual([
      440, 443, 446, 449,
    ]);
  });

  it('keeps a page under 250 KB when the approvals are many', async () => {
    const feed = feedOver(upTo(500, { approvals: Array.from({ length: 4 }, () => approval) }));
    const pages = await walkChanges(feed, '/changes.json?limit=500');
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(250_000);
    expect(pages.flatMap(({ changes }) => changes.map(({ seq }) => seq))).toEqual(
      Array.from({ length: 500 }, (_, i) => i + 1),
    );
  });

  it('is empty at the head', async () => {
    const page = await read(feedOver([first, second]), '/changes.json?since=2');
    expect(page).toMatchObject({ head: 2, since: 2, changes: [], next: null });
    expect(await read(feedOver([]), '/changes.json')).toEqual({
      ...{ logId: null, head: 0, headHash: null },
      ...{ since: 0, changes: [], next: null },
    });
  });

  it.each(['since=3', 'since=9007199254740991', 'since=1&log=0189-another-log', 'log='])(
    'answers 409 to a position that is not in this log: %s',
    async (query) => {
      const response = await feedOver([first, second]).get(`/changes.json?${query}`);
      expect(response.status).toBe(409);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(await response.json()).toMatchObject({
        code: 'unknown-position',
        logId: second.logId,
        head: 2,
        headHash: rowHash(second),
      });
    },
  );

  it('names its log in the link to the next page, so that another log is noticed on the way', async () => {
    const [page] = await walkChanges(feedOver(upTo(3)), '/changes.json?limit=2');
    expect(page?.next).toBe(`${SITE}/changes.json?since=2&limit=2&log=${page?.logId ?? ''}`);
  });

  it('leaves a row for the next question when it is newer than the library', async () => {
    const behind = createLibrary({ log: memoryLog([first]), now: () => 0 });
    const log = await read(feedOver([first, second], { library: behind.current }), '/changes.json');
    expect(log).toMatchObject({ head: 1, changes: [{ seq: 1, live: true }], next: null });
  });

  it('fails rather than hide a gap', async () => {
    const errors: unknown[] = [];
    const feed = feedOver([first, gone], { onError: (error) => errors.push(error) });
    expect(await read(feed, '/changes.json')).toMatchObject({
      head: 3,
      next: `${SITE}/changes.json?since=1&log=${first.logId}`,
    });
    const response = await feed.get('/changes.json?since=1');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'integrity', seq: 2 });
    expect(errors).toHaveLength(1);
  });
});
