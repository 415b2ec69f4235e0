import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { aCause, aTreatment, released, withdrawn } from '../../support/releases.ts';
import { aCourse, aLesson, aLog, COURSE_UID } from './course.ts';
import { DAY, emailOn, linkIn } from './system.ts';

describe.each(DATABASES)('the lessons of a course on %s', (database) => {
  const asNew = emailOn(database);

  it('goes from the form to the last lesson, each when it is due and each once', async () => {
    const { email, clock, get, post, subscribe, inbox, smtp, enrolment } = await asNew();
    const answer = await subscribe('Reader@Example.NET');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/courses/hip-pain/subscribe');
    expect(await email.runDue()).toMatchObject({ sent: 1, failed: 0 });
    const [confirmation] = await inbox();
    expect(confirmation).toMatchObject({ to: [{ address: 'Reader@example.net' }] });
    expect(confirmation?.subject).toBe('[Demonstration] Please confirm: Hip pain in short lessons');

    const link = linkIn(confirmation, 'confirm');
    expect((await get(link)).status).toBe(200);
    expect(await enrolment()).toMatchObject({ status: 'requested' });
    expect((await post(link)).status).toBe(200);
    expect((await post(link)).status).toBe(200);
    expect(await enrolment()).toMatchObject({ status: 'active', round: 1 });

    expect(await email.runDue()).toMatchObject({ planned: 1, sent: 1 });
    expect(await email.runDue()).toMatchObject({ planned: 0, sent: 0 });
    expect((await inbox())[1]?.subject).toBe('[Demonstration] Lesson one');

    clock.set('2026-02-04T07:59:59Z');
    expect(await email.runDue()).toMatchObject({ sent: 0 });
    clock.set('2026-02-04T08:00:00Z');
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    clock.set('2026-02-06T08:00:00Z');
    expect(await email.runDue()).toMatchObject({ sent: 1 });
    clock.pass(30 * DAY);
    expect(await email.runDue()).toMatchObject({ planned: 0, sent: 0 });
    expect(smtp.received).toHaveLength(4);
    expect(await enrolment()).toMatchObject({ status: 'finished' });
    expect(new Set((await inbox()).map(({ messageId }) => messageId)).size).toBe(4);
  });

  it('keeps only hash, Message-ID and releases of an accepted mail', async () => {
    const { enrol, rows } = await asNew();
    await enrol('reader@example.net');
    const [, lesson] = await rows('deliveries');
    expect(lesson).toMatchObject({ state: 'accepted', tries: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(lesson?.raw ?? null).toBeNull();
    expect(lesson?.contents).toMatchObject([{ uid: COURSE_UID, seq: 4 }, { uid: aCause().uid, seq: 1 }, { seq: 2 }]);
    expect(await rows('delivery-contents')).toHaveLength(4);
  });

  it('holds a lesson back while none of its entries may go out, and says so', async () => {
    const { enrol, email, append, clock, smtp, rows } = await asNew();
    await enrol('reader@example.net');
    await append(withdrawn(released(aTreatment(), { seq: 3 }), { seq: 5 }));
    clock.set('2026-02-04T08:00:00Z');
    await email.runDue();
    expect(smtp.received).toHaveLength(2);
    expect((await rows('enrolments'))[0]).toMatchObject({
      status: 'active',
      nextLessonKey: 'two',
      heldBack: expect.stringContaining('two'),
    });
    await append(released(aTreatment(), { seq: 6 }));
    clock.set('2026-02-05T08:00:00Z');
    await email.runDue();
    expect(smtp.received).toHaveLength(3);
    expect((await rows('enrolments'))[0]?.heldBack ?? null).toBeNull();
  });

  it('leaves out an entry past its review date', async () => {
    const old = aCause({ reviewDue: '2026-02-01' });
    const rows = aLog();
    rows[0] = released(old, { seq: 1 });
    const { enrol, inbox } = await asNew({ rows });
    await enrol('reader@example.net');
    const lesson = (await inbox())[1]!;
    expect(lesson.text).not.toContain(old.summary);
    expect(lesson.text).toContain('left out here');
  });

  it('goes on by key when the course is arranged anew, and with the first unsent lesson when the key is gone', async () => {
    const { enrol, email, append, clock, inbox, enrolment } = await asNew();
    await enrol('reader@example.net');
    const [one, , three] = aCourse().lessons;
    const lessons = [aLesson({ key: 'four' }), one!, three!];
    await append(released(aCourse({ lessons }), { seq: 5, changeKind: 'major' }));
    clock.set('2026-02-04T08:00:00Z');
    await email.runDue();
    expect((await inbox()).at(-1)?.subject).toBe('[Demonstration] Lesson four');
    clock.set('2026-02-06T08:00:00Z');
    await email.runDue();
    expect((await inbox()).at(-1)?.subject).toBe('[Demonstration] Lesson three');
    expect(await enrolment()).toMatchObject({ status: 'finished' });
  });

  it('shows a lesson in the browser as it was sent, under what was corrected since', async () => {
    const { enrol, inbox, get, append } = await asNew();
    await enrol('reader@example.net');
    const link = linkIn((await inbox())[1], 'lessons');
    const before = await get(link);
    expect(before.headers.get('x-robots-tag')).toBe('noindex');
    const body = await before.text();
    expect(body).toContain(aCause().summary);
    expect(body).not.toContain('out of date');
    expect(body).not.toMatch(/\/(unsubscribe|preferences|confirm)\//);
    await append(
      released(aCause({ summary: 'Changed.' }), { seq: 5, changeKind: 'safety', changeNote: 'A dose was wrong.' }),
      released(aCause({ summary: 'Changed again.' }), { seq: 6, changeKind: 'minor', changeNote: 'A comma.' }),
    );
    const after = await (await get(link)).text();
    expect(after).toContain('This mail is out of date');
    expect(after).toContain('A dose was wrong.');
    expect(after).not.toContain('A comma.');
    expect(after).toContain(aCause().summary);
  });
});
