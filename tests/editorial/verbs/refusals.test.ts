import { ValidationError } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verb } from '../../../model/lifecycle.ts';
import { VERBS } from '../../../model/lifecycle.ts';
import { DATABASES, startSystem, type TestSystem } from '../../support/database.ts';
import { aRedFlagDraft, aTreatmentDraft, edit, logOf, refusal, refused } from '../../support/editing.ts';
import { aCauseDraft, aSource, lexical, releaseEntry, reviewOf, submitEntry } from '../../support/entries.ts';
import { createStaff, verb, type Staff } from '../../support/people.ts';

const STALE = '0'.repeat(64);
const bodyOf = (name: Verb, revision: string): Record<string, unknown> => ({
  revision,
  ...(name === 'submit-for-review' ? { changeKind: 'minor', changeNote: 'A change.' } : {}),
  ...(name === 'request-changes' ? { comment: 'Look again.' } : {}),
  ...(name === 'schedule' ? { at: '2031-01-01T00:00:00Z' } : {}),
  ...(name === 'withdraw' ? { reason: 'Out of date.' } : {}),
  ...(name === 'renew-review' ? { reviewDue: '2031-01-01' } : {}),
});

describe.each(DATABASES)('a verb on %s', (database) => {
  let system: TestSystem;
  let staff: Staff;
  beforeAll(async () => {
    system = await startSystem(database);
    staff = await createStaff(system.payload);
  });
  afterAll(() => system.stop());
  const draftOf = (slug: string, over = {}) => aCauseDraft(system.payload, staff, { slug, ...over });
  const review = (id: string | number) => reviewOf(system.payload, staff, 'causes', id);
  const take = (user: Staff[keyof Staff], id: string | number, name: Verb, body: Record<string, unknown>) =>
    verb(system.payload, user, 'causes', id, name, body);
  const submit = (id: string | number) => submitEntry(system.payload, staff, 'causes', id);

  it('on a stale revision is refused with the current one, each verb of them', async () => {
    const draft = await draftOf('stale');
    const { revision } = await submit(draft.id);
    for (const name of ['request-changes', 'approve', 'release', 'schedule'] as const) {
      const error = await refused(take(staff.reviewer, draft.id, name, bodyOf(name, STALE)));
      expect([error.code, error.status, error.details.current]).toEqual(['stale-revision', 409, revision]);
    }
    const { live } = await releaseEntry(system.payload, staff, 'causes', (await draftOf('stale-live')).id);
    const { uid } = await review((await draftOf('stale-other')).id);
    for (const name of ['withdraw', 'renew-review'] as const) {
      const entry = (await system.payload.find({ collection: 'causes', where: { slug: { equals: 'stale-live' } } }))
        .docs[0];
      const error = await refused(take(staff.reviewer, entry?.id ?? '', name, bodyOf(name, STALE)));
      expect([error.code, error.details.current]).toEqual(['stale-revision', live?.revision]);
    }
    expect((await refused(take(staff.editor, uid, 'submit-for-review', bodyOf('submit-for-review', STALE)))).code).toBe(
      'stale-revision',
    );
  });

  it('of a clinician is not for editors, nor for reviewers and admins without a clinician profile', async () => {
    const draft = await draftOf('roles');
    const { revision } = await submit(draft.id);
    for (const name of ['approve', 'request-changes', 'renew-review'] as const) {
      expect(await refusal(take(staff.editor, draft.id, name, bodyOf(name, revision)))).toBe('not-allowed');
    }
    const created = await system.payload.create({
      collection: 'users',
      data: { name: 'Nobody', email: 'no-profile@example.com', role: 'reviewer', password: 'imprimatur-demo' },
    });
    const noProfile = { ...created, collection: 'users' } as unknown as Staff['reviewer'];
    for (const user of [noProfile, staff.admin]) {
      for (const name of ['approve', 'renew-review'] as const) {
        expect(await refusal(take(user, draft.id, name, bodyOf(name, revision)))).toBe('clinician-profile-missing');
      }
    }
    expect((await take(noProfile, draft.id, 'request-changes', bodyOf('request-changes', revision))).state).toBe(
      'changes-requested',
    );
  });

  it('needs the entry: unknown, foreign and malformed ids are not found', async () => {
    const flag = await aRedFlagDraft(system.payload, staff, { slug: 'elsewhere' });
    const ids = [
      '0',
      '-1',
      '1e3',
      '999999',
      'f'.repeat(24),
      'NaN',
      'undefined',
      '..',
      ' ',
      "1' OR '1'='1",
      '%00',
      '\0',
      '💥',
      'x'.repeat(5000),
      '9'.repeat(20),
      '018f0000-0000-7000-8000-000000000000',
      flag.uid ?? '',
    ];
    for (const id of ids) {
      expect(
        await refusal(take(staff.editor, id, 'submit-for-review', bodyOf('submit-for-review', STALE))),
        id.slice(0, 30),
      ).toBe('not-found');
    }
  });

  it('takes the uid as well as the database id, in either case of letters', async () => {
    const draft = await draftOf('by-uid');
    const uid = draft.uid ?? '';
    const { revision } = await review(uid);
    expect(
      (await take(staff.editor, uid.toUpperCase(), 'submit-for-review', bodyOf('submit-for-review', revision))).state,
    ).toBe('in-review');
  });

  it('needs a body of its own shape', async () => {
    const draft = await draftOf('bodies');
    const { revision } = await review(draft.id);
    const wrong: [Verb, unknown][] = [
      ...VERBS.map((name): [Verb, unknown] => [name, {}]),
      ...VERBS.map((name): [Verb, unknown] => [name, null]),
      ...VERBS.map((name): [Verb, unknown] => [name, []]),
      ...VERBS.map((name): [Verb, unknown] => [name, { ...bodyOf(name, revision), revision: 7 }]),
      ['submit-for-review', { ...bodyOf('submit-for-review', revision), changeKind: 'huge' }],
      ['submit-for-review', { ...bodyOf('submit-for-review', revision), changeNote: '  ' }],
      ['submit-for-review', { ...bodyOf('submit-for-review', revision), changeNote: 'x'.repeat(1001) }],
      ['request-changes', { revision, comment: '' }],
      ['approve', { revision, release: 'yes' }],
      ['schedule', { revision, at: 'tomorrow' }],
      ['schedule', { revision, at: '2031-01-01' }],
      ['schedule', { revision, at: '2031-01-01T00:00:00' }],
      ['schedule', { revision, at: '2031-01-01T00:00:00Z', verb: 'delete' }],
      ['withdraw', { revision, reason: '' }],
      ['withdraw', { revision, reason: 'x', replacedBy: 'not-a-uid' }],
      ['renew-review', { revision, reviewDue: '2031-13-01' }],
      ['renew-review', { revision, reviewDue: 'soon' }],
    ];
    for (const [name, body] of wrong) {
      expect(
        await refusal(take(staff.reviewer, draft.id, name, body as Record<string, unknown>)),
        `${name} ${JSON.stringify(body)}`.slice(0, 200),
      ).toBe('invalid-request');
    }
    expect((await review(draft.id)).events).toEqual([]);
  });

  it('is refused where the lifecycle has no place for it, and changes nothing', async () => {
    const draft = await draftOf('places');
    const { revision } = await review(draft.id);
    for (const name of ['request-changes', 'approve', 'withdraw', 'renew-review'] as const) {
      expect(await refusal(take(staff.reviewer, draft.id, name, bodyOf(name, revision))), name).toBe('wrong-state');
    }
    for (const name of ['release', 'schedule'] as const) {
      const error = await refused(take(staff.editor, draft.id, name, bodyOf(name, revision)));
      expect([error.status, (error.details.issues as { code: string }[]).map(({ code }) => code)]).toEqual([
        422,
        ['not-submitted', 'approvals-missing'],
      ]);
    }
    await submit(draft.id);
    expect(
      await refusal(take(staff.editor, draft.id, 'submit-for-review', bodyOf('submit-for-review', revision))),
    ).toBe('wrong-state');
    await take(staff.reviewer, draft.id, 'approve', { revision, release: true });
    for (const name of ['submit-for-review', 'request-changes', 'approve'] as const) {
      expect(await refusal(take(staff.secondReviewer, draft.id, name, bodyOf(name, revision))), name).toBe(
        'wrong-state',
      );
    }
    expect(await refusal(take(staff.editor, draft.id, 'release', { revision }))).toBe('already-released');
    expect((await review(draft.id)).events.map(({ event }) => event)).toEqual(['released', 'approved', 'submitted']);
  });

  it('meets the requirements first: submitting an unfinished draft lists what is missing', async () => {
    const draft = await draftOf('unfinished', { title: '', summary: '', sources: [], sections: [], reviewDue: null });
    const { revision } = await review(draft.id);
    const error = await refused(
      take(staff.editor, draft.id, 'submit-for-review', bodyOf('submit-for-review', revision)),
    );
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
    const { revision } = await review(draft.id);
    const error = await refused(
      take(staff.editor, draft.id, 'submit-for-review', bodyOf('submit-for-review', revision)),
    );
    expect(error.details.issues).toMatchObject([{ code: 'reference-not-live', field: 'treatments' }]);
    await releaseEntry(system.payload, staff, 'treatments', treatment.id);
    expect((await submit(draft.id)).state).toBe('in-review');
  });

  it('answers with issues, not with a failure, when a field holds what the form does not accept', async () => {
    const draft = await draftOf('too-long', { title: 'x'.repeat(121), summary: 'x'.repeat(401) });
    const { revision } = await review(draft.id);
    const error = await refused(
      take(staff.editor, draft.id, 'submit-for-review', bodyOf('submit-for-review', revision)),
    );
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
    const { revision } = await review(second.id);
    const error = await refused(
      take(staff.editor, second.id, 'submit-for-review', bodyOf('submit-for-review', revision)),
    );
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

describe.each(DATABASES)('four eyes on %s', (database) => {
  let system: TestSystem;
  let staff: Staff;
  beforeAll(async () => {
    system = await startSystem(database);
    staff = await createStaff(system.payload);
  });
  afterAll(() => system.stop());
  const take = (user: Staff[keyof Staff], id: string | number, name: Verb, body: Record<string, unknown>) =>
    verb(system.payload, user, 'causes', id, name, body);
  const review = (id: string | number) => reviewOf(system.payload, staff, 'causes', id);

  it('keep a reviewer from approving what they edited, until it was released', async () => {
    const { payload } = system;
    const draft = await aCauseDraft(payload, staff, { slug: 'edited' });
    await edit(payload, staff.reviewer, 'causes', draft.id, { summary: 'By the reviewer.' });
    await edit(payload, staff.editor, 'causes', draft.id, { summary: 'By the editor again.' });
    const { revision } = await submitEntry(payload, staff, 'causes', draft.id);
    const error = await refused(take(staff.reviewer, draft.id, 'approve', { revision }));
    expect([error.code, error.status]).toEqual(['four-eyes', 403]);
    expect((await take(staff.secondReviewer, draft.id, 'approve', { revision, release: true })).state).toBe('live');
    await edit(payload, staff.editor, 'causes', draft.id, { summary: 'A later change.' });
    const next = await submitEntry(payload, staff, 'causes', draft.id);
    expect((await take(staff.reviewer, draft.id, 'approve', { revision: next.revision })).state).toBe('approved');
  });

  it('do not count a save that changed nothing', async () => {
    const { payload } = system;
    const draft = await aCauseDraft(payload, staff, { slug: 'saved-only' });
    await edit(payload, staff.reviewer, 'causes', draft.id, { summary: draft.summary });
    const { revision } = await submitEntry(payload, staff, 'causes', draft.id);
    expect((await take(staff.reviewer, draft.id, 'approve', { revision })).state).toBe('approved');
  });

  it('include who edited a source that the entry cites', async () => {
    const { payload } = system;
    const source = await aSource(payload);
    const draft = await aCauseDraft(payload, staff, { slug: 'cites', sources: [source.id] });
    await submitEntry(payload, staff, 'causes', draft.id);
    // Reviewers may not edit sources; an admin with a clinician profile may do both.
    const clinician = await payload.create({
      collection: 'clinicians',
      data: {
        name: 'Admin clinician',
        slug: 'admin-clinician',
        credentials: 'MBBS',
        specialty: 'GP',
        registrationBody: 'Demo',
        registrationNumber: 'D-9',
      },
    });
    await payload.update({ collection: 'users', id: staff.admin.id, data: { clinician: clinician.id } });
    const admin = {
      ...(await payload.findByID({ collection: 'users', id: staff.admin.id, depth: 0 })),
      collection: 'users',
    } as unknown as Staff['admin'];
    await payload.update({
      collection: 'sources',
      id: source.id,
      data: { title: 'Guideline, revised' },
      user: admin,
      overrideAccess: false,
    });
    expect((await review(draft.id)).state).toBe('draft');
    const { revision } = await submitEntry(payload, staff, 'causes', draft.id);
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
    const shows = await aCauseDraft(payload, staff, {
      slug: 'shows',
      sections: [{ kind: 'anatomy', body: lexical('The joint.'), figures: [figure.id] }],
    });
    const plain = await aCauseDraft(payload, staff, { slug: 'plain' });
    await submitEntry(payload, staff, 'causes', shows.id);
    const before = await submitEntry(payload, staff, 'causes', plain.id);
    const reviewerAsEditor = await payload.update({
      collection: 'users',
      id: staff.secondReviewer.id,
      data: { role: 'admin' },
    });
    const user = { ...reviewerAsEditor, collection: 'users' } as unknown as Staff['admin'];
    await payload.update({
      collection: 'media',
      id: figure.id,
      data: { alt: 'The hip joint from the front' },
      user,
      overrideAccess: false,
    });
    expect((await review(shows.id)).state).toBe('draft');
    expect((await review(plain.id)).revision).toBe(before.revision);
    const { revision } = await submitEntry(payload, staff, 'causes', shows.id);
    expect(await refusal(take(user, shows.id, 'approve', { revision }))).toBe('four-eyes');
    expect((await take(user, plain.id, 'approve', { revision: before.revision })).state).toBe('approved');
    expect((await take(staff.reviewer, shows.id, 'approve', { revision, release: true })).state).toBe('live');
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
    const profile =
      typeof staff.reviewer.clinician === 'object' ? staff.reviewer.clinician?.id : staff.reviewer.clinician;
    const double = await payload.create({
      collection: 'users',
      data: {
        name: 'Second account',
        email: 'double@example.com',
        role: 'reviewer',
        password: 'imprimatur-demo',
        clinician: profile ?? null,
      },
    });
    expect(await refusal(approve({ ...double, collection: 'users' } as unknown as Staff['reviewer']))).toBe(
      'wrong-state',
    );
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
