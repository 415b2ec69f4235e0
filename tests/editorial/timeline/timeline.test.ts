import { describe, expect, it } from 'vitest';
import { signingKeyOf } from '../../../release-log/signing-key.ts';
import { verifyAudit } from '../../../scripts/verify-audit.ts';
import { DATABASES } from '../../support/database.ts';
import { act, comment } from '../../support/comments.ts';
import { edit } from '../../support/editing.ts';
import { releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

type Row = Record<string, unknown>;

interface Line {
  kind: string;
  by: string;
  state: string | null;
  changed?: string[];
  event?: string;
  saves?: number;
  version?: string;
}

describe.each(DATABASES)('the timeline of an entry, on %s', (database) => {
  const { system, staff, draftOf, live, take, review, submit } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  // Versions bear the time of the machine.
  const moveOn = () => {
    system.setNow(new Date());
  };
  const get = async (path: string) =>
    (await rest('GET', `/api/causes/${path}`, { token: await tokenOf('editor') })).json!;
  const linesOf = async (id: unknown, query = '') => (await get(`${String(id)}/timeline${query}`)).lines as Line[];

  /** Released, edited twice, submitted, sent back, and edited by somebody else. */
  const withHistory = async (slug: string) => {
    moveOn();
    const { id, uid } = await draftOf(slug, { summary: 'Plain words.' });
    moveOn();
    const first = await releaseEntry(system.payload, staff, 'causes', id);
    moveOn();
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'Old words.' });
    moveOn();
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'Other words.' });
    moveOn();
    const { revision } = await submit(id);
    moveOn();
    await take(staff.reviewer, id, 'request-changes', { revision, comment: 'Say more.' });
    moveOn();
    await edit(system.payload, staff.reviewer, 'causes', id, { title: 'Stiff hip' });
    return { id, uid: uid!, first: first.revision };
  };

  it('has a line for each event and each sitting, newest first, with who and what', async () => {
    const { id } = await withHistory('told');
    const lines = await linesOf(id);
    expect(lines.map(({ kind, event, by }) => [event ?? kind, by])).toEqual([
      ['edited', 'Demo clinician'],
      ['edit', 'Demo clinician'],
      ['changes-requested', 'Demo clinician'],
      ['submitted', 'Demo editor'],
      ['edit', 'Demo editor'],
      ['release', 'Demo clinician'],
      ['approved', 'Demo clinician'],
      ['submitted', 'Demo editor'],
      ['edit', 'Demo editor'],
    ]);
    expect(lines[1]).toMatchObject({ saves: 1, changed: ['Title'] });
    expect(lines[4]).toMatchObject({ saves: 2, changed: ['Summary'] });
    expect(lines[5]).toMatchObject({ version: '1.0', state: expect.stringMatching(/^release-\d+$/) as string });
    expect((await linesOf(id, '?kind=released')).map(({ kind }) => kind)).toEqual(['release']);
    expect((await linesOf(id, '?kind=edits')).map(({ kind }) => kind)).toEqual(['edit', 'edit']);
  });

  it('compares any two of its states, the earlier one first', async () => {
    const { id } = await withHistory('compared');
    const lines = await linesOf(id);
    const [submitted, released] = [lines[3]!.state!, lines[5]!.state!];
    const summary = (comparison: Record<string, unknown>) =>
      (comparison.changes as { field: string; parts: { text: string; kind: string }[] }[]).map(({ field, parts }) => [
        field,
        parts
          .filter(({ kind }) => kind === 'added')
          .map(({ text }) => text)
          .join(''),
      ]);
    const past = await get(`${id}/compare?a=${submitted}&b=${released}`);
    expect([(past.a as Line).kind, (past.b as Line).kind]).toEqual(['release', 'saved']);
    expect(summary(past)).toEqual([['summary', 'Other']]);
    const now = await get(`${id}/compare?a=${released}&b=draft`);
    expect(summary(now)).toEqual([
      ['title', 'Stiff'],
      ['summary', 'Other'],
    ]);
    expect((now.b as { revision: string }).revision).toBe((await review(id)).revision);
  });

  it('makes a draft of an old state, and its authors are whoever wrote that', async () => {
    const { id, first } = await withHistory('restored');
    const lines = await linesOf(id);
    const ask = async (who: 'editor' | 'mailer' | 'reviewer', body: unknown) =>
      rest('POST', `/api/causes/${id}/restore-as-draft`, { token: await tokenOf(who), body });
    const { revision } = await review(id);
    const state = lines[5]!.state!;
    expect((await ask('mailer', { state, revision })).json?.code).toBe('not-allowed');
    expect((await ask('editor', { state, revision: first })).json?.code).toBe('stale-revision');
    const { status, json } = await ask('reviewer', { state, revision });
    expect(status).toBe(200);
    expect(json).toMatchObject({ revision: first, differs: [] });
    const sheet = await review(id);
    expect([sheet.state, sheet.revision, sheet.live?.revision]).toEqual(['live', first, first]);
    // The words of a submission, by its moment.
    const other = await ask('reviewer', { state: lines[3]!.state!, revision: first });
    expect(other.json).toMatchObject({ differs: [] });
    moveOn();
    const submitted = await submit(id, 'Said.');
    expect(submitted.state).toBe('in-review');
    // Whoever restored it may have had a hand in it.
    const refused = await rest('POST', `/api/causes/${id}/approve`, {
      token: await tokenOf('reviewer'),
      body: { revision: submitted.revision },
    });
    expect(refused.json?.code).toBe('four-eyes');
  });

  it('is exported for an auditor, who finds every change of it', async () => {
    const { id } = await withHistory('audited');
    const { revision } = await review(id);
    const { thread } = await comment(system.payload, staff.editor, id, { kind: 'comment', body: 'Say why.', revision });
    await act(system.payload, staff.reviewer, id, [thread, 'resolve']);
    const jwks = { keys: [(await signingKeyOf(system.payload)).publicJwk] };
    const file = await get(`${id}/audit.json`);
    expect(await verifyAudit(file, jwks)).toEqual([]);
    const { audit } = file as { audit: { releases: { row: { title: string } }[]; events: Row[]; comments: Row[] } };
    expect([audit.releases.length, audit.events.length]).toEqual([1, 6]);
    expect(audit.comments.map(({ event, body }) => [event, body ?? null])).toEqual([
      ['opened', 'Say why.'],
      ['resolved', null],
    ]);
    const changed = structuredClone({ ...file, audit });
    changed.audit.events[1]!.actorName = 'Somebody else';
    changed.audit.comments[0]!.body = 'Other words.';
    changed.audit.releases[0]!.row.title = 'Other words.';
    expect(await verifyAudit(changed, jwks)).toEqual([
      'the export is not what was signed',
      expect.stringMatching(/^release \d+: is not what was signed$/),
      expect.stringMatching(/^release \d+: has another hash than it says$/),
      'review event 2: was changed',
      'comment 1: was changed',
    ]);
    const shorter = structuredClone({ ...file, audit });
    shorter.audit.events.splice(1, 1);
    expect((await verifyAudit(shorter, jwks)).join()).toContain('no approval by Demo clinician');
    expect(await verifyAudit(file, { keys: [] })).not.toEqual([]);
    const { status } = await rest('GET', `/api/causes/${id}/audit.json`, { token: await tokenOf('mailer') });
    expect(status).toBe(403);
  });

  it('says what readers had on a day', async () => {
    const { id, revision } = await live('had');
    const today = system.now().toISOString().slice(0, 10);
    await take(staff.reviewer, id, 'withdraw', { revision, reason: 'inaccurate' });
    const { had, unverified, slug } = await get(`${id}/readers-had?on=${today}`);
    expect([unverified, slug]).toEqual([[], null]);
    expect(had).toMatchObject([
      { release: null, withdrawn: null },
      { release: { version: '1.0', revision } },
      { release: null, withdrawn: 'inaccurate' },
    ]);
    expect((await get(`${id}/readers-had?on=2020-01-01`)).had).toMatchObject([{ release: null, withdrawn: null }]);
    const lines = await linesOf(id);
    expect(lines[0]).toMatchObject({ kind: 'withdrawal', reason: 'inaccurate' });
  });

  it('is for staff alone, of states that there are', async () => {
    const { id } = await live('doors');
    const other = await live('another-one');
    const foreign = (await linesOf(other.id)).find(({ kind }) => kind === 'release')!.state!;
    for (const path of ['timeline', 'compare?a=draft&b=draft', 'readers-had?on=2026-01-01'])
      expect((await rest('GET', `/api/causes/${id}/${path}`)).status, path).toBe(401);
    expect((await rest('POST', `/api/causes/${id}/restore-as-draft`, { body: {} })).status).toBe(401);
    const token = await tokenOf('editor');
    const codes: [string, string][] = [
      ['compare?a=draft', 'invalid-request'],
      ['compare?a=draft&b=release-0', 'invalid-request'],
      ['compare?a=draft&b=release-99999999', 'not-found'],
      [`compare?a=draft&b=${foreign}`, 'not-found'],
      ['compare?a=draft&b=saved-2001-01-01T00:00:00.000Z', 'not-found'],
      ['compare?a[]=draft&b=draft', 'invalid-request'],
      ['timeline?kind=none', 'invalid-request'],
      ['timeline?from=x', 'invalid-request'],
      ['readers-had?on=2026-02-30', 'invalid-request'],
      ['readers-had', 'invalid-request'],
    ];
    for (const [path, code] of codes)
      expect((await rest('GET', `/api/causes/${id}/${path}`, { token })).json?.code, path).toBe(code);
    expect((await rest('GET', '/api/causes/999999/timeline', { token })).status).toBe(404);
  });
});
