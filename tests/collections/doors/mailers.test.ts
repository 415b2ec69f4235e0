import type { CollectionSlug } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { refusal } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf, graphqlOf } from '../../support/rest.ts';

const ADDRESS = 'reader-canary@example.com';

describe.each(DATABASES)('who the readers are is for mailers and admins, on %s', (database) => {
  const { system, staff, take, draftOf, submit } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  /** by their declaration, so that a collection to come is not forgotten */
  const mailCollections = () =>
    (Object.keys(system.payload.collections) as CollectionSlug[]).filter(
      (slug) => system.payload.collections[slug].config.admin.group === 'Email',
    );

  beforeAll(async () => {
    const data = { uid: 'reader', email: ADDRESS, addressKey: ADDRESS, timeZone: 'UTC' };
    await system.payload.db.create({ collection: 'subscribers', data });
  });

  it('lists, documents, counts and GraphQL tell editors and reviewers nothing', async () => {
    expect(mailCollections()).toEqual(['subscribers', 'enrolments', 'deliveries', 'suppressions']);
    const { docs } = await system.payload.find({ collection: 'subscribers', limit: 1 });
    const graphql = await graphqlOf(system.payload);
    for (const who of ['editor', 'reviewer', 'second-reviewer'] as const) {
      const token = await tokenOf(who);
      for (const slug of [...mailCollections(), 'delivery-contents']) {
        expect([slug, (await rest('GET', `/api/${slug}`, { token })).status]).toEqual([slug, 403]);
        expect([slug, (await rest('GET', `/api/${slug}/count`, { token })).status]).toEqual([slug, 403]);
      }
      const one = await rest('GET', `/api/subscribers/${docs[0]?.id}`, { token });
      expect(one.text).not.toContain(ADDRESS);
      const { text } = await graphql('{ Subscribers { docs { email } } }', { token });
      expect(text).not.toContain(ADDRESS);
    }
  });

  it('mailers and admins read them, and the others see how many there are', async () => {
    for (const who of ['mailer', 'admin'] as const) {
      const { status, text } = await rest('GET', '/api/subscribers', { token: await tokenOf(who) });
      expect([who, status]).toEqual([who, 200]);
      expect(text).toContain(ADDRESS);
    }
    const counts = await rest('GET', '/api/mail-counts', { token: await tokenOf('editor') });
    expect(counts.json).toEqual({ subscribers: 1, active: 0, uncertain: 0, held: 0 });
    expect((await rest('GET', '/api/mail-counts')).status).toBe(401);
  });

  it('and a mailer writes no entry, takes no verb and keeps no account', async () => {
    const { id } = await draftOf('not-the-mailers');
    const token = await tokenOf('mailer');
    const body = { title: 'By the mailer', slug: 'by-the-mailer' };
    expect((await rest('POST', '/api/causes?draft=true', { token, body })).status).toBe(403);
    expect((await rest('PATCH', `/api/causes/${id}?draft=true`, { token, body })).status).toBe(403);
    expect((await rest('DELETE', `/api/causes/${id}`, { token })).status).toBe(403);
    expect((await rest('POST', '/api/sources', { token, body: { title: 'x' } })).status).toBe(403);
    expect((await rest('POST', '/api/users', { token, body: { name: 'x', email: 'x@example.com' } })).status).toBe(403);
    const { revision } = await submit(id);
    for (const verb of ['approve', 'request-changes', 'release'] as const) {
      const said = verb === 'request-changes' ? { revision, comment: 'Change it.' } : { revision };
      expect(await refusal(take(staff.mailer, id, verb, said))).toBe('not-allowed');
    }
  });
});
