import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCourseDraft } from '../support/courses.ts';
import { aCauseDraft, releaseEntry } from '../support/entries.ts';
import { startJourney, withinASecond, type Journey } from '../support/journey.ts';
import { verb } from '../support/people.ts';
import { listen, type Statements } from '../support/statements.ts';
import { askEveryList } from './every-list.ts';
import { growing } from './plans.ts';

const DAY = 24 * 60 * 60_000;

/** What reads as much as there is because it wants all of it. */
const READS_ALL = [/from "treatments" "treatments" where "treatments"."kind" in \(\?, \?\)/];

// MongoDB's `explain` is not in every engine that speaks its language; both databases' indexes follow from the same lists.
describe('every statement on SQLite finds its rows by an index, and sorts no large table', () => {
  let story: Journey;
  let statements: Statements;
  beforeAll(async () => {
    story = await startJourney('SQLite');
    statements = listen(story.payload);
  });
  afterAll(() => story.stop());

  function slow(): string[] {
    const taken = statements.taken().filter((sql) => /^\s*(select|update|delete|insert)/i.test(sql));
    expect(taken.length).toBeGreaterThan(20);
    return taken
      .filter((sql) => !READS_ALL.some((all) => all.test(sql)))
      .flatMap((sql) => growing(sql, statements.plan(sql)).map((what) => `${what} … ${sql.slice(-160)}`));
  }

  it('of an entry that is written, reviewed, released, mailed, read and withdrawn', async () => {
    const { payload, staff } = story;
    const { id } = await aCauseDraft(payload, staff, { slug: 'one' });
    const { revision } = await releaseEntry(payload, staff, 'causes', id);
    const lesson = (key: string) => ({ key, entries: [{ relationTo: 'causes' as const, value: id }], delayDays: 1 });
    const course = await aCourseDraft(payload, staff, [lesson('one'), lesson('two')], 'course');
    await releaseEntry(payload, staff, 'courses', course.id);
    await withinASecond(async () => expect((await story.get('/courses/course')).status).toBe(200));
    await story.enrol('course', 'reader@example.com');
    for (let day = 0; day < 3; day += 1) {
      story.setNow(new Date(story.now().getTime() + DAY));
      await story.work();
    }
    for (const path of [
      '/',
      '/causes/one',
      '/feed.json',
      '/feed.xml',
      '/changes.json',
      '/sitemap.xml',
      '/releases/1.json',
    ])
      expect((await story.get(path)).status, path).toBe(200);
    for (const path of [
      '/api/releases',
      '/api/releases?where[uid][equals]=none',
      '/api/releases?where[type][equals]=cause',
    ])
      expect((await story.get(path)).status, path).toBe(200);
    await verb(payload, staff.reviewer, 'causes', id, 'withdraw', { revision, reason: 'unsafe' });
    await story.work();
    expect(slow()).toEqual([]);
  });

  it('of each list of the admin, by each of its columns', async () => {
    await askEveryList(story);
    expect(slow()).toEqual([]);
  });
});
