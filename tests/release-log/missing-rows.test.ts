import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { headMarkFile } from '../../release-log/head-mark.ts';
import { IntegrityError } from '../../release-log/integrity.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { DATABASES } from '../support/database.ts';
import { logOfThreeOn } from '../support/log-of-three.ts';
import { aCause, aRedFlag, released, withdrawn } from '../support/releases.ts';

describe.each(DATABASES)('a log that rows are missing from on %s', (database) => {
  const { system, uids, append, startLibrary, tamper, drop } = logOfThreeOn(database);

  it('misses a row that was deleted, wherever it stood', async () => {
    await drop(2);
    const library = startLibrary();
    const current = await library.current();
    expect(library.told).toEqual(['2: the row is missing']);
    expect(current.find('cause', 'cause-2')).toBeNull();
    expect(await current.released(uids[2])).not.toBeNull();
  });

  it('misses the first row', async () => {
    await drop(1);
    const library = startLibrary();
    await library.current();
    expect(library.told).toEqual(['1: the row is missing']);
  });

  it('finds rows that changed places', async () => {
    await tamper(1, { seq: 99 });
    await tamper(2, { seq: 1 });
    await tamper(99, { seq: 2 });
    const library = startLibrary();
    const current = await library.current();
    expect(library.faults().map(({ seq }) => seq)).toEqual([1, 2]);
    expect(() => current.find('cause', 'cause-1')).toThrow(IntegrityError);
    expect(() => current.find('cause', 'cause-2')).toThrow(IntegrityError);
    expect(await current.released(uids[2])).not.toBeNull();
  });

  it('misses an end that was cut off while nobody ran', async () => {
    const before = startLibrary();
    await before.current();
    await drop(3);
    const library = startLibrary();
    expect((await library.current()).head).toBe(2);
    expect(library.told).toEqual(['3: the log ends before this row; it had reached 3']);
  });

  it('misses an end that was cut off while it runs, and keeps what it knows', async () => {
    const library = startLibrary();
    await library.current();
    await append(withdrawn(released(aCause({ uid: uids[0], slug: 'cause-1' }), { seq: 1 }), { seq: 1 }));
    expect((await library.current()).find('cause', 'cause-1')).toMatchObject({ status: 'withdrawn' });
    await drop(4);
    expect((await library.current()).find('cause', 'cause-1')).toMatchObject({ status: 'withdrawn' });
    expect(library.told).toEqual(['4: the log ends before this row; it had reached 4']);
  });

  it('finds another log under the same name', async () => {
    await startLibrary().current();
    for (const collection of ['releases', 'cursors', 'slug-history'] as const)
      await system.payload.db.deleteMany({ collection, where: {} });
    for (const slug of ['a', 'b', 'c', 'd']) await append(released(aRedFlag({ uid: uuidv7(), slug }), { seq: 1 }));
    const library = startLibrary();
    await library.current();
    expect(library.told).toEqual(['3: the row is not the one that stood here before']);
  });

  it('goes on when the mark beside the database cannot be written, and says so once a row', async () => {
    const told: string[] = [];
    const library = createLibrary({
      log: createReleaseLog(system.payload),
      now: () => 0,
      checkEveryMs: 0,
      mark: { ...headMarkFile(system.env.dataDir), write: () => Promise.reject(new Error('no space left on device')) },
      onTrouble: (what, error) => told.push(`${what}: ${String(error)}`),
    });
    await library.current();
    await library.current();
    const first = released(aCause({ uid: uids[0], slug: 'cause-1' }), { seq: 1 });
    await append(withdrawn(first, { seq: 4 }), first);
    expect((await library.current()).withdrawn(uids[0])?.seq).toBe(4);
    expect(told).toEqual(
      [3, 4].map(
        (seq) =>
          `the high-water mark of the release log stays behind position ${seq}: it cannot be written: Error: no space left on device`,
      ),
    );
  });

  it('finds a last row that was exchanged after it was followed', async () => {
    const library = startLibrary();
    await library.current();
    await tamper(3, { signature: 'e30.e30.e30' });
    await library.current();
    expect(library.told).toEqual(['3: the row was exchanged']);
  });
});
