import { describe, expect, it } from 'vitest';
import type { EntryCollection } from '../../../model/entries/types.ts';
import { aCourseDraft } from '../../support/courses.ts';
import { DATABASES } from '../../support/database.ts';
import { aRedFlagDraft, aTreatmentDraft, edit, logOf, refused } from '../../support/editing.ts';
import {
  aCauseDraft,
  aSource,
  lexical,
  NEXT_REVIEW,
  releaseEntry,
  reviewOf,
  submitEntry,
} from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { verb } from '../../support/people.ts';

type Id = string | number;

describe.each(DATABASES)('what policy asks for on %s', (database) => {
  const { system, staff } = newsroomOn(database);

  const review = (collection: EntryCollection, id: Id) => reviewOf(system.payload, staff, collection, id);
  const submit = (collection: EntryCollection, id: Id, kind: string) =>
    submitEntry(system.payload, staff, collection, id, kind);
  const approve = (who: 'reviewer' | 'secondReviewer', collection: EntryCollection, id: Id, body: object) =>
    verb(system.payload, staff[who], collection, id, 'approve', { ...body });
  const change = (collection: EntryCollection, id: Id, data: Record<string, unknown>) =>
    edit(system.payload, staff.editor, collection, id, data);

  /** Releases a draft, changes it, and says what policy asks of the change. */
  async function changed(collection: EntryCollection, id: Id, data: Record<string, unknown>) {
    await releaseEntry(system.payload, staff, collection, id);
    await change(collection, id, data);
    return review(collection, id);
  }

  const aGuideDraft = async (slug: string) => {
    const source = await aSource(system.payload);
    return system.payload.create({
      collection: 'guides',
      draft: true,
      overrideAccess: false,
      user: staff.editor,
      data: {
        title: 'Sore hip',
        slug,
        summary: 'Where to begin.',
        bodyArea: 'Hip',
        intro: lexical('The hip is a joint.'),
        whenToConsult: [{ key: 'worse', sign: 'It gets worse', explanation: 'See your doctor.' }],
        sources: [source.id],
        reviewDue: NEXT_REVIEW,
      },
    });
  };
  const aMailedCause = async (slug: string) => {
    const cause = await aCauseDraft(system.payload, staff, { slug, summary: 'Rest for 2 days.' });
    await releaseEntry(system.payload, staff, 'causes', cause.id);
    const lessons = [{ key: 'one', entries: [{ relationTo: 'causes' as const, value: cause.id }], delayDays: 0 }];
    const course = await aCourseDraft(system.payload, staff, lessons, `${slug}-course`);
    await releaseEntry(system.payload, staff, 'courses', course.id);
    return { cause, course };
  };

  it('is two clinicians for “Take 20 tablets” in a step', async () => {
    const draft = await aTreatmentDraft(system.payload, staff, { slug: 'steps', howTo: [{ text: 'Take 2 tablets.' }] });
    const sheet = await changed('treatments', draft.id, { howTo: [{ text: 'Take 20 tablets.' }] });
    expect(sheet).toMatchObject({ approvalsNeeded: 2, minimumChangeKind: 'major' });
    expect(sheet.reasons).toMatchObject([{ rule: 'safety', field: 'howTo' }]);
    const { revision } = await submit('treatments', draft.id, 'major');
    const once = await approve('reviewer', 'treatments', draft.id, { revision, release: true });
    expect(once.state).toBe('in-review');
    const twice = await approve('secondReviewer', 'treatments', draft.id, { revision, release: true });
    expect(twice).toMatchObject({ state: 'live', live: { version: '2.0' } });
  });

  it('is two clinicians for an emptied list of when to consult', async () => {
    const draft = await aGuideDraft('consult');
    expect(await changed('guides', draft.id, { whenToConsult: [] })).toMatchObject({
      approvalsNeeded: 2,
      minimumChangeKind: 'major',
    });
  });

  it('is two clinicians for an emptied safety section', async () => {
    const sections = [
      { kind: 'what-it-is', body: lexical('A way to move.') },
      { kind: 'safety', body: lexical('It can burn the skin.') },
    ];
    const draft = await aTreatmentDraft(system.payload, staff, { slug: 'burns', sections });
    const sheet = await changed('treatments', draft.id, {
      sections: [sections[0], { kind: 'safety', body: lexical('') }],
    });
    expect(sheet).toMatchObject({ approvalsNeeded: 2, reasons: [{ field: 'sections.safety.body' }] });
  });

  it('is two clinicians for a lesson that says “Stop taking warfarin”, with the words that made it so', async () => {
    const { course } = await aMailedCause('lesson');
    const { docs } = await system.payload.find({
      collection: 'courses',
      where: { id: { equals: course.id } },
      depth: 0,
    });
    const lessons = (docs[0]?.lessons ?? []).map((lesson) => ({ ...lesson, intro: 'Stop taking warfarin.' }));
    await change('courses', course.id, { lessons });
    const sheet = await review('courses', course.id);
    expect(sheet).toMatchObject({ approvalsNeeded: 2, minimumChangeKind: 'safety' });
    expect(JSON.stringify(sheet.reasons)).toContain('warfarin');
  });

  it('is one clinician for words that cannot hurt, and they may be called minor', async () => {
    const draft = await aCauseDraft(system.payload, staff, { slug: 'plain' });
    const sheet = await changed('causes', draft.id, { summary: 'A sore hip settles in its own time.' });
    expect(sheet).toMatchObject({ approvalsNeeded: 1, minimumChangeKind: 'minor', reasons: [] });
    expect((await releaseEntry(system.payload, staff, 'causes', draft.id, 'minor')).live?.version).toBe('1.1');
  });

  it('is `new` for a first release, and two clinicians where a field that can hurt is filled', async () => {
    const flag = await aRedFlagDraft(system.payload, staff, { slug: 'first-flag' });
    const sheet = await review('red-flags', flag.id);
    expect(sheet).toMatchObject({ approvalsNeeded: 2, minimumChangeKind: 'new' });
    expect(sheet.reasons[0]).toEqual({ rule: 'first-release' });
  });

  it('refuses a safety change that is called minor, with the reasons, and keeps nothing of it', async () => {
    const draft = await aTreatmentDraft(system.payload, staff, {
      slug: 'too-low',
      howTo: [{ text: 'Take 2 tablets.' }],
    });
    await changed('treatments', draft.id, { howTo: [{ text: 'Take 20 tablets.' }] });
    const error = await refused(submit('treatments', draft.id, 'minor'));
    expect([error.code, error.status]).toEqual(['change-kind-too-low', 422]);
    expect(error.details).toMatchObject({ minimum: 'major', reasons: [{ rule: 'safety', field: 'howTo' }] });
    const { state, events } = await review('treatments', draft.id);
    expect([state, events[0]?.event]).toEqual(['draft', 'released']);
  });

  it('is `safety` for what readers may have by mail, unless both clinicians say why it could not hurt', async () => {
    const { cause } = await aMailedCause('mailed');
    await change('causes', cause.id, { summary: 'Rest for 3 days.' });
    const sheet = await review('causes', cause.id);
    expect(sheet.minimumChangeKind).toBe('safety');
    expect(sheet.reasons.map(({ rule }) => rule)).toEqual(['sent-by-mail', 'safety']);
    expect((await refused(submit('causes', cause.id, 'major'))).code).toBe('change-kind-too-low');
    const { revision } = await submit('causes', cause.id, 'safety');

    const oldTextHarmless = 'Two days of rest harm nobody.';
    await approve('reviewer', 'causes', cause.id, { revision, oldTextHarmless });
    const { events } = await approve('secondReviewer', 'causes', cause.id, {
      revision,
      oldTextHarmless: 'A day more changes little.',
      release: true,
    });
    expect((await logOf(system.payload, cause.uid ?? '')).at(-1)).toMatchObject({
      changeKind: 'major',
      version: '2.0',
    });
    expect(events.filter(({ event }) => event === 'approved').map((event) => event.oldTextHarmless)).toEqual([
      'A day more changes little.',
      oldTextHarmless,
      ...events
        .slice(4)
        .filter(({ event }) => event === 'approved')
        .map(() => null),
    ]);
  });

  it('stays `safety` when one of the two does not say so', async () => {
    const { cause } = await aMailedCause('one-says');
    await change('causes', cause.id, { summary: 'Rest for 3 days.' });
    const { revision } = await submit('causes', cause.id, 'safety');
    await approve('reviewer', 'causes', cause.id, { revision, oldTextHarmless: 'It harms nobody.' });
    await approve('secondReviewer', 'causes', cause.id, { revision, release: true });
    expect((await logOf(system.payload, cause.uid ?? '')).at(-1)).toMatchObject({ changeKind: 'safety' });
  });

  it('remembers a course that does not name the entry any more', async () => {
    const { cause, course } = await aMailedCause('remembered');
    const other = await aCauseDraft(system.payload, staff, { slug: 'remembered-other' });
    await releaseEntry(system.payload, staff, 'causes', other.id);
    const { docs } = await system.payload.find({
      collection: 'courses',
      where: { id: { equals: course.id } },
      depth: 0,
    });
    await change('courses', course.id, {
      lessons: (docs[0]?.lessons ?? []).map((lesson) => ({
        ...lesson,
        entries: [{ entry: { relationTo: 'causes', value: other.id } }],
      })),
    });
    await releaseEntry(system.payload, staff, 'courses', course.id, 'safety');
    await change('causes', cause.id, { summary: 'Rest for 3 days.' });
    expect((await review('causes', cause.id)).minimumChangeKind).toBe('safety');
  });

  it('is asked again at the release: a course that came in between raises the grade', async () => {
    const cause = await aCauseDraft(system.payload, staff, { slug: 'between', summary: 'Rest for 2 days.' });
    await releaseEntry(system.payload, staff, 'causes', cause.id);
    await change('causes', cause.id, { summary: 'Rest for 3 days.' });
    const { revision } = await submit('causes', cause.id, 'major');
    await approve('reviewer', 'causes', cause.id, { revision });
    await approve('secondReviewer', 'causes', cause.id, { revision });
    const lessons = [{ key: 'one', entries: [{ relationTo: 'causes' as const, value: cause.id }], delayDays: 0 }];
    const course = await aCourseDraft(system.payload, staff, lessons, 'between-course');
    await releaseEntry(system.payload, staff, 'courses', course.id);
    const error = await refused(verb(system.payload, staff.editor, 'causes', cause.id, 'release', { revision }));
    expect(error.details.issues).toMatchObject([{ code: 'change-kind-too-low' }]);
  });
});
