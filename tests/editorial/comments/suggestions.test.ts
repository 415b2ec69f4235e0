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
  const { system, staff, take, submit, draftOf } = newsroomOn(database);
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

  it('end what must change when they are its author’s, and are applied once of two at once', async () => {
    const { payload } = system;
    const { id } = await draftOf('must-with-words', { sections: sections('Old words. Old words.') });
    const must = { ...suggest, kind: 'must', body: 'Say it so.', ...words('Old words') };
    const { thread } = await comment(payload, staff.reviewer, id, must);
    const both = await Promise.allSettled(
      [staff.editor, staff.admin].map((user) => act(payload, user, id, [thread, 'apply'])),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await textOf(id)).lines).toEqual(['Other words. Old words.']);
    const { revision } = await submit(id);
    expect((await take(staff.secondReviewer, id, 'approve', { revision })).state).toBe('approved');
  });
});
