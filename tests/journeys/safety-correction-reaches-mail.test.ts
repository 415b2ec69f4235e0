import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCourseDraft } from '../support/courses.ts';
import { DATABASES } from '../support/database.ts';
import { edit, refused } from '../support/editing.ts';
import { aCauseDraft, releaseEntry, reviewOf, submitEntry } from '../support/entries.ts';
import { startJourney, withinASecond, type Journey } from '../support/journey.ts';
import { verb } from '../support/people.ts';

describe.each(DATABASES)('a mistake that was mailed, on %s', (database) => {
  let story: Journey;
  let id: string | number;
  beforeAll(async () => {
    story = await startJourney(database);
    const cause = await aCauseDraft(story.payload, story.staff, { slug: 'sore-hip', summary: 'Rest for 20 days.' });
    id = cause.id;
    await releaseEntry(story.payload, story.staff, 'causes', id);
    const course = await aCourseDraft(story.payload, story.staff, [
      { key: 'one', entries: [{ relationTo: 'causes', value: id }], delayDays: 0 },
    ]);
    await releaseEntry(story.payload, story.staff, 'courses', course.id);
    await withinASecond(async () => expect((await story.get('/courses/sore-hip-course')).status).toBe(200));
    await story.enrol('sore-hip-course', 'reader@example.net');
  });
  afterAll(() => story.stop());

  it('reached a reader', async () => {
    expect((await story.inbox()).at(-1)?.text).toContain('Rest for 20 days.');
  });

  it('cannot be mended in silence', async () => {
    await edit(story.payload, story.staff.editor, 'causes', id, { summary: 'Rest for 2 days.' });
    for (const kind of ['minor', 'major']) {
      const error = await refused(submitEntry(story.payload, story.staff, 'causes', id, kind));
      expect([error.code, error.details.minimum]).toEqual(['change-kind-too-low', 'safety']);
    }
  });

  it('is corrected by two clinicians, and the reader gets one mail about it', async () => {
    const sent = (await story.inbox()).length;
    const { revision } = await submitEntry(story.payload, story.staff, 'causes', id, 'safety');
    const once = await verb(story.payload, story.staff.reviewer, 'causes', id, 'approve', { revision, release: true });
    expect(once.state).toBe('in-review');
    await verb(story.payload, story.staff.secondReviewer, 'causes', id, 'approve', { revision, release: true });
    await withinASecond(async () => {
      await story.work();
      expect(await story.inbox()).toHaveLength(sent + 1);
    });
    const [original, correction] = (await story.inbox()).slice(sent - 1);
    expect(correction?.text).toContain('Rest for 2 days.');
    expect(correction?.inReplyTo).toBe(original?.messageId);
    await story.work();
    expect(await story.inbox()).toHaveLength(sent + 1);
  });

  it('is replaced without a mail when both clinicians say why the old text could not hurt', async () => {
    const sent = (await story.inbox()).length;
    await edit(story.payload, story.staff.editor, 'causes', id, { summary: 'Rest for 2 or 3 days.' });
    const { revision } = await submitEntry(story.payload, story.staff, 'causes', id, 'safety');
    const body = { revision, release: true, oldTextHarmless: 'Two days of rest harm nobody.' };
    await verb(story.payload, story.staff.reviewer, 'causes', id, 'approve', body);
    await verb(story.payload, story.staff.secondReviewer, 'causes', id, 'approve', body);
    const sheet = await reviewOf(story.payload, story.staff, 'causes', id);
    expect(sheet.live?.version).toBe('3.0');
    await withinASecond(async () =>
      expect(await (await story.get('/causes/sore-hip')).text()).toContain('2 or 3 days'),
    );
    await story.work();
    expect(await story.inbox()).toHaveLength(sent);
  });
});
