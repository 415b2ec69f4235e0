import { describe, expect, it } from 'vitest';
import { rowHash } from '../../../model/release-row.ts';
import { aTreatment, released, withdrawn } from '../../support/releases.ts';
import { feedOver, SITE } from './support.ts';

const first = released(aTreatment(), { seq: 1, live: false });
const second = released(aTreatment({ summary: 'Better words.' }), { seq: 2, version: '1.1', previous: rowHash(first) });
const gone = withdrawn(second, { seq: 3, previous: rowHash(second), reason: 'unsafe', replacedBy: '0189-other' });

describe('a release by its position', () => {
  it('is the whole row as it was signed, with its text', async () => {
    const response = await feedOver([first, second]).get('/releases/2.json');
    const { live: _live, summary: _inTheSnapshot, ...row } = second;
    expect(await response.json()).toEqual({ ...row, hash: rowHash(second), url: `${SITE}/treatments/cold-heat` });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=0, s-maxage=1, must-revalidate',
      etag: expect.stringMatching(/^"[^"]+"$/) as unknown,
    });
  });

  it('stays the same, bytes and ETag, when the entry is released again', async () => {
    const feed = feedOver([first]);
    const before = await feed.get('/releases/1.json');
    feed.log.rows.push(second);
    const after = await feed.get('/releases/1.json', {
      headers: { 'if-none-match': before.headers.get('etag') ?? '' },
    });
    expect(after.status).toBe(304);
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
  });

  it('answers 410 for every release of an entry that is withdrawn, and tells no text', async () => {
    const feed = feedOver([first, second]);
    expect((await feed.get('/releases/2.json')).status).toBe(200);
    feed.log.rows.push(gone);
    for (const seq of [1, 2]) {
      const response = await feed.get(`/releases/${seq}.json`);
      expect(response.status).toBe(410);
      const body = await response.text();
      expect(JSON.parse(body)).toMatchObject({
        code: 'gone',
        withdrawnBy: 3,
        reason: 'unsafe',
        replacedBy: '0189-other',
      });
      expect(body).not.toContain('Better words');
    }
  });

  it('serves the row of a withdrawal, which has no text, also when the entry came back', async () => {
    const feed = feedOver([first, second, gone]);
    const { live: _live, summary: _none, ...row } = gone;
    const served = { ...row, snapshot: null, hash: rowHash(gone), url: `${SITE}/treatments/cold-heat` };
    expect(await (await feed.get('/releases/3.json')).json()).toEqual(served);
    feed.log.rows.push(released(aTreatment(), { seq: 4, previous: rowHash(gone) }));
    expect((await feed.get('/releases/3.json')).status).toBe(200);
    expect((await feed.get('/releases/2.json')).status).toBe(410);
  });

  it.each(['/releases/3.json', '/releases/0.json', '/releases/01.json', '/releases/x.json', '/releases/1e0.json'])(
    'answers 404 to %s',
    async (path) => {
      const response = await feedOver([first, second]).get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not-found' });
    },
  );
});
