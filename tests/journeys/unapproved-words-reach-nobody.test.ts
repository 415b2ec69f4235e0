import type { CollectionSlug } from 'payload';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLECTION_OF, SHARED_COLLECTIONS, type EntryCollection } from '../../model/entries/types.ts';
import { withCanaries } from '../support/canaries.ts';
import { comment } from '../support/comments.ts';
import { aCourseDraft } from '../support/courses.ts';
import { DATABASES } from '../support/database.ts';
import { aCauseDraft, aSource, lexical, NEXT_REVIEW, releaseEntry } from '../support/entries.ts';
import { startJourney, type Journey } from '../support/journey.ts';

const ENTRIES = Object.values(COLLECTION_OF);
const STAFF_WRITTEN: CollectionSlug[] = [...SHARED_COLLECTIONS, 'clinicians', 'users', ...ENTRIES];
const CANARY = /canary-[a-z-]*/;

describe.each(DATABASES)('words that nobody approved, on %s', (database) => {
  let story: Journey;
  const ids: Partial<Record<string, string | number>> = {};
  const live: Partial<Record<EntryCollection, { id: string | number; slug: string }>> = {};
  const picture = async () => {
    const data = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#7799bb' } })
      .png()
      .toBuffer();
    return { data, mimetype: 'image/png', name: `${uuidv7()}.png`, size: data.length };
  };

  beforeAll(async () => {
    story = await startJourney(database);
    const { payload, staff } = story;
    await releaseOneOfEach();
    // Everything that staff can write, written twice: as new documents, and over what is live.
    for (const collection of STAFF_WRITTEN) {
      const data = withCanaries(payload, collection, { targets: ids, prefix: 'canary-new' });
      const created = await payload.create({
        collection,
        data: data as never,
        ...(collection === 'media' ? { file: await picture() } : {}),
        ...(ENTRIES.includes(collection as EntryCollection) ? { draft: true as const } : {}),
        user: staff.admin,
      });
      ids[collection] = created.id;
    }
    for (const collection of ENTRIES) {
      const data = withCanaries(payload, collection, { targets: ids, prefix: 'canary-edit' });
      await payload.update({
        collection,
        id: live[collection]!.id,
        data: data,
        draft: true,
        user: staff.editor,
      });
    }
    const said = { body: 'canary-comment', kind: 'suggestion', replacement: 'canary-suggestion' };
    await comment(payload, staff.editor, live.causes!.id, { ...said, anchor: { field: 'title', exact: 'canary' } });
    // What the system writes for itself.
    const own = payload.config.collections.map(({ slug }) => slug);
    const forItself = own.filter(
      (slug) => !STAFF_WRITTEN.includes(slug) && !slug.startsWith('payload-') && slug !== 'releases',
    );
    for (const collection of forItself) {
      const data = withCanaries(payload, collection, { targets: ids, prefix: 'canary-own' });
      await payload.db.create({ collection, data: { ...data, uid: uuidv7() } });
    }
  });
  afterAll(() => story.stop());

  async function releaseOneOfEach(): Promise<void> {
    const { payload, staff } = story;
    const source = await aSource(payload);
    const common = { reviewDue: NEXT_REVIEW, sources: [source.id] };
    const create = (collection: EntryCollection, data: Record<string, unknown>) =>
      payload.create({ collection, data: { ...common, ...data }, draft: true, user: staff.editor });
    const flag = await create('red-flags', {
      sign: 'A sign',
      slug: 'a-sign',
      urgency: 'same-day',
      call: { whom: 'doctor-today' },
      action: 'Call your doctor today.',
      explanation: lexical('Why it matters.'),
    });
    const treatment = await create('treatments', {
      title: 'A treatment',
      slug: 'a-treatment',
      kind: 'lifestyle',
      summary: 'What can be done.',
      evidence: { level: 'limited', forWhat: 'pain', statement: 'Small trials.' },
      sections: [{ kind: 'what-it-is', body: lexical('Moving more.') }],
    });
    const cause = await aCauseDraft(payload, staff, { slug: 'a-cause' });
    const guide = await create('guides', {
      title: 'A guide',
      slug: 'a-guide',
      summary: 'Where to begin.',
      intro: lexical('The hip is a joint.'),
      causes: [cause.id],
      treatments: [treatment.id],
      redFlags: [flag.id],
    });
    const course = await aCourseDraft(payload, staff, [
      { key: 'one', entries: [{ relationTo: 'causes', value: cause.id }], delayDays: 0 },
    ]);
    for (const [collection, entry] of [
      ['red-flags', flag],
      ['treatments', treatment],
      ['causes', cause],
      ['guides', guide],
      ['courses', course],
    ] as const) {
      const sheet = await releaseEntry(payload, staff, collection, entry.id);
      expect(sheet.state, collection).toBe('live');
      live[collection] = { id: entry.id, slug: entry.slug };
    }
  }

  it('are there, in every collection that staff write', async () => {
    for (const collection of STAFF_WRITTEN) {
      const { docs } = await story.payload.find({ collection, draft: true, limit: 0, depth: 0 });
      expect(JSON.stringify(docs), collection).toMatch(CANARY);
    }
  });

  it('stand on no page, in no feed and under no guessed address', async () => {
    const sitemap = await (await story.get('/sitemap.xml')).text();
    const listed = [...sitemap.matchAll(/<loc>[^<]*?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path || '/');
    expect(listed.length).toBeGreaterThan(4);
    const guessed = ENTRIES.flatMap((collection) => [
      `/${collection}/${live[collection]!.slug}`,
      `/${collection}/canary-new-${collection}-slug`,
      `/${collection}/canary-edit-${collection}-slug`,
      `/${collection}/${live[collection]!.slug}?release=1`,
      `/${collection}/${live[collection]!.slug}?draft=true&preview=1`,
    ]);
    const machine = [
      '/feed.json',
      '/feed.xml',
      '/feeds/a-guide.json',
      '/changes.json?since=0',
      '/.well-known/jwks.json',
      '/robots.txt',
      '/a-z',
      '/search?q=entry',
      '/search?q=hip',
      '/find',
      '/find?location=groin&onset=gradual',
      '/sitemap.xml',
    ];
    for (const path of new Set([...listed, ...guessed, ...machine])) {
      const answer = await story.get(path);
      const text = await answer.text();
      // A 404 may not even echo the address that was asked for.
      expect(CANARY.exec(text)?.[0], `${path} (${answer.status})`).toBeUndefined();
    }
  });

  it('come in no mail', async () => {
    await story.enrol('sore-hip-course', 'reader@example.net');
    // The colleague who was written was invited, by their own name; all other mail is a reader's.
    const [invitation, ...mails] = await story.inbox();
    expect(invitation?.subject).toMatch(/invit|account|password/i);
    expect(mails.length).toBe(2);
    for (const mail of mails) expect(JSON.stringify([mail.subject, mail.html, mail.text])).not.toMatch(CANARY);
  });

  it('are in no answer that the API gives to somebody who is not logged in', async () => {
    for (const { slug } of story.payload.config.collections) {
      const paths = [
        `/api/${slug}?limit=100&depth=3&draft=true`,
        `/api/${slug}/versions?limit=100&depth=3`,
        `/api/${slug}?where[or][0][id][exists]=true&depth=3`,
        ...[ids[slug], live[slug as EntryCollection]?.id].flatMap((id) =>
          id === undefined ? [] : [`/api/${slug}/${id}?draft=true&depth=3`, `/api/${slug}/${id}/review`],
        ),
      ];
      for (const path of paths) {
        const answer = await story.get(path, {});
        expect(CANARY.exec(await answer.text())?.[0], path).toBeUndefined();
      }
    }
  });
});
