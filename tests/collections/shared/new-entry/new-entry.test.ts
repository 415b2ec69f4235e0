/** A new entry has a name, and an address that no other has; readers keep the one that they were given. */
import { createLocalReq } from 'payload';
import { describe, expect, it } from 'vitest';
import { CAUSE_SECTIONS } from '../../../../model/entries/cause.ts';
import { DATABASES } from '../../../support/database.ts';
import { newsroomOn } from '../../../support/newsroom.ts';
import { apiOf } from '../../../support/rest.ts';

describe.each(DATABASES)('a new entry (%s)', (database) => {
  const { system, draftOf, live } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const create = async (body: object, collection = 'causes') =>
    rest('POST', `/api/${collection}?draft=true`, { token: await tokenOf('editor'), body });
  const slugOf = (json: unknown) => (json as { doc: { slug: string } }).doc.slug;

  it('without a title and an address is refused, with the field, its name and what to do', async () => {
    for (const body of [{}, { title: ' ', slug: '' }]) {
      const { status, json } = await create(body);
      expect(status).toBe(400);
      expect(json).toMatchObject({ code: 'invalid-request', detail: expect.stringContaining('Title') as string });
      expect(json?.fields).toEqual([{ field: 'title', message: expect.stringContaining('Write it first') as string }]);
    }
    expect((await create({}, 'red-flags')).json?.fields).toMatchObject([{ field: 'sign' }]);
  });

  it('gets an address from its title that no draft and no release of its type ever had', async () => {
    const ever = await live('worn-joint');
    await system.payload.update({
      collection: 'causes',
      id: ever.id,
      draft: true,
      data: { slug: 'renamed' },
    });
    await draftOf('worn-joint-2');
    expect(slugOf((await create({ title: 'Worn joint' })).json)).toBe('worn-joint-3');
    expect(slugOf((await create({ title: 'Worn joint' }, 'treatments')).json)).toBe('worn-joint');
    expect(slugOf((await create({ title: '膝' })).json)).toBe('cause');
  });

  it('that is a duplicate gets an address of its own', async () => {
    const { id } = await draftOf('twice', { title: 'Twice told' });
    const token = await tokenOf('editor');
    const { status, json } = await rest('POST', `/api/causes/${String(id)}/duplicate`, { token, body: {} });
    expect([status, slugOf(json)]).toEqual([200, 'twice-told']);
  });

  it('keeps the address that readers have when somebody empties it, whatever the draft had since; before a release it follows the title', async () => {
    const token = await tokenOf('editor');
    const empty = async (id: number | string) =>
      slugOf((await rest('PATCH', `/api/causes/${String(id)}?draft=true`, { token, body: { slug: '' } })).json);
    const { id } = await live('kept-address');
    await rest('PATCH', `/api/causes/${String(id)}?draft=true`, { token, body: { slug: 'not-with-readers' } });
    expect(await empty(id)).toBe('kept-address');
    const draft = await draftOf('not-yet', { title: 'With readers never' });
    expect(await empty(draft.id)).toBe('with-readers-never');
  });

  it('begins on its page with every section of its type and the day that policy proposes, over the API with neither', async () => {
    const { payload } = system;
    const { flattenedFields } = payload.collections.causes.config;
    const defaults = async (urlSuffix: string) => {
      const req = await createLocalReq({ urlSuffix }, payload);
      return ['sections', 'reviewDue'].map((name) => {
        const field = flattenedFields.find((each) => each.name === name);
        const value: unknown = field && 'defaultValue' in field ? field.defaultValue : null;
        return typeof value === 'function' ? (value as (args: object) => unknown)({ req }) : value;
      });
    };
    const [sections, due] = await defaults('/admin/collections/causes/create');
    expect(sections).toEqual(CAUSE_SECTIONS.map((kind) => ({ kind })));
    expect(due).toMatch(/T00:00:00\.000Z$/);
    expect(await defaults('/api/causes')).toEqual([undefined, undefined]);
    const { doc } = (await create({ title: 'Over the API' })).json as { doc: Record<string, unknown> };
    expect([doc.sections, doc.reviewDue ?? null]).toEqual([[], null]);
  });

  it('with a section that stays empty is blocked there', async () => {
    const { id } = await draftOf('with-a-hole', {});
    const sheet = async () => {
      const token = await tokenOf('editor');
      return (await rest('GET', `/api/causes/${String(id)}/review`, { token })).json as {
        issues: { code: string; field: string }[];
      };
    };
    const { sections } = await system.payload.findByID({ collection: 'causes', id, draft: true, depth: 0 });
    await system.payload.update({
      collection: 'causes',
      id,
      draft: true,
      data: { sections: [...(sections ?? []), { kind: 'outlook' }] },
    });
    expect((await sheet()).issues).toContainEqual(
      expect.objectContaining({ code: 'section-empty', field: 'sections.1.body', severity: 'error' }),
    );
  });
});
