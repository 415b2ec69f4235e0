import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { apiOf } from '../../support/rest.ts';

describe.each(DATABASES)('an editor’s saves beside verbs on %s', (database) => {
  const { system, staff, draftOf, review, take } = newsroomOn(database);
  const { rest, tokenOf } = apiOf(system);

  it('all get through, though others write to the same entry at the same moment', async () => {
    const token = await tokenOf('editor');
    const { id } = await draftOf('collides');
    const saves = Array.from({ length: 12 }, async (_, i) => {
      const { status, text } = await rest('PATCH', `/api/causes/${id}`, { token, body: { summary: `Words ${i}.` } });
      return status === 200 ? 200 : `${status} ${text.slice(0, 200)}`;
    });
    const verbs = Array.from({ length: 6 }, async () => {
      const { revision } = await review(id);
      const body = { revision, changeKind: 'new', changeNote: 'A change.' };
      // Somebody may have edited or submitted it meanwhile; that is an answer.
      await take(staff.editor, id, 'submit-for-review', body).catch((error: unknown) => error);
    });
    const answers = await Promise.all([...saves, ...verbs]);
    expect(new Set(answers.slice(0, saves.length))).toEqual(new Set([200]));
    const { docs } = await system.payload.findVersions({
      collection: 'causes',
      where: { parent: { equals: id } },
      limit: 0,
    });
    expect(docs.length).toBeGreaterThanOrEqual(saves.length + 1);
  });
});
