import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import { act, comment } from '../../support/comments.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, refusal } from '../../support/editing.ts';
import { lexical } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';

const sections = (...words: string[]) => [{ kind: 'what-it-is', body: lexical(...words) }];
const words = (exact: string, field = 'sections.0.body') => ({ anchor: { field, exact } });
const suggest = { kind: 'suggestion', replacement: 'Other words' };

describe.each(DATABASES)('suggested words on %s', (database) => {
  const { system, staff, take, review, submit, draftOf } = newsroomOn(database);
  const textOf = async (id: DocumentId) => {
    const { sections: found, summary } = await system.payload.findByID({
      collection: 'causes',
      id,
      draft: true,
      depth: 0,
    });
    const [first] = found ?? [];
    const lines = (first?.body as ReturnType<typeof lexical> | null | undefined)?.root.children ?? [];
    return { summary, lines: lines.map(({ children }) => children.map(({ text }) => text).join('')) };
  };

  it('are put into the draft by whoever applies them, and the comment is done', async () => {
    const { payload } = system;
    const { id } = await draftOf('applied', {
      summary: 'Old  words. They stay.',
      sections: sections('Old words.', 'Plain words.'),
    });
    const { thread } = await comment(payload, staff.reviewer, id, { ...suggest, ...words('Old words') });
    const inTitle = await comment(payload, staff.editor, id, {
      kind: 'suggestion',
      replacement: '',
      ...words('They stay.', 'summary'),
    });
    const { threads, openThreads } = await act(payload, staff.editor, id, [thread, 'apply']);
    expect(threads[0]).toMatchObject({ isOpen: false, isApplied: true });
    expect(openThreads).toBe(1);
    await act(payload, staff.editor, id, [inTitle.thread, 'apply']);
    expect(await textOf(id)).toEqual({ summary: 'Old  words.', lines: ['Other words.', 'Plain words.'] });
  });

  it('have two authors: neither who suggested them nor who applied them approves', async () => {
    const { payload } = system;
    const { id } = await draftOf('two-authors', { sections: sections('Old words.') });
    const { thread } = await comment(payload, staff.reviewer, id, { ...suggest, ...words('Old words') });
    await act(payload, staff.secondReviewer, id, [thread, 'apply']);
    const { revision } = await submit(id);
    expect(await refusal(take(staff.reviewer, id, 'approve', { revision }))).toBe('four-eyes');
    expect(await refusal(take(staff.secondReviewer, id, 'approve', { revision }))).toBe('four-eyes');
  });

  it('have their author when somebody types them off', async () => {
    const { payload } = system;
    const { id } = await draftOf('typed-off', { sections: sections('Old words.') });
    await comment(payload, staff.reviewer, id, { ...suggest, ...words('Old words') });
    await edit(payload, staff.editor, 'causes', id, { sections: sections('Plain words.') });
    await edit(payload, staff.editor, 'causes', id, { sections: sections('Other  words.') });
    const { revision } = await submit(id);
    expect(await refusal(take(staff.reviewer, id, 'approve', { revision }))).toBe('four-eyes');
    await take(staff.secondReviewer, id, 'approve', { revision });
  });

  it('do not hit words that changed since, nor what a machine cannot put', async () => {
    const { payload } = system;
    const { id } = await draftOf('changed-since', { sections: sections('Old words.', 'Plain words.') });
    const { thread } = await comment(payload, staff.reviewer, id, { ...suggest, ...words('Old words') });
    const across = await comment(payload, staff.reviewer, id, { ...suggest, ...words('words. Plain') });
    expect(await refusal(act(payload, staff.editor, id, [across.thread, 'apply']))).toBe('wrong-state');
    const shared = await comment(payload, staff.reviewer, id, { ...suggest, anchor: { exact: 'Guideline' } });
    expect(await refusal(act(payload, staff.editor, id, [shared.thread, 'apply']))).toBe('wrong-state');
    await edit(payload, staff.editor, 'causes', id, { sections: sections('Our words.', 'Plain words.') });
    expect(await refusal(act(payload, staff.editor, id, [thread, 'apply']))).toBe('words-changed');
    expect(await refusal(act(payload, staff.mailer, id, [thread, 'apply']))).toBe('not-allowed');
    expect((await textOf(id)).lines).toEqual(['Our words.', 'Plain words.']);
  });

  it('do not end what must change: its author does, whether they stand there still or not', async () => {
    const { payload } = system;
    const { id } = await draftOf('must-with-words', { sections: sections('Old words. Old words.') });
    const must = { ...suggest, kind: 'must', body: 'Say it so.', ...words('Old words') };
    const { thread } = await comment(payload, staff.reviewer, id, must);
    const both = await Promise.allSettled(
      [staff.editor, staff.admin].map((user) => act(payload, user, id, [thread, 'apply'])),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await textOf(id)).lines).toEqual(['Other words. Old words.']);
    expect((await review(id)).openMusts).toBe(1);
    await edit(payload, staff.editor, 'causes', id, { sections: sections('Old words. Old words.') });
    const { revision } = await submit(id);
    const approve = () => take(staff.secondReviewer, id, 'approve', { revision });
    expect(await refusal(approve())).toBe('requirements-not-met');
    expect(await refusal(act(payload, staff.editor, id, [thread, 'resolve']))).toBe('not-allowed');
    await act(payload, staff.reviewer, id, [thread, 'resolve']);
    expect((await approve()).state).toBe('approved');
  });

  it('leave the other comments of the place where the text has them now', async () => {
    const { payload } = system;
    const { id } = await draftOf('anchors-after', { sections: sections('Old words. Plain words.') });
    const first = await comment(payload, staff.reviewer, id, { ...suggest, ...words('Old words') });
    await comment(payload, staff.reviewer, id, { body: 'Sure?', ...words('Plain') });
    const { threads } = await act(payload, staff.editor, id, [first.thread, 'apply']);
    expect(threads[0]?.anchor?.status).not.toBe('here');
    expect(threads[1]?.anchor).toMatchObject({ status: 'here', start: 'Other words. '.length });
  });

  it('that stand elsewhere already leave the right to approve to whoever suggested them', async () => {
    const { payload } = system;
    const { id } = await draftOf('nobody-took-them', { sections: sections('Old words. Other words.') });
    const { thread } = await comment(payload, staff.reviewer, id, { ...suggest, ...words('Old words') });
    await act(payload, staff.editor, id, [thread, 'resolve']);
    await edit(payload, staff.editor, 'causes', id, { sections: sections('Old words! Other words.') });
    const { revision } = await submit(id);
    expect((await take(staff.reviewer, id, 'approve', { revision })).state).toBe('approved');
  });

  it('stand beside characters of two halves', async () => {
    const { payload } = system;
    const beside = `🦴${'.'.repeat(31)}Old words${'.'.repeat(31)}🦴`;
    const { id } = await draftOf('two-halves', { sections: sections(beside) });
    const { thread, anchor } = await comment(payload, staff.reviewer, id, { ...suggest, ...words('Old words') });
    expect(anchor).toMatchObject({ status: 'here', start: 33 });
    await act(payload, staff.editor, id, [thread, 'apply']);
    expect((await textOf(id)).lines).toEqual([beside.replace('Old', 'Other')]);
  });
});
