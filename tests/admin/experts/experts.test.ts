import { describe, expect, it } from 'vitest';
import { answerExpert } from '../../../admin/experts/respond.tsx';
import { createRequestCounts } from '../../../collections/shared/request-counts.ts';
import { DATABASES } from '../../support/database.ts';
import { edit } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf, graphqlOf } from '../../support/rest.ts';

const DAY = 24 * 60 * 60_000;
const FORM = { name: 'Jo Expert', credentials: 'Consultant', verdict: 'yes', words: 'canary-expert-words' };
/** As the route takes an address apart. */
const partsOf = (path: string) => new URL(path, 'http://localhost').pathname.split('/').slice(2);
const JSON_TYPE = 'application/json';

describe.each(DATABASES)('an outside expert, on %s', (database) => {
  const { system, staff, draftOf, live, review, submit, take } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);

  const asked = async (id: unknown, body: Record<string, unknown> = {}) => {
    const { revision } = await review(id as string);
    const answer = await rest('POST', `/api/causes/${String(id)}/experts`, {
      token: await tokenOf('editor'),
      body: { revision, ...body },
    });
    return answer.json as { uid: string; path: string; revision: string; expiresAt: string };
  };
  const open = async (
    path: string,
    form?: Record<string, string> | BodyInit,
    { limit = { most: 1000, minutes: 1 }, type = 'application/x-www-form-urlencoded', method = 'GET' } = {},
  ) => {
    const isFields = form !== undefined && Object.getPrototypeOf(form) === Object.prototype;
    const body = isFields
      ? new URLSearchParams(form as Record<string, string>).toString()
      : (form as BodyInit | undefined);
    const request = new Request(`http://localhost:3000${path}`, {
      method: form === undefined ? method : 'POST',
      ...(body === undefined ? {} : { body, headers: { 'Content-Type': type }, duplex: 'half' as const }),
    });
    const { payload, env, now } = system;
    const counts = createRequestCounts(payload, env.payloadSecret, now);
    const answer = await answerExpert(request, partsOf(path), {
      payload,
      counts,
      limit,
      client: '192.0.2.1',
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  it('reads exactly the text of the link, also after the draft has changed, without a script or a cookie', async () => {
    const { id } = await draftOf('read', { summary: 'canary-old-summary.' });
    const { path, revision } = await asked(id, { name: 'Jo', days: 7 });
    const before = await open(path);
    expect(before.status).toBe(200);
    expect(before.text).toContain('canary-old-summary');
    expect(before.text).not.toContain('has been changed since');
    expect(before.text).not.toMatch(/<script|<img|\son[a-z]+=/i);
    expect(before.headers.get('cache-control')).toBe('private, no-store');
    expect(before.headers.get('x-robots-tag')).toContain('noindex');
    expect(before.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(before.headers.get('set-cookie')).toBeNull();
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'Other words.' });
    const after = await open(path);
    expect(after.text).toContain('canary-old-summary');
    expect(after.text).toContain('has been changed since');
    await open(path, FORM);
    const sheet = await review(id);
    expect(sheet.expertWords).toMatchObject([{ name: 'Jo Expert', verdict: 'yes', revision }]);
    expect(sheet.revision).not.toBe(revision);
  });

  it('sees the text as its channels would give it, and nothing else by that address', async () => {
    const { id } = await draftOf('previewed', { summary: 'canary-seen-summary.' });
    const other = await draftOf('previewed-other', { summary: 'canary-other-summary.' });
    const { path, uid: link } = await asked(id);
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'Other words.' });
    expect((await open(path)).text).toContain(`src="${path}/preview?channel=page"`);
    const page = await open(`${path}/preview?channel=page`);
    expect([page.status, page.text.includes('canary-seen-summary'), page.text.includes('Other words.')]).toEqual([
      200,
      true,
      false,
    ]);
    expect(page.text).toContain('data-preview="band"');
    expect(page.text).not.toContain('speculationrules');
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await open(`${path}/preview?channel=feed`)).text).toContain('canary-seen-summary');
    expect((await open(`${path}/preview?channel=mail`)).text).toContain('No lesson uses this entry');
    for (const nothing of [
      `/preview?channel=page&revision=${'a'.repeat(64)}`,
      '/preview?channel=page&revision=live',
      `/preview?channel=mail&course=draft&lesson=${other.uid}:one`,
      '/preview',
      `/preview/${other.uid}?channel=page`,
      `/figures/${'0'.repeat(64)}.webp`,
      '/figures/..%2f..%2fkeys.webp',
      '/audit',
    ]) {
      const { status, text } = await open(`${path}${nothing}`);
      expect([nothing, status, text.includes('canary')]).toEqual([nothing, 404, false]);
    }
    expect((await open(`${path}/preview?channel=page`, FORM)).status).toBe(405);
    expect((await review(id)).expertWords).toEqual([]);
    const limited = { limit: { most: 1, minutes: 60 } };
    await open(`${path}/preview?channel=page`, undefined, limited);
    expect((await open(`${path}/preview?channel=page`, undefined, limited)).status).toBe(429);
    const token = await tokenOf('editor');
    await rest('POST', `/api/causes/${id}/experts/${link}/revoke`, { token, body: {} });
    expect((await open(`${path}/preview?channel=page`)).status).toBe(410);
  });

  it('says yes or no once; it is in the history, chained, and approves nothing', async () => {
    const { id, uid } = await draftOf('answered');
    const { path, revision } = await asked(id);
    await submit(id);
    const said = await open(path, { ...FORM, 'comment:summary': 'Say <b>why</b>.', 'comment:nowhere': 'Plain words.' });
    expect([said.status, said.headers.get('location')]).toEqual([303, path]);
    expect((await open(`${path}/preview?channel=page`)).status).toBe(410);
    const shown = await open(path);
    expect(shown.text).toContain('Say &lt;b&gt;why&lt;/b&gt;.');
    expect(shown.text).not.toContain('<form');
    const again = await open(path, { ...FORM, verdict: 'no' });
    expect([again.status, again.text.includes('You have answered already')]).toEqual([409, true]);
    const sheet = await review(id);
    expect([sheet.state, sheet.approvals.given]).toEqual(['in-review', 0]);
    expect(sheet.expertWords).toHaveLength(1);
    expect(sheet.expertWords[0]!.comments).toEqual([{ field: 'summary', label: 'Summary', text: 'Say <b>why</b>.' }]);
    expect(sheet.events[0]).toMatchObject({
      event: 'commented',
      revision,
      actor: null,
      person: null,
      clinician: null,
      actorName: 'Jo Expert (outside expert)',
    });
    expect(sheet.events[0]!.comment).toContain('says yes to this text. This is no approval.');
    expect((await take(staff.reviewer, id, 'approve', { revision, release: true })).live?.revision).toBe(revision);
    const { docs } = await system.payload.find({
      collection: 'reviews',
      where: { entry: { equals: uid } },
      sort: 'position',
    });
    expect(docs.map(({ position }) => position)).toEqual(docs.map((_, i) => i + 1));
  });

  it('is told what is missing, with what was typed; two answers at once are one', async () => {
    const { id } = await draftOf('typed');
    const { path } = await asked(id);
    const refused = await open(path, { ...FORM, name: ' ', words: 'Kept <script>alert(1)</script>' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Please look at: your name');
    expect(refused.text).toContain('Kept &lt;script&gt;');
    expect(refused.text).not.toContain('<script');
    expect((await open(path, { ...FORM, verdict: 'perhaps' })).status).toBe(400);
    expect((await open(path, { ...FORM, words: 'x'.repeat(4001) })).status).toBe(400);
    expect((await review(id)).expertWords).toEqual([]);
    const both = await Promise.all([open(path, FORM), open(path, { ...FORM, verdict: 'no' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await review(id)).expertWords).toHaveLength(1);
  });

  it('stands whole in the record for an auditor, however many were asked', async () => {
    const { id } = await draftOf('many-words');
    for (let n = 0; n < 21; n += 1) await open((await asked(id)).path, FORM);
    const { json } = await rest('GET', `/api/causes/${id}/audit.json`, { token: await tokenOf('editor') });
    expect((json as { audit: { expertWords: unknown[] } }).audit.expertWords).toHaveLength(21);
  });

  it('keeps what was typed, whatever is refused, and takes all that the form lets one type', async () => {
    const { id } = await draftOf('lost');
    const { path, uid } = await asked(id);
    const comments = (most: number, text: string) =>
      Object.fromEntries(Array.from({ length: most }, (_, n) => [`comment:part-${n}`, text]));
    const many = await open(path, { ...FORM, ...comments(61, 'Say why.') });
    expect([many.status, many.text.includes('at most 60')]).toEqual([400, true]);
    expect(many.text).toContain(FORM.words);
    const limited = { limit: { most: 1, minutes: 60 } };
    await open(path, undefined, limited);
    const busy = await open(path, { ...FORM, 'comment:summary': 'Kept <b>too</b>' }, limited);
    expect(busy.status).toBe(429);
    for (const kept of [FORM.words, FORM.name, 'Kept &lt;b&gt;too', 'Send my answer again'])
      expect(busy.text).toContain(kept);
    const broken = await answerExpert(
      new Request(`http://localhost:3000${path}`, { method: 'POST', body: new URLSearchParams(FORM) }),
      partsOf(path),
      {
        payload: system.payload,
        counts: { count: () => Promise.reject(new Error('the database is away')), uncount: () => Promise.resolve() },
        limit: { most: 1, minutes: 1 },
        client: null,
      },
    );
    expect([broken.status, (await broken.text()).includes(FORM.words)]).toEqual([500, true]);
    expect((await open(`/expert/${'A'.repeat(43)}`, FORM)).text).not.toContain(FORM.words);
    const lines = '漢\r\n'.repeat(1000);
    const longest = { ...FORM, words: '漢'.repeat(4000), ...comments(59, '漢'.repeat(2000)), 'comment:summary': lines };
    expect((await open(path, longest)).status).toBe(303);
    const again = await open(path, FORM);
    expect([again.status, again.text.includes(FORM.words), again.text.includes('<form')]).toEqual([409, true, false]);
    expect((await review(id)).expertWords).toMatchObject([{ uid, words: longest.words }]);
  });

  it('is stopped at every other door', async () => {
    const { id } = await draftOf('stopped');
    const { path, uid } = await asked(id, { days: 1 });
    const wrong = `/expert/${'A'.repeat(43)}`;
    for (const nowhere of [wrong, '/expert/x', '/expert/..%2fadmin', `${path}x`]) {
      expect((await open(nowhere)).status, nowhere).toBe(404);
      expect((await open(nowhere, FORM)).status, nowhere).toBe(404);
    }
    expect((await open(path, JSON.stringify(FORM), { type: JSON_TYPE })).status).toBe(415);
    expect((await open(path, 'x'.repeat(20 * 1024 * 1024))).status).toBe(413);
    const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(65_536)) });
    expect((await open(path, endless)).status).toBe(413);
    expect((await open(path, undefined, { method: 'DELETE' })).status).toBe(405);
    const limited = { limit: { most: 1, minutes: 60 } };
    await open(path, undefined, limited);
    const many = await open(path, undefined, limited);
    expect([many.status, Number(many.headers.get('retry-after')) > 0]).toEqual([429, true]);
    // Of another entry nobody ends it, of this one once.
    const other = await draftOf('stopped-other');
    const token = await tokenOf('editor');
    const revoke = async (entry: unknown) =>
      (await rest('POST', `/api/causes/${String(entry)}/experts/${uid}/revoke`, { token, body: {} })).status;
    expect(await revoke(other.id)).toBe(404);
    expect(await revoke(id)).toBe(200);
    expect(await revoke(id)).toBe(409);
    expect((await open(path)).status).toBe(410);
    expect((await open(path, FORM)).status).toBe(410);
    // Time ends one as well.
    const late = await asked(id, { days: 1 });
    const now = system.now();
    system.setNow(new Date(now.getTime() + DAY + 1));
    expect((await open(late.path)).text).toContain('time for this link is over');
    expect((await open(late.path, FORM)).status).toBe(410);
    system.setNow(now);
    // A text that somebody wrote over is nobody's to judge.
    const where = { uid: { equals: late.uid } };
    await system.payload.db.updateOne({ collection: 'expert-links', where, data: { snapshot: { title: 'Other' } } });
    expect((await open(late.path)).status).toBe(410);
  });

  it('is asked by editors and reviewers alone, of the text before their eyes', async () => {
    const { id } = await live('who');
    const { revision } = await review(id);
    const ask = async (who: 'editor' | 'mailer' | 'reviewer' | null, body: unknown) => {
      const token = who ? { token: await tokenOf(who) } : {};
      return (await rest('POST', `/api/causes/${id}/experts`, { ...token, body })).json?.code;
    };
    expect(await ask(null, { revision })).toBe('not-authenticated');
    expect(await ask('mailer', { revision })).toBe('not-allowed');
    expect(await ask('reviewer', { revision: 'x' })).toBe('stale-revision');
    for (const body of [
      {},
      { revision, days: 31 },
      { revision, days: 0 },
      { revision, name: 'a\u0007' },
      { revision, to: 1 },
    ])
      expect(await ask('editor', body), JSON.stringify(body)).toBe('invalid-request');
    expect(await ask('reviewer', { revision })).toBeUndefined();
    expect((await rest('GET', `/api/causes/${id}/experts`)).status).toBe(401);
  });

  it('leaves words for the staff alone, and no door of Payload writes or shows more', async () => {
    const { id } = await draftOf('kept', { summary: 'canary-kept.' });
    const made = await asked(id, { name: 'canary-invited' });
    await open(made.path, FORM);
    const token = await tokenOf('admin');
    const list = await rest('GET', `/api/expert-links?where[uid][equals]=${made.uid}`, { token });
    expect(list.text).toContain('canary-expert-words');
    const graphql = await graphqlOf(system.payload);
    const asked2 = await graphql('{ ExpertLinks { docs { uid digest snapshot titles } } }', { token });
    for (const text of [list.text, asked2.text]) {
      expect(text).not.toContain('canary-kept');
      expect(text).not.toMatch(/"digest":"/);
      expect(text).not.toContain(made.path.split('/')[2]);
    }
    expect((await rest('GET', '/api/expert-links')).status).toBe(403);
    const row = (list.json!.docs as { id: unknown }[])[0]!;
    for (const [method, path] of [
      ['POST', '/api/expert-links'],
      ['PATCH', `/api/expert-links/${String(row.id)}`],
      ['DELETE', `/api/expert-links/${String(row.id)}`],
    ] as const)
      expect((await rest(method, path, { token, body: { verdict: 'no' } })).status, method).toBe(403);
    for (const path of ['/api/releases', '/api/reviews']) {
      const { text } = await rest('GET', path);
      expect(text).not.toContain('canary-expert-words');
      expect(text).not.toContain('canary-invited');
    }
  });
});
