import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCourseDraft } from '../support/courses.ts';
import { DATABASES } from '../support/database.ts';
import { aCauseDraft, releaseEntry, reviewOf, submitEntry } from '../support/entries.ts';
import { startJourney, withinASecond, type Journey } from '../support/journey.ts';
import { verb } from '../support/people.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe.each(DATABASES)('the way of an entry on %s', (database) => {
  let story: Journey;
  beforeAll(async () => {
    story = await startJourney(database);
  });
  afterAll(() => story.stop());

  const feed = () => story.get('/feed.json').then((answer) => answer.text());
  /** All that finds a page, as a reader asks it. */
  const finding = (words: string) =>
    Promise.all(
      ['/a-z', '/a-z?letter=e', `/search?q=${encodeURIComponent(words)}`].map(async (path) =>
        (await story.get(path)).text(),
      ),
    ).then((pages) => pages.join());
  const pass = (milliseconds: number) => story.setNow(new Date(story.now().getTime() + milliseconds));
  const mailsTo = async (address: string) =>
    (await story.inbox()).filter(({ to }) => to?.some((recipient) => recipient.address === address));

  /** A cause of this test's own, and what staff do to it. */
  async function aCause(slug: string) {
    const { payload, staff } = story;
    const summary = `First words about ${slug}.`;
    const { id, uid } = await aCauseDraft(payload, staff, { slug, title: `Entry ${slug}`, summary });
    const submit = () => submitEntry(payload, staff, 'causes', id);
    const approve = (revision: string) => verb(payload, staff.reviewer, 'causes', id, 'approve', { revision });
    return {
      id,
      uid: uid ?? '',
      submit,
      approve,
      review: () => reviewOf(payload, staff, 'causes', id),
      release: () => releaseEntry(payload, staff, 'causes', id),
      take: (who: 'editor' | 'reviewer', ...[name, body]: [Parameters<typeof verb>[4], Record<string, unknown>]) =>
        verb(payload, staff[who], 'causes', id, name, body),
      async submitAndApprove() {
        const { revision } = await submit();
        await approve(revision);
        return revision;
      },
      edit: (words: string) =>
        payload.update({
          collection: 'causes',
          id,
          data: { summary: words },
          user: staff.editor,
          overrideAccess: false,
        }),
      page: () => story.get(`/causes/${slug}`).then((answer) => answer.text()),
      status: () => story.get(`/causes/${slug}`).then((answer) => answer.status),
    };
  }

  /** A live course of two lessons about an entry, and somebody who has had the first. */
  async function enrol(entry: { id: string | number }, course: string, address: string): Promise<void> {
    const lesson = (key: string, delayDays: number) => ({
      key,
      entries: [{ relationTo: 'causes' as const, value: entry.id }],
      delayDays,
    });
    const draft = await aCourseDraft(story.payload, story.staff, [lesson('one', 0), lesson('two', 1)], course);
    await releaseEntry(story.payload, story.staff, 'courses', draft.id);
    await withinASecond(async () => expect((await story.get(`/courses/${course}`)).status).toBe(200));
    await story.enrol(course, address);
  }

  it('is invisible as a draft, in review and approved', async () => {
    const entry = await aCause('hidden');
    const steps = {
      draft: () => Promise.resolve(),
      'in-review': entry.submit,
      approved: async () => entry.approve((await entry.review()).revision),
    };
    for (const [state, step] of Object.entries(steps)) {
      await step();
      expect((await entry.review()).state).toBe(state);
      expect(await entry.status()).toBe(404);
      expect(await feed()).not.toContain('First words about hidden');
      expect(await finding('entry hidden')).not.toContain('/causes/hidden');
    }
  });

  it('is on the site and in the feed within a second of its release', async () => {
    const entry = await aCause('released');
    const revision = await entry.submitAndApprove();
    await entry.take('editor', 'release', { revision });
    await withinASecond(async () => {
      expect(await entry.page()).toContain('First words about released.');
      expect(await feed()).toContain('First words about released.');
    });
    const found = await finding('entry released');
    expect(found.match(/href="\/causes\/released"/g)?.length).toBeGreaterThan(1);
    expect(found).toContain('First words about <mark>released</mark>.');
  });

  it('goes into the next lesson of the course, as it is live on that day', async () => {
    const entry = await aCause('taught');
    await entry.release();
    await enrol(entry, 'a-course-that-teaches', 'pupil@example.net');
    const [, first] = await mailsTo('pupil@example.net');
    expect(first?.text).toContain('First words about taught.');

    await entry.edit('Second words about taught.');
    await entry.release();
    await withinASecond(async () => {
      expect(await entry.page()).toContain('Second words about taught.');
      expect(await entry.page()).not.toContain('First words');
      expect(await feed()).toContain('Second words about taught.');
    });
    pass(3 * DAY);
    await withinASecond(async () => {
      await story.work();
      const second = (await mailsTo('pupil@example.net')).at(2);
      expect(second?.text).toContain('Second words about taught.');
      expect(second?.text).not.toContain('First words');
    });
  });

  it('needs a new approval after an edit', async () => {
    const entry = await aCause('edited');
    await entry.release();
    const before = await entry.review();
    await entry.edit('Other words, still to be approved.');
    const sheet = await entry.review();
    expect(sheet.state).toBe('draft');
    await expect(entry.take('editor', 'release', { revision: sheet.revision })).rejects.toMatchObject({
      code: 'requirements-not-met',
    });
    await expect(entry.approve(before.revision)).rejects.toMatchObject({
      code: 'stale-revision',
      details: { current: sheet.revision },
    });
    await withinASecond(async () => expect(await entry.page()).toContain('First words about edited.'));
    expect(await entry.page()).not.toContain('Other words');
  });

  it('passes the same gate when its time comes by the clock', async () => {
    const entry = await aCause('scheduled');
    await entry.release();
    const scheduleInAMinute = (revision: string) =>
      entry.take('editor', 'schedule', { revision, at: new Date(story.now().getTime() + MINUTE).toISOString() });
    await entry.edit('Other words, still to be shown.');
    await scheduleInAMinute(await entry.submitAndApprove());
    await story.work();
    expect(await entry.page()).not.toContain('Other words');
    pass(2 * MINUTE);
    await story.work();
    await withinASecond(async () => expect(await entry.page()).toContain('Other words, still to be shown.'));

    await entry.edit('Further words, scheduled and then changed.');
    await scheduleInAMinute(await entry.submitAndApprove());
    await entry.edit('Later words, slipped in after the approval.');
    pass(2 * MINUTE);
    await story.work();
    const sheet = await entry.review();
    expect(sheet).toMatchObject({ state: 'draft', scheduled: null });
    expect(sheet.events.map(({ event }) => event)).toContain('schedule-lapsed');
    expect(await entry.page()).not.toMatch(/Further|Later/);
  });

  it('leaves every channel when it is withdrawn, and those who had it by mail are told', async () => {
    const entry = await aCause('withdrawn');
    await entry.release();
    await enrol(entry, 'a-course-that-taught', 'told@example.net');
    const { live } = await entry.review();
    const sent = (await mailsTo('told@example.net')).length;
    const note = 'A note that only the staff sees.';
    const publicNote = 'The dose was ten times too high.';
    const body = { revision: live?.revision, reason: 'unsafe', note, publicNote };
    await entry.take('reviewer', 'withdraw', body);
    const words = `Following it could do harm. ${publicNote}`;
    await withinASecond(async () => {
      expect(await entry.status()).toBe(410);
      const text = await entry.page();
      expect(text).toContain(words);
      expect(text).not.toContain(note);
      expect(text).not.toMatch(/words about withdrawn/);
    });
    const { items } = (await (await story.get('/feed.json')).json()) as {
      items: { id: string; content_html: string; title: string }[];
    };
    expect(items.find(({ id }) => id === `urn:uuid:${entry.uid}`)?.content_html).toContain(words);
    expect(await feed()).not.toMatch(/words about withdrawn|only the staff/);
    expect(await finding('entry withdrawn')).not.toContain('/causes/withdrawn');
    const anonymous = await (await story.get('/api/releases?limit=0&depth=0', {})).text();
    expect(anonymous).not.toContain('words about withdrawn');

    await story.work();
    const mails = (await mailsTo('told@example.net')).slice(sent);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(words);
    expect(mails[0]?.text).not.toContain(note);
    expect(mails[0]?.inReplyTo).toBeTruthy();
    await story.work();
    expect((await mailsTo('told@example.net')).length).toBe(sent + 1);
  });

  it('takes the words of its corrections with it when it is withdrawn, wherever they were shown', async () => {
    const entry = await aCause('corrected');
    await entry.release();
    await entry.edit('Canary words about corrected.');
    const { live } = await releaseEntry(story.payload, story.staff, 'causes', entry.id, 'major');
    const clinicians = await (await story.get('/clinicians')).text();
    const clinician = /href="(\/clinicians\/[^"]+)"/.exec(clinicians)?.[1] ?? '';
    const proof = `/releases/${live?.seq}`;
    const lists = ['', '?kind=minor', '?kind=major', '?kind=safety', '.json', '.xml'].map(
      (end) => `/corrections${end}`,
    );
    const words = async () =>
      Promise.all(
        [...lists, clinician, proof, `${proof}.json`, '/feed.json'].map(async (path) => (await story.get(path)).text()),
      );
    await withinASecond(async () =>
      expect((await words()).filter((text) => text.includes('about corrected')).length).toBeGreaterThan(5),
    );
    await entry.take('reviewer', 'withdraw', { revision: live?.revision, reason: 'inaccurate' });
    await withinASecond(async () => {
      for (const text of await words()) expect(text).not.toMatch(/words about corrected/i);
      expect((await story.get(proof)).status).toBe(410);
      expect(await (await story.get('/corrections?kind=withdrawn')).text()).toContain('Entry corrected');
    });
  });

  it('is the same after a restart: nothing comes back from a cache', async () => {
    const entry = await aCause('gone-for-good');
    await entry.release();
    await withinASecond(async () => expect(await entry.status()).toBe(200));
    const { revision } = await entry.review();
    await entry.take('reviewer', 'withdraw', { revision, reason: 'inaccurate' });
    const again = story.restart();
    const answer = await again.respond(new Request(`${story.env.siteUrl}/causes/gone-for-good`));
    expect(answer.status).toBe(410);
  });

  it('leaves a log without gaps', async () => {
    const entry = await aCause('counted');
    const { live } = await entry.release();
    await entry.take('reviewer', 'withdraw', { revision: live?.revision, reason: 'other' });
    await withinASecond(async () => {
      const answer = (await (await story.get('/changes.json?since=0')).json()) as {
        head: number;
        changes: { seq: number }[];
      };
      expect(answer.head).toBeGreaterThan(live?.seq ?? Infinity);
      expect(answer.changes.map(({ seq }) => seq)).toEqual(Array.from({ length: answer.head }, (_, i) => i + 1));
    });
  });
});
