/** Whoever is about to save, or saves, a source or a figure that is here already is told so at every door. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Same } from '../../../model/source-identity.ts';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

describe.each(DATABASES)('the same source or figure once more (%s)', (database) => {
  const { system } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const saved = async (more: object) => {
    const body = {
      title: 'A guideline',
      publisher: 'A body',
      kind: 'guideline',
      url: 'https://example.org/one',
      ...more,
    };
    const { status, json } = await rest('POST', '/api/sources', { token: await tokenOf('editor'), body });
    expect(status).toBe(201);
    return (json as { doc: Record<string, unknown> & { id: number | string; sameAs?: Same[] } }).doc;
  };
  const same = async (query: string) => {
    const { status, json } = await rest('GET', query, { token: await tokenOf('editor') });
    expect(status).toBe(200);
    return (json as { same: Same[] }).same;
  };

  it('is told before saving by DOI, PubMed id and link however they are spelt, and of no other', async () => {
    const { id, sameAs } = await saved({
      url: 'https://www.example.org/told/',
      doi: 'https://doi.org/10.5555/TOLD',
      pmid: '77',
    });
    expect(sameAs).toBeUndefined();
    const one = (by: string) => [{ id, title: 'A guideline', by }];
    expect(await same('/api/sources/same?doi=10.5555/told')).toEqual(one('DOI'));
    expect(await same('/api/sources/same?pmid=PMID:77')).toEqual(one('PubMed id'));
    expect(await same('/api/sources/same?url=http://example.org/told%23part')).toEqual(one('link'));
    expect(await same('/api/sources/same?url=http://example.org/untold')).toEqual([]);
    expect(await same(`/api/sources/same?doi=10.5555/told&not=${String(id)}`)).toEqual([]);
    expect(await same('/api/sources/same')).toEqual([]);
  });

  it('is told in the answer to whoever saves it, and saving goes on; what was changed away is no longer the same', async () => {
    const first = await saved({ doi: '10.5555/twice', url: 'https://example.org/first' });
    const second = await saved({ doi: 'doi:10.5555/Twice', url: 'https://example.org/second' });
    expect(second.sameAs).toEqual([{ id: first.id, title: 'A guideline', by: 'DOI' }]);
    expect(second).not.toHaveProperty('doiKey');
    const token = await tokenOf('editor');
    const body = { doi: '10.5555/another', sameAs: second.sameAs };
    const { status, json } = await rest('PATCH', `/api/sources/${String(second.id)}`, { token, body });
    expect([status, (json as { doc: { sameAs?: Same[] } }).doc.sameAs]).toEqual([200, undefined]);
  });

  it('is told of a figure by its file, before and after', async () => {
    const data = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
    const create = (alt: string) =>
      system.payload.create({
        collection: 'media',
        data: { alt },
        file: { data, name: 'a.png', mimetype: 'image/png', size: data.length },
      });
    const first = await create('A drawing of a joint');
    const sha256 = createHash('sha256').update(data).digest('hex');
    expect(await same(`/api/media/same?sha256=${sha256}`)).toEqual([
      { id: first.id, title: 'A drawing of a joint', by: 'file' },
    ]);
    expect(await create('The same drawing')).toMatchObject({ sameAs: [{ id: first.id, by: 'file' }] });
    expect(await same('/api/media/same?sha256=nonsense')).toEqual([]);
  });

  it('is told to the staff alone', async () => {
    for (const path of ['/api/sources/same?doi=10.5555/told', '/api/media/same?sha256=0'])
      expect((await rest('GET', path)).status, path).toBe(401);
  });
});
