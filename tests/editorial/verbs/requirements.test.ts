import { ValidationError } from 'payload';
import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { aTreatmentDraft, edit, logOf, refused } from '../../support/editing.ts';
import { lexical, releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';

describe.each(DATABASES)('what a verb asks of an entry, on %s', (database) => {
  const { system, staff, take, review, submit, draftOf } = newsroomOn(database);

  it('meets the requirements first: submitting an unfinished draft lists what is missing', async () => {
    const draft = await draftOf('unfinished', { title: '', summary: '', sources: [], sections: [], reviewDue: null });
    const error = await refused(submit(draft.id));
    expect([error.code, error.status]).toEqual(['requirements-not-met', 422]);
    expect(
      (error.details.issues as { code: string; field: string }[]).map(({ code, field }) => `${code} ${field}`).sort(),
    ).toEqual([
      'body-missing sections',
      'review-due-missing reviewDue',
      'sources-missing sources',
      'summary-missing summary',
      'title-missing title',
    ]);
    expect((await review(draft.id)).events).toEqual([]);
  });

  it('asks whether entries it refers to are live', async () => {
    const treatment = await aTreatmentDraft(system.payload, staff, { slug: 'needed' });
    const draft = await draftOf('needs-another', { treatments: [treatment.id] });
    const error = await refused(submit(draft.id));
    expect(error.details.issues).toMatchObject([{ code: 'reference-not-live', field: 'treatments' }]);
    await releaseEntry(system.payload, staff, 'treatments', treatment.id);
    expect((await submit(draft.id)).state).toBe('in-review');
  });

  it('answers with issues, not with a failure, when a field holds what the form does not accept', async () => {
    const draft = await draftOf('too-long', { title: 'x'.repeat(121), summary: 'x'.repeat(401) });
    const error = await refused(submit(draft.id));
    expect(error.details.issues).toMatchObject([
      { code: 'field-invalid', field: 'title' },
      { code: 'field-invalid', field: 'summary' },
    ]);
  });

  it.each([
    ['https://www.nhs.uk/conditions/hip-pain', 'https'],
    ['mailto:help@example.org', 'mail'],
    ['tel:112', 'tel'],
    ['/guides/hip-pain', 'own'],
  ])('releases a text with a link to %s', async (url, name) => {
    const body = lexical('See');
    body.root.children[0]?.children.push({
      type: 'link',
      version: 3,
      fields: { url, newTab: false, linkType: 'custom' },
      children: [{ type: 'text', text: 'here', version: 1 }],
    } as never);
    const draft = await draftOf(`link-${name}`, { sections: [{ kind: 'anatomy', body }] });
    expect((await releaseEntry(system.payload, staff, 'causes', draft.id)).state).toBe('live');
    expect(JSON.stringify((await logOf(system.payload, draft.uid ?? ''))[0])).toContain(url);
  });

  it('does not let an entry take the address that another one began with', async () => {
    const first = await draftOf('began-with-it');
    await edit(system.payload, staff.editor, 'causes', first.id, { slug: 'moved-away' });
    const second = await draftOf('wants-it');
    await edit(system.payload, staff.editor, 'causes', second.id, { slug: 'began-with-it' });
    const error = await refused(submit(second.id));
    expect(error.details.issues).toMatchObject([{ code: 'slug-taken', field: 'slug' }]);
  });

  it('answers with issues when only the database finds that an address is taken, and leaves no trace', async () => {
    const draft = await draftOf('odd-field');
    const { revision } = await submit(draft.id);
    const { db } = system.payload;
    const updateOne = db.updateOne.bind(db);
    db.updateOne = (args) => {
      if (args.collection !== 'causes') return updateOne(args);
      throw new ValidationError({ errors: [{ path: 'slug', message: 'Value must be unique' }] });
    };
    const error = await refused(take(staff.reviewer, draft.id, 'approve', { revision, release: true }));
    db.updateOne = updateOne;
    expect(error.code).toBe('requirements-not-met');
    expect(error.details.issues).toMatchObject([{ code: 'field-invalid', field: 'slug' }]);
    expect(await logOf(system.payload, draft.uid ?? '')).toEqual([]);
    expect((await review(draft.id)).events.map(({ event }) => event)).toEqual(['submitted']);
  });
});
