/** What an entry says is the same on its page, in the feed and in the mail. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { EntryContent } from '../../model/entries/entries.ts';
import { URGENCIES } from '../../model/entries/red-flag.ts';
import { EVIDENCE_LEVELS } from '../../model/entries/treatment.ts';
import { gatherLesson } from '../../publishers/email/lesson-material.ts';
import { createMailRenderer } from '../../publishers/email/render-mail.ts';
import { createFeedPublisher } from '../../publishers/feed/feed-publisher.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createSitePublisher } from '../../publishers/site/site-publisher.ts';
import { HEADINGS } from '../../publishers/wording/headings.ts';
import { evidenceLabel, sectionLabel, urgencyLabel } from '../../publishers/wording/labels.ts';
import { noPages, aCause, aGuide, aRedFlag, aTreatment, memoryLog, prose, released } from '../support/releases.ts';
import { aLocation } from '../support/places.ts';
import { anEvidence } from '../support/treatment-rows.ts';
import { aCourse, aLesson, COURSE_UID } from './email/course.ts';

const siteUrl = 'https://imprimatur.example';
const now = new Date('2026-02-02T09:00:00Z');

const PLACES = ['outer side of the knee', 'calf'];
const flags = URGENCIES.map((urgency) => aRedFlag({ slug: urgency, urgency }));
const undated = aRedFlag({ slug: 'before-urgency', urgency: null });
const treatments = EVIDENCE_LEVELS.map((level) =>
  aTreatment({
    slug: level,
    evidence: anEvidence({ level, statement: '' }),
    interactions: ['Not with warfarin.'],
    dose: 'Once.',
  }),
);
const cause = aCause({
  locations: PLACES.map((place, i) => aLocation(`place-${i}`, place)),
  sections: [{ kind: 'what-it-is', body: prose('A disease.'), urgentSigns: [], figures: [] }],
});
const entries: EntryContent[] = [...flags, undated, ...treatments, cause, aGuide()];

let channels: Record<'site' | 'feed' | 'mail', string>;

beforeAll(async () => {
  const course = aCourse({ lessons: [aLesson({ key: 'one', entries: entries.map(({ uid }) => uid) })] });
  const log = memoryLog([...entries, course].map((content, i) => released(content, { seq: i + 1 })));
  const library = createLibrary({ log, now: Date.now });
  const context = { siteUrl, demo: false, library: library.current, pages: noPages(), now: () => now };
  const site = createSitePublisher({ ...context, figureFile: () => Promise.resolve(null) });
  const feed = createFeedPublisher({
    ...context,
    log,
    publicKeys: () => Promise.resolve([]),
    seal: (hash) => Promise.resolve(hash),
  });
  const read = async (path: string) => (await site.respond(new Request(siteUrl + path))).text();
  const pages = entries.map(({ type, slug }) => read(`/${type === 'cause' ? 'causes' : `${type}s`}/${slug}`));
  const gathered = await gatherLesson(await context.library(), COURSE_UID, 'one', now);
  if (gathered.status !== 'ready') throw new Error(gathered.status);
  const renderer = createMailRenderer({ siteUrl, postalAddress: '1 Test Road', demo: false });
  channels = {
    site: (await Promise.all(pages)).join(),
    feed: await (await feed.respond(new Request(`${siteUrl}/feed.json`))).text(),
    mail: (await renderer.lesson(gathered.material)).html.replaceAll('<!-- -->', ''),
  };
});

const { cautions, dose, howTo, interactions, locations, whenToConsult } = HEADINGS;

describe.each(['site', 'feed', 'mail'] as const)('the %s', (channel) => {
  it.each([
    ...[...URGENCIES, null].map(urgencyLabel),
    ...EVIDENCE_LEVELS.map(evidenceLabel),
    ...PLACES,
    sectionLabel('what-it-is'),
    ...[cautions, dose, howTo, interactions, locations, whenToConsult],
  ])('says “%s”', (words) => {
    expect(channels[channel]).toContain(words);
  });
});
