/** Every described field is shown by each channel that shows its type, or says why not. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { EntryContent } from '../../model/entries/entries.ts';
import type { Channel } from '../../model/entries/field.ts';
import { leavesOf } from '../../model/entries/leaves.ts';
import { spoken } from '../../model/entries/spoken.ts';
import { COLLECTION_OF, ENTRY_TYPES } from '../../model/entries/types.ts';
import { gatherLesson } from '../../publishers/email/lesson-material.ts';
import { createMailRenderer } from '../../publishers/email/render-mail.ts';
import { CoursePage } from '../../publishers/email/web/course-page.tsx';
import { feedItem } from '../../publishers/feed/item.ts';
import { createLibrary } from '../../release-log/library.ts';
import { sampleOf, targetUid } from '../support/described.ts';
import { aCause, aGuide, aRedFlag, aTreatment, memoryLog, released } from '../support/releases.ts';
import { aCourse, aLesson, COURSE_UID } from './email/course.ts';
import { aSite } from './site/support.ts';

const siteUrl = 'https://imprimatur.example';
const now = new Date('2026-02-02T09:00:00Z');
const CHANNELS: Channel[] = ['site', 'feed', 'mail'];

/** What the samples refer to, live. */
const targets = [0, 1].flatMap((n) => {
  const over = (type: 'guide' | 'cause' | 'treatment' | 'red-flag') => ({
    uid: targetUid(type, n),
    slug: `target-${type}-${n}`,
    title: `Target ${type} ${n}`,
  });
  return [aRedFlag(over('red-flag')), aTreatment(over('treatment')), aCause(over('cause')), aGuide(over('guide'))];
});

async function render(content: EntryContent): Promise<Record<Channel, string>> {
  const row = released(content, { seq: targets.length + 1, approvals: [] });
  // The hash of the text differs with every field: what is looked for is the field itself.
  const withoutHash = (output: string) => output.replaceAll(row.revision, '');
  const lessons = [aLesson({ key: 'one', entries: [content.uid] })];
  const course = content.type === 'course' ? row : released(aCourse({ lessons }), { seq: targets.length + 2 });
  const rows = [
    ...targets.map((target, i) => released(target, { seq: i + 1 })),
    row,
    ...(row === course ? [] : [course]),
  ];
  const library = await createLibrary({ log: memoryLog(rows), now: Date.now }).current();
  const key = content.type === 'course' ? content.lessons[0]!.key : 'one';
  const gathered = await gatherLesson(library, content.type === 'course' ? content.uid : COURSE_UID, key, now);
  if (gathered.status !== 'ready') throw new Error(gathered.status);
  const renderer = createMailRenderer({ siteUrl, postalAddress: '1 Test Road', demo: false });
  const { _imprimatur: _, ...item } = feedItem(row, { siteUrl, demo: false, library, today: '2026-02-02' });
  return {
    site: withoutHash(
      content.type === 'course'
        ? renderToStaticMarkup(createElement(CoursePage, { row, course: content, held: false }))
        : await aSite(rows).read(`/${COLLECTION_OF[content.type]}/${content.slug}`),
    ),
    feed: withoutHash(JSON.stringify(item)),
    mail: withoutHash((await renderer.lesson(gathered.material)).html),
  };
}

describe.each(ENTRY_TYPES)('a %s', (type) => {
  const sample = sampleOf(type);
  const shown = render(sample);
  const leaves = leavesOf(sample).filter(({ isKey }) => !isKey);

  it('has something in every field', () => {
    expect(leaves.every(({ field, value }) => spoken(field).words(value, (uid) => uid) !== '')).toBe(true);
  });

  it.each(leaves)('is shown with its $path by every channel that the description does not except', async (leaf) => {
    const words = spoken(leaf.field).plain(leaf.value);
    const before = await shown;
    const after = words === '' ? await render(sampleOf(type, leaf.path)) : null;
    for (const channel of CHANNELS) {
      const isShown = after ? before[channel] !== after[channel] : before[channel].includes(words);
      const reason = leaf.notShown[channel];
      expect(isShown, `${channel}: ${reason ?? 'no reason is given'}`).toBe(reason === undefined);
    }
  });
});
