import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { aRedFlagDraft, aTreatmentDraft, edit, logOf, refusal, refused } from '../../support/editing.ts';
import { aSource, lexical, releaseEntry, reviewOf, submitEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague, verb, type Staff } from '../../support/people.ts';

describe.each(DATABASES)('four eyes on %s', (database) => {
  const { system, staff, take, review, submit, draftOf } = newsroomOn(database);

  it('keep a reviewer from approving what they edited, until it was released', async () => {
    const { payload } = system;
    const draft = await draftOf('edited');
    await edit(payload, staff.reviewer, 'causes', draft.id, { summary: 'By the reviewer.' });
    await edit(payload, staff.editor, 'causes', draft.id, { summary: 'By the editor then.' });
    const { revision } = await submit(draft.id);
    const error = await refused(take(staff.reviewer, draft.id, 'approve', { revision }));
    expect([error.code, error.status]).toEqual(['four-eyes', 403]);
    expect((await take(staff.secondReviewer, draft.id, 'approve', { revision, release: true })).state).toBe('live');
    await edit(payload, staff.editor, 'causes', draft.id, { summary: 'Another change.' });
    const next = await submit(draft.id);
    expect((await take(staff.reviewer, draft.id, 'approve', { revision: next.revision })).state).toBe('approved');
  });

  it('do not count a save that changed nothing', async () => {
    const { payload } = system;
    const draft = await draftOf('saved-only');
    await edit(payload, staff.reviewer, 'causes', draft.id, { summary: draft.summary });
    const { revision } = await submit(draft.id);
    expect((await take(staff.reviewer, draft.id, 'approve', { revision })).state).toBe('approved');
  });

  it('include who edited a source that the entry cites', async () => {
    const { payload } = system;
    const source = await aSource(payload);
    const draft = await draftOf('cites', { sources: [source.id] });
    await submit(draft.id);
    // Reviewers may not edit sources; an admin with a clinician profile may do both.
    const admin = await aColleague(payload, { name: 'Admin clinician', role: 'admin', clinician: 'own' });
    await payload.update({
      collection: 'sources',
      id: source.id,
      data: { title: 'Guideline, revised' },
      user: admin,
      overrideAccess: false,
    });
    expect((await review(draft.id)).state).toBe('draft');
    const { revision } = await submit(draft.id);
    expect(await refusal(take(admin, draft.id, 'approve', { revision }))).toBe('four-eyes');
    expect((await take(staff.reviewer, draft.id, 'approve', { revision })).state).toBe('approved');
  });

  it('include who edited a figure that the entry shows, and only that entry', async () => {
    const { payload } = system;
    const sharp = (await import('sharp')).default;
    const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    const file = { data: png, mimetype: 'image/png', name: 'hip.png', size: png.length };
    const figure = await payload.create({ collection: 'media', data: { alt: 'The hip joint' }, file });
    const shows = await draftOf('shows', {
      sections: [{ kind: 'anatomy', body: lexical('The joint.'), figures: [figure.id] }],
    });
    const plain = await draftOf('plain');
    await submit(shows.id);
    const before = await submit(plain.id);
    const user = await aColleague(payload, { name: 'Clinician who edits', role: 'admin', clinician: 'own' });
    await payload.update({
      collection: 'media',
      id: figure.id,
      data: { alt: 'The hip joint from the front' },
      user,
      overrideAccess: false,
    });
    expect((await review(shows.id)).state).toBe('draft');
    expect((await review(plain.id)).revision).toBe(before.revision);
    const { revision } = await submit(shows.id);
    expect(await refusal(take(user, shows.id, 'approve', { revision }))).toBe('four-eyes');
    expect((await take(user, plain.id, 'approve', { revision: before.revision })).state).toBe('approved');
    await take(staff.reviewer, shows.id, 'approve', { revision });
    expect((await take(staff.secondReviewer, shows.id, 'approve', { revision, release: true })).state).toBe('live');
    const [row] = await logOf(payload, shows.uid ?? '');
    expect(row).toMatchObject({
      snapshot: {
        sections: [
          { figures: [{ alt: 'The hip joint from the front', renditions: [{ width: 320 }, { width: 400 }] }] },
        ],
      },
    });
  });

  it('ask for two clinicians, not one clinician with two accounts, where safety changes', async () => {
    const { payload } = system;
    const flag = await aRedFlagDraft(payload, staff, { slug: 'two-needed' });
    const { revision, approvals } = await submitEntry(payload, staff, 'red-flags', flag.id);
    expect(approvals).toEqual({ given: 0, needed: 2 });
    const approve = (user: Staff[keyof Staff]) =>
      verb(payload, user, 'red-flags', flag.id, 'approve', { revision, release: true });
    expect(await approve(staff.reviewer)).toMatchObject({
      state: 'in-review',
      live: null,
      approvals: { given: 1, needed: 2 },
    });
    expect(await refusal(approve(staff.reviewer))).toBe('wrong-state');
    const { clinician } = staff.reviewer;
    const profile = typeof clinician === 'object' ? clinician?.id : clinician;
    const double = await aColleague(payload, {
      name: 'Second account',
      role: 'reviewer',
      clinician: { profile: profile ?? 0 },
    });
    expect(await refusal(approve(double))).toBe('wrong-state');
    expect(await approve(staff.secondReviewer)).toMatchObject({ state: 'live', live: { version: '1.0' } });
    const [row] = await logOf(payload, flag.uid ?? '');
    expect(row).toMatchObject({ approvals: [{ revision }, { revision }] });
  });

  it('ask for two where cautions or a dose of a treatment change, and for one where its summary does', async () => {
    const { payload } = system;
    const draft = await aTreatmentDraft(payload, staff, { slug: 'dose', cautions: [{ text: 'Not on numb skin.' }] });
    const needed = async () => (await reviewOf(payload, staff, 'treatments', draft.id)).approvals.needed;
    expect(await needed()).toBe(2);
    await releaseEntry(payload, staff, 'treatments', draft.id);
    await edit(payload, staff.editor, 'treatments', draft.id, { summary: 'It may help.' });
    expect(await needed()).toBe(1);
    await edit(payload, staff.editor, 'treatments', draft.id, { dose: 'Ten minutes.' });
    expect(await needed()).toBe(2);
    await edit(payload, staff.editor, 'treatments', draft.id, {
      dose: null,
      cautions: [{ text: 'Not on numb or sore skin.' }],
    });
    expect(await needed()).toBe(2);
  });
});
