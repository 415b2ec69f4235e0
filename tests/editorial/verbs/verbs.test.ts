import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, startSystem, type TestSystem } from '../../support/database.ts';
import { aCauseDraft, releaseEntry, reviewOf, submitEntry } from '../../support/entries.ts';
import { createStaff, verb, type Staff } from '../../support/people.ts';

describe.each(DATABASES)('the verbs on %s', (database) => {
  let system: TestSystem;
  let staff: Staff;
  beforeAll(async () => {
    system = await startSystem(database);
    staff = await createStaff(system.payload);
  });
  afterAll(() => system.stop());

  it('bring a draft to readers: submit, approve, release', async () => {
    const { payload } = system;
    const draft = await aCauseDraft(payload, staff, { slug: 'first' });
    expect((await reviewOf(payload, staff, 'causes', draft.id)).state).toBe('draft');
    const submitted = await submitEntry(payload, staff, 'causes', draft.id);
    expect(submitted.state).toBe('in-review');
    const { revision } = submitted;
    const approved = await verb(payload, staff.reviewer, 'causes', draft.id, 'approve', { revision });
    expect(approved.state).toBe('approved');
    const live = await verb(payload, staff.editor, 'causes', draft.id, 'release', { revision });
    expect(live).toMatchObject({ state: 'live', live: { seq: 1, version: '1.0', revision } });
    const { docs } = await payload.find({ collection: 'releases', where: { uid: { equals: draft.uid } } });
    expect(docs).toHaveLength(1);
    expect(docs[0]).toMatchObject({ kind: 'released', live: true, changeKind: 'new', slug: 'first' });
  });

  it('number releases without gaps and keep one row live per entry', async () => {
    const { payload } = system;
    const draft = await aCauseDraft(payload, staff, { slug: 'second' });
    await releaseEntry(payload, staff, 'causes', draft.id);
    await payload.update({
      collection: 'causes',
      id: draft.id,
      draft: true,
      data: { summary: 'A sore hip mostly settles.' },
      user: staff.editor,
      overrideAccess: false,
    });
    expect((await reviewOf(payload, staff, 'causes', draft.id)).state).toBe('draft');
    const sheet = await releaseEntry(payload, staff, 'causes', draft.id);
    expect(sheet.live).toMatchObject({ seq: 3, version: '1.1' });
    const { docs } = await payload.find({ collection: 'releases', sort: 'seq', limit: 0 });
    expect(docs.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(docs.filter(({ uid, live }) => uid === draft.uid && live)).toHaveLength(1);
  });
});
