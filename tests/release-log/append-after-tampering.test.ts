import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { IntegrityError } from '../../release-log/integrity.ts';
import { DATABASES } from '../support/database.ts';
import { logOfThreeOn } from '../support/log-of-three.ts';
import { aRedFlag, released } from '../support/releases.ts';

describe.each(DATABASES)('a log that goes on after it was tampered with on %s', (database) => {
  const { system, append, startLibrary, stored, tamper } = logOfThreeOn(database);

  it('goes on from the true end when the counter was changed', async () => {
    const where = { name: { equals: 'release-log' } };
    await system.payload.db.updateOne({
      collection: 'cursors',
      where,
      data: { position: 17, signature: 'e30.e30.e30' },
    });
    expect(await append(released(aRedFlag({ uid: uuidv7(), slug: 'after' }), { seq: 1 }))).toBe(4);
    const library = startLibrary();
    await library.current();
    expect(library.told).toEqual([]);
  });

  it('goes on from the true end when the counter was given an older signature back', async () => {
    await startLibrary().current();
    const where = { name: { equals: 'release-log' } };
    const { signature } = await stored(1);
    await system.payload.db.updateOne({ collection: 'cursors', where, data: { position: 1, signature } });
    expect(await append(released(aRedFlag({ uid: uuidv7(), slug: 'after' }), { seq: 1 }))).toBe(4);
    const library = startLibrary();
    await library.current();
    expect(library.told).toEqual([]);
  });

  it('names the true row before it when that was changed, so that one change breaks one row', async () => {
    await tamper(3, { title: 'A miracle cure' });
    await append(released(aRedFlag({ uid: uuidv7(), slug: 'after' }), { seq: 1 }));
    const library = startLibrary();
    await library.current();
    expect(library.faults().map(({ seq }) => seq)).toEqual([3]);
  });

  it('builds nothing on an end that nobody signed', async () => {
    const where = { name: { equals: 'release-log' } };
    await system.payload.db.updateOne({ collection: 'cursors', where, data: { signature: 'e30.e30.e30' } });
    await tamper(3, { signature: 'e30.e30.e30' });
    await expect(append(released(aRedFlag({ uid: uuidv7(), slug: 'after' }), { seq: 1 }))).rejects.toThrow(
      IntegrityError,
    );
  });
});
