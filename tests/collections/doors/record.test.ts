import { describe, expect, it } from 'vitest';
import { DATABASES } from '../../support/database.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { logOf } from '../../support/editing.ts';
import { apiOf } from '../../support/rest.ts';
import { RECORDS, guardedLog } from './guarded-log.ts';

describe.each(DATABASES)('no door but the verbs leads into the record on %s', (database) => {
  const newsroom = newsroomOn(database);
  const { system } = newsroom;
  const { rest, tokenOf } = apiOf(system);
  const { expectNothingReleased } = guardedLog(newsroom);

  it('begins with a log that has something to lose', async () => {
    expect((await logOf(system.payload)).map(({ kind, live: isLive }) => `${kind} ${isLive}`)).toEqual([
      'released false',
      'released false',
      'released false',
      'released true',
      'withdrawn false',
      'released true',
    ]);
  });

  it('not writing the record itself, for an admin either', async () => {
    const token = await tokenOf('admin');
    for (const collection of RECORDS) {
      const { docs } = await system.payload.find({ collection, limit: 1 });
      const id = docs[0]?.id ?? 1;
      const tries: [string, string, unknown?][] = [
        [
          'POST',
          `/api/${collection}`,
          { ...docs[0], id: undefined, seq: 99, live: true, name: 'x', kid: 'x', address: 'x', uid: 'x' },
        ],
        ['PATCH', `/api/${collection}/${id}`, { live: true, position: 99, seq: 99, editors: [] }],
        ['PATCH', `/api/${collection}?where[id][exists]=true`, { live: true, position: 99 }],
        ['DELETE', `/api/${collection}/${id}`],
        ['DELETE', `/api/${collection}?where[id][exists]=true`],
        ['POST', `/api/${collection}/${id}/duplicate`, {}],
      ];
      for (const [method, path, body] of tries) {
        const { status } = await rest(method, path, { token, ...(body === undefined ? {} : { body }) });
        expect([401, 403, 404, 405, 501], `${method} ${path}: ${status}`).toContain(status);
      }
    }
    await expectNothingReleased();
  });
});
