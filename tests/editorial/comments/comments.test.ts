import { v4 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import { linkProblems } from '../../../model/chain.ts';
import { act, comment } from '../../support/comments.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, refusal, refused } from '../../support/editing.ts';
import { lexical } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

const sections = (words: string) => [{ kind: 'what-it-is', body: lexical(words) }];
const OLD = { anchor: { field: 'sections.0.body', exact: 'Old words' } };

describe.each(DATABASES)('comments on %s', (database) => {
  const { system, staff, take, review, submit, draftOf, approved } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const rows = async (uid: string | null | undefined) => {
    const where = { entry: { equals: uid } };
    return (await system.payload.find({ collection: 'comments', where, sort: 'position', limit: 0 })).docs;
  };

  it('hang on words, whatever is written around them, and keep the words when they go', async () => {
    const { payload } = system;
    const { id } = await draftOf('hanging', { sections: sections('Old words. Plain words.') });
    const { thread, anchor, quote } = await comment(payload, staff.reviewer, id, { body: 'Sure?', ...OLD });
    expect(anchor).toEqual({ status: 'here', path: 'sections.0.body', start: 0, end: 9 });
    expect(quote?.label).toContain('what it is');
    await edit(payload, staff.editor, 'causes', id, { sections: sections('Other words. Old words.') });
    const replied = await act(payload, staff.editor, id, [thread, 'replies'], { body: 'Yes.' });
    expect(replied.threads[0]?.anchor).toMatchObject({ status: 'here', start: 13 });
    await edit(payload, staff.editor, 'causes', id, { sections: sections('Nothing is left of it.') });
    const gone = await act(payload, staff.editor, id, [thread, 'resolve']);
    expect(gone.threads[0]).toMatchObject({ anchor: { status: 'orphaned' }, quote: { exact: 'Old words' } });
    expect(gone.threads[0]?.lines.map(({ event, by }) => [event, by])).toEqual([
      ['opened', 'Demo clinician'],
      ['replied', 'Demo editor'],
      ['resolved', 'Demo editor'],
    ]);
    expect(gone.openThreads).toBe(0);
    expect(await refusal(comment(payload, staff.reviewer, id, { body: 'Sure?', ...OLD }))).toBe('words-changed');
  });

  it('are one chain for each entry, whose end and open threads the status row knows', async () => {
    const { payload } = system;
    const { id, uid } = await draftOf('chain-of-comments');
    const { thread } = await comment(payload, staff.reviewer, id, {
      body: '2026-06-01',
      mentions: [staff.editor.id].map(String),
    });
    await comment(payload, staff.reviewer, id, { kind: 'must', body: 'Say more.' });
    await act(payload, staff.editor, id, [thread, 'resolve']);
    const chain = await rows(uid);
    expect(chain.flatMap((row, i) => linkProblems({ ...row }, chain[i - 1] ?? null))).toEqual([]);
    const { docs } = await payload.find({ collection: 'entry-status', where: { uid: { equals: uid } } });
    expect(docs[0]).toMatchObject({ openThreads: 1, openMusts: 1, commentsHead: chain.at(-1)?.hash });
    expect(await review(id)).toMatchObject({ openThreads: 1, openMusts: 1 });
    await edit(payload, staff.editor, 'causes', id, { summary: 'Other words.' });
    expect(await review(id)).toMatchObject({ openThreads: 1, openMusts: 1 });
  });

  it('that say something must change block approval and release until their author calls it done', async () => {
    const { payload } = system;
    const { id, revision } = await approved('a-must');
    const { thread } = await comment(payload, staff.secondReviewer, id, { kind: 'must', body: 'Not like this.' });
    const { refusals, allowedVerbs, issues } = await review(id);
    expect(refusals.release).toMatchObject({ code: 'requirements-not-met' });
    expect(refusals.release?.message).toContain('must change');
    expect(issues.map(({ code }) => code)).toContain('must-open');
    expect(allowedVerbs).not.toContain('schedule');
    const release = () => take(staff.editor, id, 'release', { revision });
    expect((await refused(release())).details).toMatchObject({ issues: [{ code: 'must-open' }] });
    expect(await refusal(act(payload, staff.editor, id, [thread, 'resolve']))).toBe('not-allowed');
    expect(await refusal(act(payload, staff.reviewer, id, [thread, 'resolve']))).toBe('not-allowed');
    expect(await refusal(act(payload, staff.admin, id, [thread, 'resolve'], { body: 'Late.' }))).toBe('not-allowed');
    await act(payload, staff.secondReviewer, id, [thread, 'resolve']);
    expect((await release()).state).toBe('live');
    // A withdrawal waits for nothing.
    await comment(payload, staff.reviewer, id, { kind: 'must', body: 'Nor like this.' });
    expect((await review(id)).refusals['renew-review']).toBeDefined();
    await take(staff.editor, id, 'withdraw', { revision, reason: 'unsafe' });
  });

  it('of which one must be answered let the text be submitted, not approved', async () => {
    const { payload } = system;
    const { id } = await draftOf('must-of-draft');
    await comment(payload, staff.admin, id, { kind: 'must', body: 'Say more.' });
    const { revision } = await submit(id);
    expect(await refusal(take(staff.reviewer, id, 'approve', { revision }))).toBe('requirements-not-met');
    expect(await refusal(comment(payload, staff.editor, id, { kind: 'must', body: 'No.' }))).toBe('not-allowed');
    expect(await refusal(comment(payload, staff.mailer, id, { kind: 'must', body: 'No.' }))).toBe('not-allowed');
  });

  it('are ended for somebody who left by an admin, with a reason', async () => {
    const { payload } = system;
    const { id } = await draftOf('left');
    const { thread } = await comment(payload, staff.secondReviewer, id, { kind: 'must', body: 'Say more.' });
    const standing = (word: string) =>
      payload.update({
        collection: 'clinicians',
        where: { uid: { equals: clinicianUid } },
        data: { standing: word as never },
      });
    const { docs } = await payload.find({
      collection: 'users',
      where: { id: { equals: staff.secondReviewer.id } },
      depth: 1,
    });
    const clinicianUid = (docs[0]?.clinician as { uid?: string } | undefined)?.uid ?? '';
    await standing('struck-off');
    expect(await refusal(act(payload, staff.secondReviewer, id, [thread, 'resolve']))).toBe('not-allowed');
    expect(await refusal(act(payload, staff.editor, id, [thread, 'resolve'], { body: 'Left.' }))).toBe('not-allowed');
    expect(await refusal(act(payload, staff.admin, id, [thread, 'resolve']))).toBe('reply-missing');
    const { openMusts } = await act(payload, staff.admin, id, [thread, 'resolve'], { body: 'Left.' });
    expect(openMusts).toBe(0);
    await standing('in-good-standing');
  });

  it('are said once under one key, and of two who resolve at once one is told', async () => {
    const { payload } = system;
    const { id, uid } = await draftOf('twice');
    const key = uuid();
    const first = await comment(payload, staff.reviewer, id, { key, body: 'Once.' });
    expect(await comment(payload, staff.reviewer, id, { key, body: 'Once.' })).toEqual(first);
    expect(await refusal(comment(payload, staff.reviewer, id, { key, body: 'Twice.' }))).toBe('wrong-state');
    expect(await refusal(comment(payload, staff.editor, id, { key, body: 'Once.' }))).toBe('wrong-state');
    const both = await Promise.allSettled(
      [staff.editor, staff.reviewer].map((user) => act(payload, user, id, [first.thread, 'resolve'])),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))).toEqual([
      'wrong-state',
    ]);
    expect((await rows(uid)).map(({ event }) => event)).toEqual(['opened', 'resolved']);
    await act(payload, staff.mailer, id, [first.thread, 'replies'], { body: 'Thanks.' });
    expect(await refusal(act(payload, staff.mailer, id, [first.thread, 'reopen']))).toBe('not-allowed');
    expect((await act(payload, staff.editor, id, [first.thread, 'reopen'])).openThreads).toBe(1);
    expect(await refusal(act(payload, staff.editor, id, [uuid(), 'reopen']))).toBe('not-found');
  });

  it('stay with an entry that is deleted and put back; a duplicate starts without', async () => {
    const { payload } = system;
    const { id, uid } = await draftOf('comes-back');
    await comment(payload, staff.reviewer, id, { kind: 'must', body: 'Say more.' });
    const copy = await payload.duplicate({
      collection: 'causes',
      id,
      user: staff.editor,
      overrideAccess: false,
      data: { slug: 'copy' },
    });
    expect(await review(copy.id)).toMatchObject({ openThreads: 0, openMusts: 0 });
    await payload.delete({ collection: 'causes', id, user: staff.editor, overrideAccess: false });
    const token = await tokenOf('editor');
    const { json } = await rest('POST', `/api/deleted-drafts/${uid}/put-back`, { token, body: {} });
    expect(await review(json?.id as DocumentId)).toMatchObject({ openThreads: 1, openMusts: 1 });
  });

  it('tell whoever they mention, once, and not whoever wrote them', async () => {
    const { payload } = system;
    const { id, uid } = await draftOf('mentioning');
    const mentions = [staff.editor, staff.reviewer].map((one) => String(one.id));
    const key = uuid();
    for (const _ of [1, 2]) await comment(payload, staff.reviewer, id, { key, body: 'Look at this.', mentions });
    const where = { entry: { equals: uid }, kind: { equals: 'mentioned' } };
    const { docs } = await payload.find({ collection: 'notices', where });
    expect(docs.map(({ recipient }) => recipient)).toEqual([mentions[0]]);
  });

  it('over REST are for the staff, in words that can be stored', async () => {
    const { id } = await draftOf('over-rest');
    const path = `/api/causes/${id}/comments`;
    const ok = { key: uuid(), body: 'Sure?' };
    for (const [method, at] of [
      ['GET', path],
      ['POST', path],
      ['GET', '/api/comments'],
    ] as const) {
      const { status } = await rest(method, at, method === 'POST' ? { body: ok } : {});
      expect([401, 403]).toContain(status);
    }
    const token = await tokenOf('mailer');
    const bad: unknown[] = [
      { ...ok, key: 'x' },
      { key: uuid() },
      { ...ok, body: ' \u200b ' },
      { ...ok, body: 'a\u202eb' },
      { ...ok, body: 'x'.repeat(4001) },
      { ...ok, kind: 'order' },
      { ...ok, kind: 'suggestion' },
      { ...ok, kind: 'suggestion', replacement: 'Other words' },
      { ...ok, anchor: { exact: 'x'.repeat(1001) } },
      { ...ok, mentions: Array.from({ length: 21 }, () => '1') },
      { ...ok, mentions: [{ $gt: '' }] },
      [],
      null,
    ];
    for (const body of bad) {
      const { status, json } = await rest('POST', path, { token, body });
      expect([status, json?.code], JSON.stringify(body)).toEqual([400, 'invalid-request']);
    }
    const { status, json } = await rest('POST', path, { token, body: ok });
    expect([status, json?.openThreads]).toEqual([200, 1]);
    const said = await rest('POST', `${path}/${ok.key}/replies`, { token, body: { key: uuid(), body: 'Yes.' } });
    expect(said.status).toBe(200);
    const nowhere = await rest('POST', `${path}/${uuid()}/resolve`, { token, body: { key: uuid() } });
    expect(nowhere.status).toBe(404);
    const gone = await rest('GET', `/api/causes/${uuid()}/comments`, { token });
    expect([gone.status, gone.json?.code]).toEqual([404, 'not-found']);
  });
});
