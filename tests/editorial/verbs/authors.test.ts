import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { edit, refusal } from '../../support/editing.ts';
import { aSource } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague } from '../../support/people.ts';
import { login, restOf } from '../../support/rest.ts';

describe.each(DATABASES)('whoever wrote any of a text is its author, on %s', (database) => {
  const { system, staff, take, submit, draftOf, live } = newsroomOn(database);
  const duplicate = (id: string | number) =>
    system.payload.duplicate({ collection: 'causes', id, user: staff.editor, overrideAccess: false });
  /** The clock of a test stands still otherwise. */
  const tick = () => {
    system.setNow(new Date(system.now().getTime() + 1_000));
  };
  const versionsOf = async (parent: string | number) => {
    const where = { parent: { equals: parent } };
    const { docs } = await system.payload.findVersions({ collection: 'causes', where, sort: 'createdAt', limit: 50 });
    return docs;
  };

  it('of a duplicate too, and of a duplicate of that', async () => {
    const { id } = await draftOf('first');
    await edit(system.payload, staff.reviewer, 'causes', id, { summary: 'By the reviewer.' });
    const second = await duplicate(id);
    const third = await duplicate(second.id);
    for (const [copy, slug] of [
      [second, 'second'],
      [third, 'third'],
    ] as const) {
      await edit(system.payload, staff.editor, 'causes', copy.id, { slug });
      const { revision } = await submit(copy.id);
      expect(await refusal(take(staff.reviewer, copy.id, 'approve', { revision }))).toBe('four-eyes');
      expect((await take(staff.secondReviewer, copy.id, 'approve', { revision })).state).toBe('approved');
    }
  });

  it('of a duplicate that the API makes', async () => {
    const { id } = await draftOf('by-api');
    await edit(system.payload, staff.reviewer, 'causes', id, { summary: 'By the reviewer.' });
    const rest = restOf(system.payload);
    const token = await login(rest, 'editor@example.com');
    const { json } = await rest('POST', `/api/causes/${id}/duplicate?draft=true`, {
      token,
      body: { slug: 'by-api-2' },
    });
    const copy = (json?.doc as { id: string | number }).id;
    await edit(system.payload, staff.editor, 'causes', copy, { slug: 'by-api-2' });
    const { revision } = await submit(copy);
    expect(await refusal(take(staff.reviewer, copy, 'approve', { revision }))).toBe('four-eyes');
  });

  it('of a version that somebody else restores after a release, and nobody who came later', async () => {
    const { id } = await draftOf('restored');
    await edit(system.payload, staff.reviewer, 'causes', id, { summary: 'By the reviewer.' });
    const old = (await versionsOf(id)).at(-1);
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'By the editor.' });
    const first = await submit(id);
    await take(staff.secondReviewer, id, 'approve', { revision: first.revision, release: true });
    const late = await aColleague(system.payload, { name: `Late ${database}`, role: 'reviewer', clinician: 'own' });
    await edit(system.payload, late, 'causes', id, { summary: 'Other words.' });
    const next = await submit(id);
    await take(staff.secondReviewer, id, 'approve', { revision: next.revision, release: true });
    await system.payload.restoreVersion({
      collection: 'causes',
      id: String(old?.id),
      user: staff.editor,
      overrideAccess: false,
    });
    const { revision } = await submit(id);
    expect(await refusal(take(staff.reviewer, id, 'approve', { revision }))).toBe('four-eyes');
    expect((await take(late, id, 'approve', { revision })).state).toBe('approved');
  });

  it('of a source that was written before the text cited it, unless readers have it already', async () => {
    const admin = await aColleague(system.payload, { name: `Writes ${database}`, role: 'admin', clinician: 'own' });
    const write = async (id: string | number, title: string) =>
      system.payload.update({ collection: 'sources', id, data: { title }, user: admin, overrideAccess: false });
    const source = await aSource(system.payload);
    await write(source.id, 'Guideline, as the clinician has it');
    const draft = await draftOf('cites-later');
    await edit(system.payload, staff.editor, 'causes', draft.id, { sources: [source.id] });
    const first = await submit(draft.id);
    tick();
    expect(await refusal(take(admin, draft.id, 'approve', { revision: first.revision }))).toBe('four-eyes');
    await take(staff.reviewer, draft.id, 'approve', { revision: first.revision, release: true });
    tick();
    await edit(system.payload, staff.editor, 'causes', draft.id, { summary: 'Other words.' });
    const second = await submit(draft.id);
    expect((await take(admin, draft.id, 'approve', { revision: second.revision, release: true })).state).toBe('live');
    tick();
    // Changed while the text does not cite it, and put back by another.
    const other = await aSource(system.payload);
    await edit(system.payload, staff.editor, 'causes', draft.id, { sources: [other.id] });
    await write(source.id, 'Guideline, as the clinician has it now');
    await edit(system.payload, staff.editor, 'causes', draft.id, { sources: [source.id] });
    const third = await submit(draft.id);
    expect(await refusal(take(admin, draft.id, 'approve', { revision: third.revision }))).toBe('four-eyes');
  });

  it('through an account that has a profile now, and through another of that clinician', async () => {
    const { id } = await live('two-faces');
    const user = await aColleague(system.payload, { name: `Later ${database}`, role: 'reviewer' });
    await edit(system.payload, user, 'causes', id, { summary: 'As an account.' });
    const { clinician } = staff.reviewer;
    const profile = (typeof clinician === 'object' ? clinician?.id : clinician) ?? 0;
    // Past Payload, which would refuse a second account of a clinician.
    await system.payload.db.updateOne({ collection: 'users', id: user.id, data: { clinician: profile } });
    const linked = { ...(await system.payload.findByID({ collection: 'users', id: user.id })), collection: 'users' };
    await edit(system.payload, linked as typeof user, 'causes', id, { summary: 'As the clinician.' });
    const { revision } = await submit(id);
    expect(await refusal(take(staff.reviewer, id, 'approve', { revision }))).toBe('four-eyes');
  });

  it('and nobody can write the list of writers', async () => {
    const rest = restOf(system.payload);
    const token = await login(rest, 'editor@example.com');
    const { id } = await aSource(system.payload);
    await rest('PATCH', `/api/sources/${id}`, { token, body: { title: 'Again', writers: [] } });
    const { writers } = await system.payload.findByID({ collection: 'sources', id });
    expect(writers).toMatchObject([{ actor: String(staff.editor.id) }]);
    const { json } = await rest('GET', `/api/sources/${id}`, { token });
    expect(json).not.toHaveProperty('writers');
  });
});
