import { beforeAll, describe, expect, it } from 'vitest';
import { VERBS } from '../../model/lifecycle.ts';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { edit, logOf } from '../support/editing.ts';
import { apiOf, type Answer, type Ask } from '../support/rest.ts';

describe.each(DATABASES)('the verbs over HTTP on %s', (database) => {
  const { system, staff, draftOf: newDraft, review, submit, take } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  let editor: string;
  let reviewer: string;
  beforeAll(async () => {
    editor = await tokenOf('editor');
    reviewer = await tokenOf('reviewer');
  });
  const draftOf = async (slug: string) => {
    const { id } = await newDraft(slug);
    return { id, ...(await review(id)) };
  };
  const keyOf = async (token: string) => {
    const { json } = await rest('POST', '/api/api-keys/issue', { token, body: { name: 'A script' } });
    return { Authorization: `users API-Key ${String(json?.key)}` };
  };
  const post = (id: string | number, verb: string, ask: Ask) => rest('POST', `/api/causes/${id}/${verb}`, ask);
  const expectProblem = ({ status, headers, json, text }: Answer, code: string, expected: number) => {
    expect([status, json?.code, json?.status, json?.type], text).toEqual([
      expected,
      code,
      expected,
      `urn:imprimatur:problem:${code}`,
    ]);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/node_modules|\.ts:\d+/);
  };

  it('bring a draft to readers, each answer being the review sheet', async () => {
    const { id, uid, revision } = await draftOf('over-http');
    const head = (await logOf(system.payload)).length;
    const submitted = await post(id, 'submit-for-review', {
      token: editor,
      body: { revision, changeKind: 'new', changeNote: 'First.' },
    });
    expect([submitted.status, submitted.json]).toMatchObject([200, { uid, state: 'in-review', revision, live: null }]);
    expect(submitted.headers.get('content-type')).toMatch(/^application\/json/);
    const live = await post(uid, 'approve', { token: reviewer, body: { revision, release: true } });
    expect([live.status, live.json]).toMatchObject([
      200,
      { state: 'live', live: { seq: head + 1, version: '1.0', revision } },
    ]);
    // What a person may do next is for whoever asks.
    const read = await rest('GET', `/api/causes/${uid}/review`, { token: reviewer });
    expect(read.json).toEqual(live.json);
    expect(read.headers.get('cache-control')).toBe('no-store');
    expect(Object.keys(read.json ?? {})).toEqual(
      expect.arrayContaining(['uid', 'state', 'revision', 'live', 'issues', 'allowedVerbs', 'events']),
    );
  });

  it('take an API key', async () => {
    const { id, revision } = await draftOf('by-api-key');
    const headers = await keyOf(editor);
    const { status, json } = await post(id, 'submit-for-review', {
      headers,
      body: { revision, changeKind: 'new', changeNote: 'First.' },
    });
    expect([status, json?.state]).toEqual([200, 'in-review']);
    expectProblem(
      await post(id, 'approve', { headers: { Authorization: 'users API-Key wrong' }, body: { revision } }),
      'not-authenticated',
      401,
    );
  });

  it('take no approval and no renewal of an API key', async () => {
    const { id } = await draftOf('approved-by-key');
    const { revision } = await submit(id);
    const headers = await keyOf(reviewer);
    expectProblem(await post(id, 'approve', { headers, body: { revision } }), 'session-needed', 403);
    expect((await take(staff.reviewer, id, 'approve', { revision, release: true })).state).toBe('live');
    const renewal = { revision, reviewDue: '2035-01-01' };
    expectProblem(await post(id, 'renew-review', { headers, body: renewal }), 'session-needed', 403);
  });

  it('need a session, for reading too', async () => {
    const { id, revision } = await draftOf('no-session');
    for (const verb of VERBS) {
      expectProblem(await post(id, verb, { body: { revision } }), 'not-authenticated', 401);
      expectProblem(await post(id, verb, { token: `${editor}x`, body: { revision } }), 'not-authenticated', 401);
    }
    expectProblem(await rest('GET', `/api/causes/${id}/review`), 'not-authenticated', 401);
  });

  it('do not take a session cookie that another site sends', async () => {
    const { id, revision } = await draftOf('forged');
    const cookie = `payload-token=${editor}`;
    const body = { revision, changeKind: 'new', changeNote: 'First.' };
    expectProblem(
      await post(id, 'submit-for-review', { headers: { Cookie: cookie, Origin: 'https://evil.example' }, body }),
      'not-allowed',
      403,
    );
    expect(
      (await post(id, 'submit-for-review', { headers: { Cookie: cookie, Origin: system.env.siteUrl }, body })).status,
    ).toBe(200);
  });

  it('answer each refusal with its status and code', async () => {
    const { id, revision } = await draftOf('refusals');
    const ask = (token: string, body: unknown) => ({ token, body });
    expectProblem(await post(id, 'approve', ask(editor, { revision })), 'not-allowed', 403);
    expectProblem(
      await post(id, 'approve', ask(await tokenOf('admin'), { revision })),
      'clinician-profile-missing',
      403,
    );
    expectProblem(await post(id, 'approve', ask(reviewer, { revision })), 'wrong-state', 409);
    const stale = await post(
      id,
      'submit-for-review',
      ask(editor, { revision: 'x', changeKind: 'minor', changeNote: 'x' }),
    );
    expectProblem(stale, 'stale-revision', 409);
    expect(stale.json?.current).toBe(revision);
    const unmet = await post(id, 'release', ask(editor, { revision }));
    expectProblem(unmet, 'requirements-not-met', 422);
    expect(unmet.json?.issues).toMatchObject([
      { code: 'not-submitted', severity: 'error' },
      { code: 'approvals-missing', severity: 'error' },
    ]);
    await edit(system.payload, staff.reviewer, 'causes', id, { summary: 'By the reviewer.' });
    const edited = (await review(id)).revision;
    await post(id, 'submit-for-review', ask(editor, { revision: edited, changeKind: 'minor', changeNote: 'x' }));
    expectProblem(await post(id, 'approve', ask(reviewer, { revision: edited })), 'four-eyes', 403);
    const invalid = await post(id, 'approve', ask(reviewer, {}));
    expectProblem(invalid, 'invalid-request', 400);
    expect(invalid.json?.fields).toMatchObject([{ field: 'revision' }]);
  });

  it('do not find unknown and malformed ids', async () => {
    for (const id of [
      '0',
      '999999',
      'f'.repeat(24),
      '018f0000-0000-7000-8000-000000000000',
      'null',
      '-1',
      "1'--",
      '%F0%9F%92%A5',
      'x'.repeat(3000),
    ]) {
      expectProblem(await post(id, 'release', { token: editor, body: { revision: 'x' } }), 'not-found', 404);
      expectProblem(await rest('GET', `/api/causes/${id}/review`, { token: editor }), 'not-found', 404);
    }
    for (const path of ['/api/causes/%/release', '/api/causes/%00/release', '/api/causes/%E0%A4%A/review']) {
      const { status, text } = await rest(path.endsWith('review') ? 'GET' : 'POST', path, {
        token: editor,
        ...(path.endsWith('review') ? {} : { body: { revision: 'x' } }),
      });
      expect(status >= 400 && status < 500, `${path} ${status} ${text}`).toBe(true);
    }
  });

  it('do not have verbs that are not in the list, nor other methods', async () => {
    const { id } = await draftOf('methods');
    for (const verb of ['publish', 'delete', 'constructor', 'review'])
      expect((await post(id, verb, { token: editor, body: {} })).status).toBe(404);
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      expect(
        (await rest(method, `/api/causes/${id}/release`, { token: editor })).status,
        method,
      ).toBeGreaterThanOrEqual(400);
    }
    expect((await rest('POST', `/api/sources/${id}/release`, { token: editor, body: {} })).status).toBe(404);
  });

  it('take JSON only', async () => {
    const { id } = await draftOf('types');
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/xml',
      'application/jsonp',
      '',
    ]) {
      expectProblem(
        await post(id, 'release', { token: editor, raw: '{}', headers: { 'Content-Type': type } }),
        'unsupported-media-type',
        415,
      );
    }
    const form = new FormData();
    form.set('revision', 'x');
    const { status } = await post(id, 'release', {
      token: editor,
      raw: form,
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    });
    expect(status).toBe(415);
    for (const raw of ['{', 'revision=x', '{"revision":}', '\0']) {
      expectProblem(await post(id, 'release', { token: editor, raw }), 'invalid-request', 400);
    }
    for (const raw of ['[]', '7', 'null', '""', '']) {
      expectProblem(await post(id, 'release', { token: editor, raw }), 'invalid-request', 400);
    }
    const charset = await post(id, 'release', {
      token: editor,
      raw: '{}',
      headers: { 'Content-Type': 'Application/JSON; charset=utf-8' },
    });
    expectProblem(charset, 'invalid-request', 400);
  });

  it('do not swallow a huge body, announced or not, and count bytes', async () => {
    const { id, revision } = await draftOf('huge');
    const body = (comment: string) => JSON.stringify({ revision, comment });
    expectProblem(
      await post(id, 'release', { token: editor, raw: body('x'.repeat(64 * 1024)) }),
      'body-too-large',
      413,
    );
    expectProblem(
      await post(id, 'release', { token: editor, raw: body('é'.repeat(40 * 1024)) }),
      'body-too-large',
      413,
    );
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16 * 1024;
        if (sent > 64 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(16 * 1024).fill(120));
      },
    });
    expectProblem(await post(id, 'release', { token: editor, raw: endless }), 'body-too-large', 413);
    expect(sent).toBeLessThan(1024 * 1024);
    const { status } = await post(id, 'release', {
      token: editor,
      raw: body('x'.repeat(1000)),
      headers: { 'Content-Length': 'many' },
    });
    expect(status).toBe(422);
  });
});
