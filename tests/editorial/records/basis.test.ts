import { createLocalReq } from 'payload';
import { describe, expect, it } from 'vitest';
import { transact } from '../../../database/transact.ts';
import { lookAround } from '../../../editorial/records/basis.ts';
import { servicesOf } from '../../../editorial/records/services.ts';
import { planRelease, readyToRelease, releaseTogether } from '../../../editorial/verbs/release-together.ts';
import { manyRowsOf, type Lookup } from '../../../model/many-rows.ts';
import { adapterCalls } from '../../support/adapter-calls.ts';
import { DATABASES } from '../../support/database.ts';
import { aTreatmentDraft } from '../../support/editing.ts';
import { aSource, lexical, releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';

/** What is read for a release that was prepared and not asked about once more when it is written, and why. */
const NOT_ASKED_AGAIN: Record<string, string> = {
  'desk-jobs': 'a save of a source and its job are committed together, and the source is asked about',
  reviews: 'a history takes two lines for one place from nobody: the database refuses the second',
  'slug-history': 'a web address is written down by no more than one: the database refuses the second',
};

describe.each(DATABASES)('what a release that is prepared hangs on, on %s', (database) => {
  const { system, staff, approved, live, take, review } = newsroomOn(database);

  /** The collections that were read, and written to, while `work` ran. */
  async function touched(work: () => Promise<unknown>): Promise<Set<string>> {
    const { db } = system.payload;
    const many = manyRowsOf(db);
    const lookUp = many.lookUp.bind(many);
    const asked: string[] = [];
    many.lookUp = (req: object, lookup: Lookup) => {
      asked.push(lookup.collection);
      return lookUp(req, lookup);
    };
    try {
      const calls = await adapterCalls(system.payload, work);
      return new Set([...calls.map((call) => call.split(' ')[1] ?? ''), ...asked]);
    } finally {
      many.lookUp = lookUp;
    }
  }

  it('is asked about once more in the transaction that writes it: whatever collection it was read from', async () => {
    const source = await aSource(system.payload);
    const treatment = await aTreatmentDraft(system.payload, staff, { slug: 'a-treatment' });
    await releaseEntry(system.payload, staff, 'treatments', treatment.id);
    const other = await live('another');
    const cause = await approved('hangs-on-much', {
      sources: [source.id],
      treatments: [treatment.id],
      related: [{ relationTo: 'causes', value: other.id }],
      sections: [{ kind: 'anatomy', body: lexical('Plain words.') }],
    });
    await take(staff.secondReviewer, cause.id, 'approve', { revision: cause.revision });
    const { payload } = system;
    const key = await servicesOf(payload).signingKey();
    const user = { ...staff.editor, collection: 'users' as const };
    const req = await createLocalReq({ user }, payload);

    let plan: Awaited<ReturnType<typeof planRelease>> | undefined;
    const read = await touched(async () => {
      const look = await lookAround(req, key);
      const { revision } = cause;
      const asked = { collection: 'causes', id: cause.id, revision, user, look, before: new Map() } as const;
      plan = await planRelease(req, [await readyToRelease(req, asked)], key);
    });
    const asked = await touched(() =>
      transact(payload, async (inside) => plan && releaseTogether(inside, plan, key), { user }),
    );
    expect((await review(cause.id)).state).toBe('live');
    expect([...read].sort()).toEqual(
      expect.arrayContaining(['causes', 'entry-status', 'sources', 'treatments', 'users']),
    );
    expect([...read].filter((collection) => !asked.has(collection)).sort()).toEqual(Object.keys(NOT_ASKED_AGAIN));
  });
});
