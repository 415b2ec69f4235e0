/** Citations, tables and raised words in feed and mail; the page's are in `html/prose.test.tsx`. */
import { describe, expect, it } from 'vitest';
import type { Prose } from '../../model/prose.ts';
import { gatherLesson } from '../../publishers/email/lesson-material.ts';
import { createMailRenderer } from '../../publishers/email/render-mail.ts';
import { feedItem } from '../../publishers/feed/item.ts';
import { createLibrary } from '../../release-log/library.ts';
import { aRedFlag, memoryLog, released, source } from '../support/releases.ts';
import { aCourse, aLesson, COURSE_UID } from './email/course.ts';

const siteUrl = 'https://imprimatur.example';
const words = (text: string) => [{ kind: 'text' as const, text }];
const cite = (name: string) => ({ kind: 'cite' as const, source: name });
const sources = ['first', 'other', 'never'].map((slug) => ({ ...source, slug, title: `Title ${slug}` }));
const explanation: Prose = [
  { kind: 'paragraph', children: [...words('About 10'), { kind: 'text', text: '3', script: 'super' }, cite('other')] },
  {
    kind: 'table',
    head: [words('Who'), words('Dose')],
    rows: [[words('Adults'), [...words('a tablet'), cite('first')]]],
    named: true,
  },
];

async function channels() {
  const flag = released(aRedFlag({ sources, explanation }), { seq: 1 });
  const lessons = [aLesson({ key: 'one', entries: [flag.uid] })];
  const course = released(aCourse({ lessons }), { seq: 2 });
  const library = await createLibrary({ log: memoryLog([flag, course]), now: Date.now }).current();
  const gathered = await gatherLesson(library, COURSE_UID, 'one', new Date('2026-02-02T09:00:00Z'));
  if (gathered.status !== 'ready') throw new Error(gathered.status);
  const mail = await createMailRenderer({ siteUrl, postalAddress: '1 Road', demo: false }).lesson(gathered.material);
  const feed = feedItem(flag, { siteUrl, demo: false, library, today: '2026-02-02' }).content_html;
  return { mail, feed };
}

describe('an entry that cites, in a table too', () => {
  it('is numbered by first use in the feed, with the list in that order', async () => {
    const { feed } = await channels();
    expect(feed).toContain('<p>About 10<sup>3</sup><sup>[1]</sup></p>');
    expect(feed).toContain('<table><thead><tr><th scope="col">Who</th><th scope="col">Dose</th></tr></thead>');
    expect(feed).toContain('<tr><th scope="row">Adults</th><td>a tablet<sup>[2]</sup></td></tr>');
    expect(feed).toMatch(/<ol><li>.*Title other.*Title first.*Title never.*<\/ol>/s);
  });

  it('has numbers and the sources cited there in a mail, in words alone too', async () => {
    const { html, text } = (await channels()).mail;
    expect(html).toMatch(/<th scope="col"[^>]*>Dose<\/th>/);
    expect(html).toMatch(/<sup class="cite"[^>]*>\[(?:<!-- -->)?1(?:<!-- -->)?\]<\/sup>/);
    expect(text).toContain('About 10^3[1]');
    expect(text).toMatch(/Who +Dose\s+Adults +a tablet\[2\]/);
    expect(text).toMatch(/\[1\] Title other/);
    expect(text).toMatch(/\[2\] Title first/);
    expect(text).not.toContain('Title never');
  });
});
