import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../database/transact.ts';
import { appendRow } from '../../release-log/append-row.ts';
import type { NewRow } from '../../release-log/signed-form.ts';
import { readLastRow } from '../../release-log/read-last-row.ts';
import { readLiveUids, wasEverReleased, wasNamedByCourse } from '../../release-log/read-standing.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { aCourse, aLesson } from '../publishers/email/course.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { aCause, released, withdrawn } from '../support/releases.ts';

describe.each(DATABASES)('what rules ask of the log on %s', (database) => {
  let system: TestSystem;
  let payload: Payload;
  const [live, gone, named, course] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const rowOf = (uid: string) => released(aCause({ uid, slug: `cause-${uid}` }), { seq: 1 });
  beforeAll(async () => {
    system = await startSystem(database);
    payload = system.payload;
    await append(rowOf(live));
    await append(rowOf(gone));
    await append(withdrawn(rowOf(gone), { seq: 1 }));
    await append(rowOf(named));
    await append(
      released(aCourse({ uid: course, slug: 'course', lessons: [aLesson({ key: 'one', entries: [named] })] }), {
        seq: 1,
      }),
    );
    await append(released(aCourse({ uid: course, slug: 'course', lessons: [] }), { seq: 1 }));
  });
  afterAll(() => system.stop());

  const append = async (row: NewRow) => {
    const signingKey = await signingKeyOf(payload);
    return transact(payload, async (req) => appendRow(req, row, { live: await readLastRow(req, row.uid), signingKey }));
  };
  const ask = <T>(question: (req: Parameters<typeof wasEverReleased>[0]) => Promise<T>): Promise<T> =>
    transact(payload, question);
  const liveOnes = async () => [...(await ask((req) => readLiveUids(req, [live, gone, named, uuidv7()])))].sort();
  const whileChanged = async (seq: number, data: Record<string, unknown>, run: () => Promise<void>) => {
    const where = { seq: { equals: seq } };
    const { id, ...before } =
      (await payload.db.findOne<Record<string, unknown> & { id: string }>({ collection: 'releases', where })) ??
      expect.fail('no row');
    await payload.db.updateOne({ collection: 'releases', id, data: { ...data } });
    await run();
    const back = Object.fromEntries(Object.keys(data).map((name) => [name, before[name] ?? null]));
    await payload.db.updateOne({ collection: 'releases', id, data: back });
  };

  it('is answered by the last row of each entry', async () => {
    expect(await liveOnes()).toEqual([live, named].sort());
    expect(await ask((req) => wasNamedByCourse(req, named))).toBe(true);
    expect(await ask((req) => wasNamedByCourse(req, live))).toBe(false);
    expect(await ask((req) => wasEverReleased(req, gone))).toBe(true);
    expect(await ask((req) => wasEverReleased(req, uuidv7()))).toBe(false);
  });

  it('does not go by the mark that nobody signed', async () => {
    await whileChanged(2, { live: true }, async () => expect(await liveOnes()).toEqual([live, named].sort()));
    await whileChanged(1, { live: false }, async () => expect(await liveOnes()).toEqual([live, named].sort()));
  });

  it('goes by what was signed, and not by what stands in the columns', async () => {
    await whileChanged(3, { kind: 'released' }, async () => expect(await liveOnes()).not.toContain(gone));
    await whileChanged(5, { references: [] }, async () =>
      expect(await ask((req) => wasNamedByCourse(req, named))).toBe(true),
    );
    await whileChanged(1, { uid: gone }, async () => expect(await liveOnes()).toEqual([named]));
  });

  it('takes the strict answer where nothing verifies', async () => {
    await whileChanged(1, { signature: 'e30.e30.e30' }, async () => expect(await liveOnes()).toEqual([named]));
    await whileChanged(5, { signature: 'e30.e30.e30', references: [] }, async () =>
      expect(await ask((req) => wasNamedByCourse(req, live))).toBe(true),
    );
  });
});
