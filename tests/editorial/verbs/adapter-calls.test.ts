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
  const approving = async (id: string | number): Promise<string[]> => {
    const { revision } = await submitEntry(system.payload, staff, 'causes', id);
    const body = { revision, release: true };
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

  it('are at most 20 for an approval with its release, and at most 10 for a save of a draft', async () => {
    const { id } = await aCauseDraft(system.payload, staff, { slug: 'first-release' });
    const saved = await saving(id, 'Saved.');
    expect(saved.length, saved.join(', ')).toBeLessThanOrEqual(10);
    const calls = await approving(id);
    expect(calls.length, calls.join(', ')).toBeLessThanOrEqual(20);
    expect(calls).toContain('create releases');
  });

  it('are at most 20 for a correction of a page with references and figures, too', async () => {
    const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    const file = { data: png, mimetype: 'image/png', name: 'hip.png', size: png.length };
    const figure = await system.payload.create({ collection: 'media', data: { alt: 'The hip joint' }, file });
    const treatment = await aTreatmentDraft(system.payload, staff, { slug: 'referred-to' });
    await releaseEntry(system.payload, staff, 'treatments', treatment.id);
    const { id } = await aCauseDraft(system.payload, staff, {
      slug: 'correction',
      treatments: [treatment.id],
      sections: [{ kind: 'anatomy', body: lexical('The joint.'), figures: [figure.id] }],
    });
    await releaseEntry(system.payload, staff, 'causes', id);
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'Corrected.' });
    const calls = await approving(id);
    expect(calls.length, calls.join(', ')).toBeLessThanOrEqual(20);
    // What is live is looked up in the log as well, and figures in their own table.
    const saved = await saving(id, 'Under way.');
    expect(saved.length, saved.join(', ')).toBeLessThanOrEqual(12);
  });
});
