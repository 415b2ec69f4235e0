/** Whoever is on the staff finds a document by any of its names as soon as it is saved; nobody else finds anything. */
import { describe, expect, it } from 'vitest';
import type { Found } from '../../../model/finder.ts';
import { DATABASES } from '../../support/database.ts';
import { edit } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

describe.each(DATABASES)('the finder of the desk (%s)', (database) => {
  const { system, staff, draftOf, live } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);
  const asked = async (question: string, who: 'editor' | 'mailer' = 'editor') => {
    const token = await tokenOf(who);
    const { status, json } = await rest('GET', `/api/finder?q=${encodeURIComponent(question)}`, { token });
    expect(status).toBe(200);
    return (json as { found: Found[] }).found;
  };
  const titles = async (question: string) => (await asked(question)).map(({ title }) => title);

  it('finds an entry by title, other name, address and permanent id, with its state', async () => {
    const { id, uid } = await draftOf('worn-cartilage', { title: 'Worn cartilage', synonyms: ['Coxarthrosis'] });
    for (const question of ['worn', 'CARTIL worn', 'coxarth', 'worn-cartilage', uid ?? ''])
      expect(await asked(question), question).toEqual([
        { collection: 'causes', id: String(id), title: 'Worn cartilage', state: 'draft', detail: 'worn-cartilage' },
      ]);
    expect(await titles('cartilage nothing')).toEqual([]);
    expect((await asked('coxarth', 'mailer')).length).toBe(1);
  });

  it('finds the words of now, not those of before, and puts what is called so first', async () => {
    const { id } = await draftOf('alpha', { title: 'Alphaword of the desk' });
    await draftOf('other', { title: 'Something', synonyms: ['Alphaword'] });
    expect(await titles('alphaword')).toEqual(['Alphaword of the desk', 'Something']);
    await edit(system.payload, staff.editor, 'causes', id, { title: 'Betaword' });
    expect([await titles('alphaword'), await titles('betaword')]).toEqual([['Something'], ['Betaword']]);
  });

  it('finds a source by publisher, DOI and link until it is deleted', async () => {
    const token = await tokenOf('editor');
    const body = {
      ...{ title: 'Findable guideline', publisher: 'Quibbleton Press', kind: 'guideline', year: 2021 },
      ...{ url: 'https://example.org/quibble', doi: '10.5555/quibble.1' },
    };
    const { json } = await rest('POST', '/api/sources', { token, body });
    const { id } = (json as { doc: { id: string } }).doc;
    for (const question of ['quibbleton', '10.5555/quibble.1', 'findable 2021', 'https://example.org/quibble'])
      expect(await titles(question), question).toEqual(['Findable guideline']);
    await rest('DELETE', `/api/sources/${id}`, { token });
    expect(await titles('quibbleton')).toEqual([]);
  });

  it('forgets a draft in the trash, and finds it again when it comes back', async () => {
    const token = await tokenOf('editor');
    const { id, uid } = await draftOf('gone-soon', { title: 'Gammaword' });
    await rest('DELETE', `/api/causes/${String(id)}`, { token });
    expect(await titles('gammaword')).toEqual([]);
    await rest('POST', `/api/deleted-drafts/${uid ?? ''}/put-back`, { token, body: {} });
    expect(await titles('gammaword')).toEqual(['Gammaword']);
  });

  it('without a question names the entries that were worked on last', async () => {
    const { uid } = await live('worked-on-last');
    const [first] = await asked(' ');
    expect([first?.detail, first?.state]).toEqual(['worked-on-last', 'live']);
    expect(uid).not.toBe('');
  });

  it('answers nobody without a login, whatever they ask, and odd questions with an answer', async () => {
    await draftOf('canary', { title: 'Deltaword canary' });
    const { status, text } = await rest('GET', '/api/finder?q=deltaword');
    expect([status, text.includes('canary')]).toEqual([401, false]);
    expect((await rest('GET', '/api/finder-words')).status).toBeGreaterThanOrEqual(400);
    expect((await rest('GET', '/api/finder-words', { token: await tokenOf('admin') })).status).toBeGreaterThanOrEqual(
      400,
    );
    for (const question of ['%', '\u0000', '\uFFFF', '"\'; drop', 'x'.repeat(5000), '😀', '$gt', '.*'])
      expect(Array.isArray(await asked(question))).toBe(true);
  });
});
