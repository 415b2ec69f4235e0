import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { aCause, released, withdrawn } from '../../support/releases.ts';
import { aCourse, aLesson, aLog } from './course.ts';
import { DAY, emailOn, linkIn } from './system.ts';

describe.each(DATABASES)('a course whose first lesson may not go out, on %s,', (database) => {
  const asNew = emailOn(database);
  const lessons = [aLesson({ key: 'one', delayDays: 0 }), aLesson({ key: 'two' })];

  it('says so at every step, and again when it goes on', async () => {
    const system = await asNew({ rows: aLog(aCourse({ lessons })) });
    const { append, get, post, subscribe, email, inbox, clock } = system;
    const page = async () => (await get('/courses/hip-pain')).text();
    expect(await page()).not.toContain('held back');
    await append(withdrawn(released(aCause(), { seq: 1 }), { seq: 5 }));
    expect(await page()).toContain('The first lesson is held back at the moment');

    await subscribe('reader@example.net');
    await email.runDue();
    const asked = (await inbox())[0]!;
    expect(asked.text?.replace(/\s+/g, ' ')).toContain('The first is held back at the moment');
    const link = linkIn(asked, 'confirm');
    expect(await (await get(link)).text()).toContain('as soon as it may go out');
    const answer = await (await post(link)).text();
    expect(answer).toContain('is held back while a clinician looks at it again');
    expect(answer).not.toContain('on its way');
    await email.runDue();
    expect(await inbox()).toHaveLength(1);

    await append(released(aCause({ summary: 'Better.' }), { seq: 6, version: '2.0', changeKind: 'major' }));
    expect(await page()).not.toContain('held back');
    clock.pass(DAY);
    await email.runDue();
    const lesson = (await inbox())[1]!;
    expect(lesson.text?.replace(/\s+/g, ' ')).toContain(
      'This lesson was held back while a clinician looked at it again.',
    );
    clock.pass(3 * DAY);
    await email.runDue();
    expect((await inbox())[2]?.text).not.toContain('held back');
  });
});
