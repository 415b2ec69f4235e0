/** What must not wait stands first in every channel, in the words of the red flags alone. */
import { describe, expect, it } from 'vitest';
import { emergencyNumbers } from '../../model/emergency-numbers.ts';
import type { LessonEntry } from '../../model/entries/course.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import type { RedFlagContent } from '../../model/entries/red-flag.ts';
import { redFlagsOf, referencesOf } from '../../model/entries/references.ts';
import { safetyParts } from '../../model/entries/safety-parts.ts';
import { gatherLesson, recallLesson, rowsIn } from '../../publishers/email/lesson-material.ts';
import { createMailRenderer } from '../../publishers/email/render-mail.ts';
import { contentHtml } from '../../publishers/feed/content-html.ts';
import { createLibrary } from '../../release-log/library.ts';
import { aCause, aGuide, aRedFlag, aTreatment, memoryLog, prose, released } from '../support/releases.ts';
import { shown } from '../support/lessons.ts';
import { aCourse, aLesson, COURSE_UID } from './email/course.ts';
import { aSite } from './site/support.ts';

const siteUrl = 'https://imprimatur.example';
const today = '2026-02-02';
const aSign = (slug: string, over: Partial<RedFlagContent>) =>
  aRedFlag({ slug, title: `Sign ${slug}`, action: `Order ${slug}.`, ...over });
const days = aSign('days', { urgency: 'urgent-days' });
const now = aSign('now', { urgency: 'emergency-now', do: ['Keep still.'], dont: ['Do not drive.'] });
const soon = aSign('soon', { urgency: 'same-day', call: { whom: 'doctor-today', say: null } });
const signs = [days, now, soon];
const redFlags = signs.map(({ uid }) => uid);
const sections = [{ kind: 'what-it-is' as const, body: prose('Plain words.'), urgentSigns: [], figures: [] }];

const entries = [
  aCause({ redFlags, sections }),
  aTreatment({ redFlags, sections, cautions: ['Other words.'] }),
  aGuide({ redFlags, intro: prose('Plain words.') }),
];
const rowsWith = (...more: EntryContent[]) =>
  [...signs, ...entries, ...more].map((content, i) => released(content, { seq: i + 1 }));

const inOrder = (text: string, ...parts: string[]) => {
  const at = parts.map((part) => text.indexOf(part));
  expect(at, text).not.toContain(-1);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
};
const ADDRESS = { cause: '/causes/hip-osteoarthritis', treatment: '/treatments/cold-heat', guide: '/guides/hip-pain' };

describe.each(entries)('the care cards of a $type', (content) => {
  it('stand before all else on its page, emergencies first, with the numbers to call', async () => {
    const html = (await aSite(rowsWith()).read(ADDRESS[content.type as 'cause'])).split('<main')[1] ?? '';
    inOrder(html, 'Emergency: act now', 'Sign now', 'tel:112', 'Sign soon', 'Sign days', 'Plain words.');
  });

  it('stand first in its feed item, each sign with its order and a link', async () => {
    const rows = rowsWith();
    const library = await createLibrary({ log: memoryLog(rows), now: Date.now }).current();
    const row = rows.find(({ uid }) => uid === content.uid)!;
    const html = contentHtml(row, { siteUrl, demo: false, library, today });
    inOrder(html, 'Emergency: act now', '112 (Europe)', '/red-flags/now', 'Sign now', 'Order now.', 'Order soon.');
    inOrder(html, 'Order days.', 'Plain words.');
  });
});

describe('a lesson by mail', () => {
  const gather = async (uids: (string | LessonEntry)[], own: string[] = []) => {
    const course = aCourse({ lessons: [aLesson({ key: 'one', entries: uids, redFlags: own })] });
    const rows = rowsWith(course);
    const library = await createLibrary({ log: memoryLog(rows), now: Date.now }).current();
    const gathered = await gatherLesson(library, COURSE_UID, 'one', new Date(today));
    if (gathered.status !== 'ready') throw new Error(gathered.status);
    return { library, material: gathered.material };
  };
  const renderer = createMailRenderer({ siteUrl, postalAddress: '1 Test Road', demo: false });

  it('names the signs of its entries before its first word, each once', async () => {
    const { material } = await gather(entries.map(({ uid }) => uid));
    const { html, text } = await renderer.lesson(material);
    inOrder(html, 'Emergency: act now', 'Sign now', 'Sign soon', 'Sign days', 'Welcome.');
    inOrder(html, 'Order now.', 'Order soon.', 'Order days.', 'Welcome.');
    expect(text.match(/Sign now/g)).toHaveLength(1);
  });

  it('names its own signs, and beside them only those of entries of which it shows more than the summary', async () => {
    const [cause, treatment] = entries.map(({ uid }) => uid);
    const signsIn = async (...asked: Parameters<typeof gather>) =>
      (await gather(...asked)).material.signs.map(({ uid }) => uid);
    expect(await signsIn([shown(cause!), shown(treatment!)], [soon.uid])).toEqual([soon.uid]);
    expect(await signsIn([shown(cause!, { parts: ['what-it-is'] })], [soon.uid])).toHaveLength(3);
    expect(await signsIn([shown(cause!)])).toHaveLength(3);
  });

  it('leaves out of the strip what the lesson tells whole', async () => {
    const { material } = await gather([now.uid, entries[0]!.uid]);
    expect(material.signs.map(({ uid }) => uid)).toEqual([soon.uid, days.uid]);
    expect((await renderer.lesson(material)).html).toContain('Keep still.');
  });

  it('has its signs in the ledger, so that a correction of one follows it, and is made again from there', async () => {
    const { library, material } = await gather([entries[0]!.uid]);
    const [course, ...others] = rowsIn(material);
    expect(others.map(({ uid }) => uid)).toEqual([entries[0]!.uid, now.uid, soon.uid, days.uid]);
    const entrySeqs = others.map(({ seq }) => seq);
    const recalled = await recallLesson(library, { courseSeq: course!.seq, lessonKey: 'one', entrySeqs });
    expect(recalled).toEqual(material);
  });
});

describe('a page about a sign or a cause', () => {
  it('gives what to do and what not to do until help comes', async () => {
    const site = aSite(rowsWith());
    for (const path of [ADDRESS.cause, '/red-flags/now']) {
      expect(await site.read(path)).toMatch(/Keep still\..*Do not drive\./s);
    }
  });

  it('folds these orders where several signs are emergencies, and on no other page', async () => {
    const other = aSign('other', { urgency: 'emergency-now', do: ['Lie down.'] });
    const cause = aCause({ slug: 'two', redFlags: [now.uid, other.uid] });
    const site = aSite(rowsWith(other, cause));
    const folded = await site.read('/causes/two');
    expect(folded.match(/<details>/g)).toHaveLength(2);
    inOrder(folded, 'Order now.', '<details>', 'Keep still.');
    expect(await site.read(ADDRESS.cause)).not.toContain('<details');
  });

  it('puts the number of the site’s own country first', async () => {
    const html = await aSite(rowsWith(), { emergency: emergencyNumbers('AU') }).read(ADDRESS.cause);
    inOrder(html.split('<main')[1] ?? '', 'tel:000', 'Australia', 'tel:112', 'tel:999', 'tel:911', '</main>');
  });
});

describe('a page with many signs', () => {
  const many = Array.from({ length: 17 }, (_, i) => aSign(`many-${i}`, { urgency: 'same-day', do: ['Keep still.'] }));
  const uids = many.map(({ uid }) => uid);
  const treatment = aTreatment({ slug: 'many', redFlags: uids });
  const guide = aGuide({
    slug: 'many',
    redFlags: uids,
    whenToConsult: [{ key: 'worse', sign: 'It is getting worse', explanation: 'Look.', urgentSigns: [] }],
  });

  it('names them by speed, with a link to each, and leaves their orders on their pages', async () => {
    const html = await aSite(rowsWith(...many, treatment)).read('/treatments/many');
    expect(html).toContain('<a href="/red-flags/many-16">');
    expect(html).not.toContain('Keep still.');
  });

  it('has on a guide what can wait behind what must not, each sign leading to its words', async () => {
    const html = (await aSite(rowsWith(...many, guide)).read('/guides/many')).split('<main')[1] ?? '';
    inOrder(
      html,
      'Sign many-0',
      'Book a normal visit',
      '<a href="#sign-worse">It is getting worse</a>',
      'id="sign-worse"',
    );
  });
});

describe('the signs of one part of a page', () => {
  const urgentSigns = [soon.uid, now.uid];
  const parts = [{ kind: 'symptoms' as const, body: prose('Part words.'), urgentSigns, figures: [] }];
  const treated = [{ kind: 'safety' as const, body: prose('Part words.'), urgentSigns, figures: [] }];
  const whenToConsult = [{ key: 'worse', sign: 'Part words.', explanation: 'Look.', urgentSigns }];
  const named: Record<string, EntryContent> = {
    '/causes/part': aCause({ slug: 'part', redFlags: [], sections: parts }),
    '/treatments/parts': aTreatment({ slug: 'parts', redFlags: [], sections: treated }),
    '/guides/of-parts': aGuide({ slug: 'of-parts', redFlags: [], whenToConsult }),
  };
  const rows = rowsWith(...Object.values(named));

  it.each(Object.entries(named))('stand there and not at the top, fastest first: %s', async (path, { uid }) => {
    const html = (await aSite(rows).read(path)).split('<main')[1] ?? '';
    expect(html).not.toContain('id="get-help"');
    expect(html).toMatch(/<li class="now"><b>Emergency: act now:<\/b> <a href="\/red-flags\/now">/);
    inOrder(html, 'Sign now', 'Sign soon');
    const library = await createLibrary({ log: memoryLog(rows), now: Date.now }).current();
    const row = rows.find((one) => one.uid === uid)!;
    const item = contentHtml(row, { siteUrl, demo: false, library, today });
    inOrder(item, `${siteUrl}/red-flags/now`, 'Sign now', 'Sign soon');
  });

  it('are at the head of a lesson too, and with that part where it shows it', async () => {
    const entries = Object.values(named).map(({ uid }) => uid);
    const course = aCourse({ lessons: [aLesson({ key: 'one', entries })] });
    const log = memoryLog([...rows, released(course, { seq: rows.length + 1 })]);
    const library = await createLibrary({ log, now: Date.now }).current();
    const gathered = await gatherLesson(library, COURSE_UID, 'one', new Date(today));
    if (gathered.status !== 'ready') throw new Error(gathered.status);
    expect(gathered.material.signs.map(({ uid }) => uid)).toEqual([now.uid, soon.uid]);
    const { text } = await createMailRenderer({ siteUrl, postalAddress: '1 Test Road', demo: false }).lesson(
      gathered.material,
    );
    // the strip, the symptoms of the cause, the sign of the guide and the section of the treatment
    expect(text.match(/Sign now/g)).toHaveLength(4);
  });

  it('must be live, and a change of them is a safety change', () => {
    const content = named['/causes/part']!;
    expect(redFlagsOf(content)).toEqual(urgentSigns);
    expect(referencesOf(content)).toContainEqual({ uid: now.uid, field: 'sections.0.urgentSigns', required: true });
    const part = safetyParts(content).find(({ field }) => field === 'sections.symptoms.urgentSigns');
    expect(part?.class).toBe('always');
  });
});
