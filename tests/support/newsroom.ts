/** What most tests of the verbs and of Payload's doors begin with: a system, its staff, and a cause to work on. */
import { afterAll, beforeAll } from 'vitest';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import type { Verb } from '../../model/lifecycle.ts';
import { startSystem, type DatabaseName, type TestSystem, type TestSystemOptions } from './database.ts';
import { aCauseDraft, releaseEntry, reviewOf, submitEntry, type CauseInput } from './entries.ts';
import { createStaff, verb, type Staff } from './people.ts';

/** A cause that a test made, and the revision that it stands at. */
export interface Cause {
  id: DocumentId;
  uid: string;
  revision: string;
}

export interface Newsroom {
  system: TestSystem;
  staff: Staff;
  /** takes a verb on a cause */
  take: (user: Staff[keyof Staff], id: DocumentId, name: Verb, body: Record<string, unknown>) => Promise<ReviewSheet>;
  review: (id: DocumentId) => Promise<ReviewSheet>;
  submit: (id: DocumentId, comment?: string) => Promise<ReviewSheet>;
  /** a draft that meets every requirement */
  draftOf: (slug: string, over?: CauseInput) => ReturnType<typeof aCauseDraft>;
  /** a draft that one clinician approved */
  approved: (slug: string, over?: CauseInput) => Promise<Cause>;
  live: (slug: string, over?: CauseInput) => Promise<Cause>;
}

/**
 * One system for the tests around it, started before the first and stopped after the last. What is returned may be
 * taken apart at once; `system` and `staff` are filled when the tests run.
 */
export function newsroomOn(database: DatabaseName, options?: TestSystemOptions): Newsroom {
  const system = {} as TestSystem;
  const staff = {} as Staff;
  beforeAll(async () => {
    Object.assign(system, await startSystem(database, options));
    Object.assign(staff, await createStaff(system.payload));
  });
  afterAll(() => system.stop());

  const take: Newsroom['take'] = (user, id, name, body) => verb(system.payload, user, 'causes', id, name, body);
  const submit: Newsroom['submit'] = (id, comment) =>
    submitEntry(system.payload, staff, 'causes', id, undefined, comment);
  const draftOf: Newsroom['draftOf'] = (slug, over = {}) => aCauseDraft(system.payload, staff, { slug, ...over });
  return {
    system,
    staff,
    take,
    submit,
    draftOf,
    review: (id) => reviewOf(system.payload, staff, 'causes', id),
    async approved(slug, over) {
      const { id, uid } = await draftOf(slug, over);
      const { revision } = await submit(id);
      await take(staff.reviewer, id, 'approve', { revision });
      return { id, uid: uid ?? '', revision };
    },
    async live(slug, over) {
      const { id, uid } = await draftOf(slug, over);
      const { revision } = await releaseEntry(system.payload, staff, 'causes', id);
      return { id, uid: uid ?? '', revision };
    },
  };
}
