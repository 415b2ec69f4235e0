import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapterCalls } from '../../support/adapter-calls.ts';
import { DATABASES, startSystem, type TestSystem } from '../../support/database.ts';
import { aTreatmentDraft, edit } from '../../support/editing.ts';
import { aCauseDraft, lexical, releaseEntry, submitEntry } from '../../support/entries.ts';
import { createStaff, verb, type Staff } from '../../support/people.ts';

describe.each(DATABASES)('the calls of the database adapter on %s', (database) => {
  let system: TestSystem;
  let staff: Staff;
  beforeAll(async () => {
    system = await startSystem(database);
    staff = await createStaff(system.payload);
    // The first release of all begins the log and keeps the key.
    await releaseEntry(system.payload, staff, 'causes', (await aCauseDraft(system.payload, staff, { slug: 'one' })).id);
  });
  afterAll(() => system.stop());
  /** The calls of the approval that releases; where two are needed the other clinician has approved before. */
  const approving = async (id: string | number): Promise<string[]> => {
    const { revision, approvalsNeeded } = await submitEntry(system.payload, staff, 'causes', id);
    const body = { revision, release: true };
    if (approvalsNeeded > 1) await verb(system.payload, staff.secondReviewer, 'causes', id, 'approve', { revision });
    return adapterCalls(system.payload, () => verb(system.payload, staff.reviewer, 'causes', id, 'approve', body));
  };
  const saving = (id: string | number, summary: string): Promise<string[]> =>
    adapterCalls(system.payload, () =>
      system.payload.update({
        collection: 'causes',
        id,
        draft: true,
        depth: 0,
        overrideAccess: false,
        user: staff.editor,
        data: { summary },
      }),
    );

  /** A cause with a figure, and with references to entries of two kinds. */
  const aHeavyDraft = async (slug: string) => {
    const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    const file = { data: png, mimetype: 'image/png', name: 'hip.png', size: png.length };
    const figure = await system.payload.create({ collection: 'media', data: { alt: 'The hip joint' }, file });
    const treatment = await aTreatmentDraft(system.payload, staff, { slug: `treatment-of-${slug}` });
    await releaseEntry(system.payload, staff, 'treatments', treatment.id);
    const broader = await aCauseDraft(system.payload, staff, { slug: `broader-than-${slug}` });
    await releaseEntry(system.payload, staff, 'causes', broader.id);
    return aCauseDraft(system.payload, staff, {
      slug,
      treatments: [treatment.id],
      related: [
        { relationTo: 'treatments', value: treatment.id },
        { relationTo: 'causes', value: broader.id },
      ],
      sections: [{ kind: 'anatomy', body: lexical('The joint.'), figures: [figure.id] }],
    });
  };
  const expectAtMost = (most: number, calls: string[]) => {
    expect(calls.length, `${calls.length}: ${calls.join(', ')}`).toBeLessThanOrEqual(most);
  };

  it('are at most 9 for a save of a plain draft, and 20 for its approval with its release', async () => {
    const { id } = await aCauseDraft(system.payload, staff, { slug: 'first-release' });
    expectAtMost(9, await saving(id, 'Saved.'));
    const calls = await approving(id);
    expectAtMost(20, calls);
    expect(calls).toContain('create releases');
  });

  it('are at most 10 for any save of an entry with figures and references that is not under review', async () => {
    const { id } = await aHeavyDraft('saved');
    expectAtMost(10, await saving(id, 'Saved.'));
    await releaseEntry(system.payload, staff, 'causes', id);
    expectAtMost(10, await saving(id, 'Under way.'));
    expectAtMost(10, await saving(id, 'Still under way.'));
  });

  it('are at most 21 for an approval with its release of an entry with figures and references', async () => {
    const { id } = await aHeavyDraft('released');
    const first = await approving(id);
    expectAtMost(21, first);
    expect(first).toContain('create releases');
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'Corrected.' });
    const correction = await approving(id);
    expectAtMost(21, correction);
    expect(correction).toContain('create releases');
  });
});
