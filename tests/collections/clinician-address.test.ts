import { describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { aCauseDraft, releaseEntry } from '../support/entries.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { aColleague } from '../support/people.ts';
import { apiOf } from '../support/rest.ts';

describe.each(DATABASES)('the web address of a clinician on %s', (database) => {
  const { system, staff } = newsroomOn(database);

  it('goes to nobody else once somebody approved under it, whatever their address is now', async () => {
    const { payload } = system;
    const { rest, tokenOf } = apiOf(system);
    const token = await tokenOf('admin');
    const draft = await aCauseDraft(payload, staff, { slug: 'approved' });
    await releaseEntry(payload, staff, 'causes', draft.id);
    const { clinician: first } = staff.reviewer;
    if (typeof first !== 'object' || !first) throw new Error('no reviewer with a profile');
    const used = first.slug;
    const save = (id: number | string, slug: string) =>
      rest('PATCH', `/api/clinicians/${id}`, { token, body: { slug } });
    expect((await save(first.id, 'another-address')).status).toBe(200);

    await aColleague(payload, { name: 'Dr Late', role: 'reviewer', clinician: 'own' });
    const late = await payload.find({ collection: 'clinicians', where: { slug: { equals: 'dr-late' } } });
    const refused = await save(late.docs[0]?.id ?? '', used);
    expect([refused.status, refused.json?.code]).toEqual([409, 'slug-taken']);
    const { id: _id, uid: _uid, ...fields } = { ...first, slug: used };
    const made = await rest('POST', '/api/clinicians', { token, body: { ...fields, registrationNumber: 'DEMO-9' } });
    expect([made.status, made.json?.code]).toEqual([409, 'slug-taken']);
    const unseen = payload.create({ collection: 'clinicians', data: { ...fields, registrationNumber: 'DEMO-9' } });
    await expect(unseen).rejects.toMatchObject({ code: 'slug-taken' });

    // Back to its own, and to one that nobody approved under.
    expect((await save(first.id, used)).status).toBe(200);
    expect((await save(late.docs[0]?.id ?? '', 'dr-late-smith')).status).toBe(200);
  });
});
