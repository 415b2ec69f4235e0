import { describe, expect, it } from 'vitest';
import { readColumns } from '../../database/raw-columns.ts';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';

describe.each(DATABASES)('columns read past Payload, on %s', (database) => {
  const { system, live } = newsroomOn(database);
  const columns = [{ name: 'seq', kind: 'plain' }] as const;
  const read = async (after: number, limit: number) =>
    (await readColumns(system.payload, { collection: 'releases', columns, by: 'seq', after, limit })).flat();

  it('come in order, page by page, over a gap as without one', async () => {
    for (const slug of ['one', 'two', 'three', 'four', 'five']) await live(slug);
    const head = Math.max(...((await read(0, 100)) as number[]));
    const all = Array.from({ length: head }, (_, i) => i + 1);
    expect(await read(0, 100)).toEqual(all);
    expect(await read(1, 2)).toEqual([2, 3]);
    expect(await read(head, 5)).toEqual([]);
    for (const seq of [2, 3])
      await system.payload.db.deleteOne({ collection: 'releases', where: { seq: { equals: seq } } });
    const left = all.filter((seq) => seq !== 2 && seq !== 3);
    expect(await read(0, 100)).toEqual(left);
    expect(await read(0, 2)).toEqual(left.slice(0, 2));
    expect(await read(1, 2)).toEqual(left.slice(1, 3));
    expect(await read(1, 1)).toEqual(left.slice(1, 2));
  });
});
