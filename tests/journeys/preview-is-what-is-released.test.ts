import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dressed } from '../../publishers/preview/dress.ts';
import { withLetterHead } from '../../publishers/preview/letter-head.ts';
import { aCourseDraft } from '../support/courses.ts';
import { DATABASES } from '../support/database.ts';
import { aCauseDraft, releaseEntry, reviewOf, submitEntry } from '../support/entries.ts';
import { startJourney, withinASecond, type Journey } from '../support/journey.ts';
import { verb } from '../support/people.ts';
import { apiOf } from '../support/rest.ts';

const DAY = 24 * 60 * 60_000;
const CANARY = 'canary-of-a-draft';

describe.each(DATABASES)('the preview of a draft on %s', (database) => {
  let story: Journey;
  let entry: { id: string | number; uid: string };
  let course: { id: string | number; uid: string };
  const seat = {
    get payload() {
      return story.payload;
    },
  };
  const { rest, tokenOf } = apiOf(seat);

  beforeAll(async () => {
    story = await startJourney(database);
    const { payload, staff } = story;
    const cause = await aCauseDraft(payload, staff, { slug: 'looked-at', title: 'Looked at', summary: 'Old words.' });
    entry = { id: cause.id, uid: cause.uid ?? '' };
    await releaseEntry(payload, staff, 'causes', cause.id);
    const lesson = (key: string, delayDays: number) => ({
      key,
      entries: [{ relationTo: 'causes' as const, value: cause.id }],
      delayDays,
    });
    const draft = await aCourseDraft(payload, staff, [lesson('one', 0), lesson('two', 1)], 'a-looking-course');
    course = { id: draft.id, uid: draft.uid ?? '' };
    await releaseEntry(payload, staff, 'courses', draft.id);
    await withinASecond(async () => expect((await story.get('/courses/a-looking-course')).status).toBe(200));
    await story.enrol('a-looking-course', 'pupil@example.net');
    await story.payload.update({
      collection: 'causes',
      id: cause.id,
      data: { summary: `Other words, ${CANARY}.` },
      user: staff.editor,
      overrideAccess: false,
    });
  });
  afterAll(() => story.stop());

  const path = (query: string, id: string | number = entry.id, collection = 'causes') =>
    `/api/${collection}/${id}/preview?${query}`;
  const look = async (query: string, id?: string | number, collection?: string) => {
    const answer = await rest('GET', path(query, id, collection), { token: await tokenOf('reviewer') });
    expect([query, answer.status]).toEqual([query, 200]);
    return answer;
  };
  /** What a document wears as a preview: taken from the preview itself, put on what a channel gave. */
  const wearing = (preview: string, html: string) =>
    dressed(html, {
      band: /<aside data-preview="band".*?<\/aside>/s.exec(preview)?.[0] ?? '',
      head: [...preview.matchAll(/<style data-preview="style">.*?<\/style>/gs)].map(([style]) => style).join(''),
      figureUrl: () => null,
    });

  it('is offered for its page, its item and each lesson that uses it', async () => {
    const offered = await rest('GET', `/api/causes/${entry.id}/previews`, { token: await tokenOf('editor') });
    expect(offered.json).toMatchObject([
      { channel: 'page', url: path('channel=page') },
      { channel: 'mail', lesson: `${course.uid}:one` },
      { channel: 'mail', lesson: `${course.uid}:two` },
      { channel: 'feed', url: path('channel=feed') },
    ]);
  });

  it('is for staff who are logged in, framed by the admin alone, and kept by nobody', async () => {
    const key = await rest('POST', '/api/api-keys/issue', {
      token: await tokenOf('admin'),
      body: { name: 'A script' },
    });
    const byKey = { headers: { Authorization: `users API-Key ${String(key.json?.key)}` } };
    for (const channel of ['page', 'mail', 'feed']) {
      for (const id of [entry.id, entry.uid, 'unknown']) {
        const anonymous = await rest('GET', path(`channel=${channel}`, id));
        expect([channel, anonymous.status]).toEqual([channel, 401]);
        expect(anonymous.text).not.toContain(CANARY);
        expect((await rest('GET', path(`channel=${channel}`, id), byKey)).status).toBe(404);
      }
      const { headers } = await look(`channel=${channel}`);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
      expect(headers.get('content-security-policy')).not.toContain('allow-scripts');
    }
    const sheet = await rest('GET', `/api/causes/${entry.id}/review`, { token: await tokenOf('reviewer') });
    expect(sheet.headers.get('x-frame-options')).toBe('DENY');
    expect((await rest('GET', path('channel=fax'), { token: await tokenOf('reviewer') })).status).toBe(400);
    const never = await rest('GET', path(`channel=page&revision=${'0'.repeat(64)}`), {
      token: await tokenOf('reviewer'),
    });
    expect(never.status).toBe(404);
  });

  it('marks what changed, numbered as in the review', async () => {
    const sheet = await reviewOf(story.payload, story.staff, 'causes', entry.id);
    const { number } = sheet.changes.find(({ field }) => field === 'summary') ?? {};
    for (const query of ['channel=page', `channel=mail&lesson=${course.uid}:two`, 'channel=feed']) {
      const { text } = await look(`${query}&marks=1`);
      expect(text).toMatch(new RegExp(`<del[^>]* data-change="${number}"[^>]*> ?Old ?</del>`));
      expect(text).toMatch(new RegExp(`<ins[^>]* data-change="${number}"[^>]*>Other</ins>`));
      expect(text).toContain(`id="change-${number}"`);
    }
    expect((await look('channel=page&marks=1&revision=live')).text).not.toContain('data-mark');
  });

  it('is byte for byte what site, mail and feed give after the release, and nowhere before', async () => {
    const { payload, staff } = story;
    const lesson = `${course.uid}:two`;
    const { revision } = await submitEntry(payload, staff, 'causes', entry.id);
    await verb(payload, staff.reviewer, 'causes', entry.id, 'approve', { revision, scope: 'entry' });
    const sheet = await reviewOf(payload, staff, 'causes', entry.id);
    if (sheet.state === 'in-review')
      await verb(payload, staff.secondReviewer, 'causes', entry.id, 'approve', { revision, scope: 'entry' });
    const page = (await look('channel=page')).text;
    const mail = (await look(`channel=mail&lesson=${lesson}`)).text;
    const text = (await look(`channel=mail&lesson=${lesson}&part=text`)).text;
    const item = (await look('channel=feed&part=json')).text;
    for (const one of [page, mail, text, item]) expect(one).toContain(CANARY);
    for (const one of [page, mail]) expect(one).toContain('Preview: not released.');
    expect(text).toContain('PREVIEW, NOT RELEASED');

    const publicly = async () => {
      const paths = ['/', '/causes/looked-at', '/feed.json', '/feed.xml', '/changes.json?since=0', '/?list=causes'];
      const answers = await Promise.all(paths.map(async (one) => (await story.get(one)).text()));
      return answers.join('\n');
    };
    expect(await publicly()).not.toContain(CANARY);

    await verb(payload, staff.editor, 'causes', entry.id, 'release', { revision });
    await withinASecond(async () => expect(await publicly()).toContain(CANARY));
    expect(page).toBe(wearing(page, await (await story.get('/causes/looked-at')).text()));

    const feed = (await (await story.get('/feed.json')).json()) as { items: Record<string, unknown>[] };
    const released = feed.items.find(({ id }) => id === `urn:uuid:${entry.uid}`) as { _imprimatur: object };
    const { signature, seal, ...proved } = released._imprimatur as Record<string, unknown>;
    expect([signature, seal].every((one) => typeof one === 'string')).toBe(true);
    const previewed = JSON.parse(item) as { _imprimatur: Record<string, unknown> };
    expect(previewed._imprimatur.signature).toBe('');
    const { signature: _, ...unproved } = previewed._imprimatur;
    expect(JSON.stringify({ ...previewed, _imprimatur: unproved })).toBe(
      JSON.stringify({ ...released, _imprimatur: proved }),
    );

    story.setNow(new Date(story.now().getTime() + 3 * DAY));
    await story.work();
    const sent = (await story.inbox()).findLast(({ to }) => to?.some(({ address }) => address === 'pupil@example.net'));
    const nobodys = (words: string) =>
      words.replaceAll(/(?<=\/(?:preferences|unsubscribe|lessons)\/)[\w-]{43}/g, 'a-preview-has-no-token');
    const letter = { subject: sent?.subject ?? '', preheader: 'Preheader', html: nobodys(sent?.html ?? ''), text: '' };
    const preheader = /<div data-preview="letter".*?<p>Subject.*?<\/p><p>(.*?)<\/p><\/div>/.exec(mail)?.[1] ?? '';
    expect(mail.trim()).toBe(wearing(mail, withLetterHead({ ...letter, preheader }).trim()));
    expect(text.split('\n\n').slice(1).join('\n\n').trim()).toBe(nobodys(sent?.text ?? '').trim());
  });

  it('shows a draft that lacks nearly everything, with what is missing', async () => {
    const { payload, staff } = story;
    const empty = await payload.create({
      collection: 'treatments',
      data: { title: 'Bare' },
      draft: true,
      user: staff.editor,
    });
    const { text } = await look('channel=page', empty.id, 'treatments');
    expect(text).toMatch(/\d+ things are missing before this can be released/);
    expect(text).toContain('Write a summary.');
    expect((await look('channel=mail', empty.id, 'treatments')).text).toContain('No lesson uses this entry.');
    expect((await look('channel=feed', empty.id, 'treatments')).text).toContain('Bare');
  });

  it('finds lessons that stand in the draft of a course alone', async () => {
    const { payload, staff } = story;
    const fresh = await aCauseDraft(payload, staff, { slug: 'fresh', title: 'Fresh', summary: 'Plain words.' });
    const lessons = [{ key: 'new', entries: [{ relationTo: 'causes' as const, value: fresh.id }], delayDays: 0 }];
    const draft = await aCourseDraft(payload, staff, lessons, 'a-draft-course');
    const offered = await rest('GET', `/api/causes/${fresh.id}/previews`, { token: await tokenOf('editor') });
    const [mail] = (offered.json as unknown as { channel: string; url: string }[]).filter(
      ({ channel }) => channel === 'mail',
    );
    expect(mail).toMatchObject({ lesson: `${draft.uid}:new`, draft: true });
    const shown = await rest('GET', mail?.url ?? '', { token: await tokenOf('editor') });
    expect(shown.text).toContain('Plain words.');
    expect((await look(`channel=mail&lesson=${draft.uid}:new`, fresh.id)).text).toContain('nobody would get this mail');
  });

  it('also shows what readers have, and what they had', async () => {
    const live = (await look('channel=page&revision=live')).text;
    expect(live).toContain('Preview of what readers have: version');
    const first = await story.payload.find({
      collection: 'reviews',
      where: { and: [{ entry: { equals: entry.uid } }, { event: { equals: 'released' } }] },
      sort: 'position',
    });
    const old = (await look(`channel=page&revision=${first.docs[0]?.revision}`)).text;
    expect(old).toContain('Old words.');
    expect(old).toContain('Preview: not released.');
  });
});
