import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCourseDraft } from '../support/courses.ts';
import { DATABASES } from '../support/database.ts';
import { aCauseDraft, releaseEntry, reviewOf, submitEntry } from '../support/entries.ts';
import { startJourney, withinASecond, type Journey } from '../support/journey.ts';
import { verb } from '../support/people.ts';

describe.each(DATABASES)('the way of an entry on %s', (database) => {
  let story: Journey;
  let causeId: string | number;
  let uid: string;
  const page = () => story.get('/causes/sore-hip').then((answer) => answer.text());
  const feed = () => story.get('/feed.json').then((answer) => answer.text());
  const edit = (summary: string) =>
    story.payload.update({
      collection: 'causes',
      id: causeId,
      data: { summary },
      user: story.staff.editor,
      overrideAccess: false,
    });

  beforeAll(async () => {
    story = await startJourney(database);
    const cause = await aCauseDraft(story.payload, story.staff, {
      slug: 'sore-hip',
      summary: 'First words about a sore hip.',
    });
    causeId = cause.id;
    uid = cause.uid ?? '';
  });
  afterAll(() => story.stop());

  it('is invisible as a draft, in review and approved', async () => {
    for (const step of ['draft', 'in-review', 'approved']) {
      if (step === 'in-review') await submitEntry(story.payload, story.staff, 'causes', causeId);
      if (step === 'approved') {
        const { revision } = await reviewOf(story.payload, story.staff, 'causes', causeId);
        await verb(story.payload, story.staff.reviewer, 'causes', causeId, 'approve', { revision });
      }
      expect((await reviewOf(story.payload, story.staff, 'causes', causeId)).state).toBe(step);
      expect((await story.get('/causes/sore-hip')).status).toBe(404);
      expect(await feed()).not.toContain('First words');
    }
  });

  it('is on the site and in the feed within a second of its release', async () => {
    const { revision } = await reviewOf(story.payload, story.staff, 'causes', causeId);
    await verb(story.payload, story.staff.editor, 'causes', causeId, 'release', { revision });
    await withinASecond(async () => {
      expect(await page()).toContain('First words about a sore hip.');
      expect(await feed()).toContain('First words about a sore hip.');
    });
  });

  it('goes into the next lesson of the course, as it is live on that day', async () => {
    const course = await aCourseDraft(story.payload, story.staff, [
      { key: 'one', entries: [{ relationTo: 'causes', value: causeId }], delayDays: 0 },
      { key: 'two', entries: [{ relationTo: 'causes', value: causeId }], delayDays: 1 },
    ]);
    await releaseEntry(story.payload, story.staff, 'courses', course.id);
    await withinASecond(async () => expect((await story.get('/courses/sore-hip-course')).status).toBe(200));
    await story.enrol('sore-hip-course', 'reader@example.net');
    const [, first] = await story.inbox();
    expect(first?.text).toContain('First words about a sore hip.');

    await edit('Second words about a sore hip.');
    await releaseEntry(story.payload, story.staff, 'causes', causeId, 'minor');
    await withinASecond(async () => {
      expect(await page()).toContain('Second words about a sore hip.');
      expect(await page()).not.toContain('First words');
      expect(await feed()).toContain('Second words about a sore hip.');
    });
    story.setNow(new Date(story.now().getTime() + 3 * 24 * 60 * 60 * 1000));
    await withinASecond(async () => {
      await story.work();
      const second = (await story.inbox()).at(2);
      expect(second?.text).toContain('Second words about a sore hip.');
      expect(second?.text).not.toContain('First words');
    });
  });

  it('needs a new approval after an edit', async () => {
    const before = await reviewOf(story.payload, story.staff, 'causes', causeId);
    await edit('Third words that nobody approved.');
    const sheet = await reviewOf(story.payload, story.staff, 'causes', causeId);
    expect(sheet.state).toBe('draft');
    const release = verb(story.payload, story.staff.editor, 'causes', causeId, 'release', { revision: sheet.revision });
    await expect(release).rejects.toMatchObject({ code: 'requirements-not-met' });
    const stale = verb(story.payload, story.staff.reviewer, 'causes', causeId, 'approve', {
      revision: before.revision,
    });
    await expect(stale).rejects.toMatchObject({ code: 'stale-revision', details: { current: sheet.revision } });
    expect(await page()).not.toContain('Third words');
    expect(await page()).toContain('Second words');
  });

  it('passes the same gate when its time comes by the clock', async () => {
    const submitted = await submitEntry(story.payload, story.staff, 'causes', causeId);
    const { revision } = submitted;
    await verb(story.payload, story.staff.reviewer, 'causes', causeId, 'approve', { revision });
    const at = new Date(story.now().getTime() + 60_000).toISOString();
    await verb(story.payload, story.staff.editor, 'causes', causeId, 'schedule', { revision, at });
    await story.work();
    expect(await page()).not.toContain('Third words');
    story.setNow(new Date(story.now().getTime() + 120_000));
    await story.work();
    await withinASecond(async () => expect(await page()).toContain('Third words that nobody approved.'));

    await edit('Fourth words, scheduled and then changed.');
    const next = await submitEntry(story.payload, story.staff, 'causes', causeId);
    await verb(story.payload, story.staff.reviewer, 'causes', causeId, 'approve', { revision: next.revision });
    const later = new Date(story.now().getTime() + 60_000).toISOString();
    await verb(story.payload, story.staff.editor, 'causes', causeId, 'schedule', {
      revision: next.revision,
      at: later,
    });
    await edit('Fifth words, slipped in after the approval.');
    story.setNow(new Date(story.now().getTime() + 120_000));
    await story.work();
    const sheet = await reviewOf(story.payload, story.staff, 'causes', causeId);
    expect(sheet).toMatchObject({ state: 'draft', scheduled: null });
    expect(sheet.events.map(({ event }) => event)).toContain('schedule-lapsed');
    expect(await page()).not.toMatch(/Fourth|Fifth/);
  });

  it('leaves every channel when it is withdrawn, and those who had it by mail are told', async () => {
    const { live } = await reviewOf(story.payload, story.staff, 'causes', causeId);
    const sent = (await story.inbox()).length;
    await verb(story.payload, story.staff.reviewer, 'causes', causeId, 'withdraw', {
      revision: live?.revision,
      reason: 'The advice was found to be wrong.',
    });
    await withinASecond(async () => {
      const answer = await story.get('/causes/sore-hip');
      expect(answer.status).toBe(410);
      const text = await answer.text();
      expect(text).toContain('The advice was found to be wrong.');
      expect(text).not.toMatch(/words about a sore hip|Third words/);
    });
    const item = (
      (await (await story.get('/feed.json')).json()) as { items: { id: string; content_html: string; title: string }[] }
    ).items.find(({ id }) => id === `urn:uuid:${uid}`);
    expect(item?.content_html).toContain('The advice was found to be wrong.');
    expect(await feed()).not.toMatch(/Third words/);
    const anonymous = await (await story.get('/api/releases?limit=0&depth=0', {})).text();
    expect(anonymous).not.toContain('Third words');

    await story.work();
    const mails = (await story.inbox()).slice(sent);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('The advice was found to be wrong.');
    expect(mails[0]?.inReplyTo).toBeTruthy();
    await story.work();
    expect((await story.inbox()).length).toBe(sent + 1);
  });

  it('is the same after a restart: nothing comes back from a cache', async () => {
    const again = story.restart();
    const answer = await again.respond(new Request(`${story.env.siteUrl}/causes/sore-hip`));
    expect(answer.status).toBe(410);
  });

  it('leaves a log without gaps', async () => {
    const answer = (await (await story.get('/changes.json?since=0')).json()) as {
      head: number;
      changes: { seq: number }[];
    };
    expect(answer.changes.map(({ seq }) => seq)).toEqual(Array.from({ length: answer.head }, (_, i) => i + 1));
  });
});
