import type { z } from 'zod';
import { assignBody } from '../assignments/assign.ts';
import { approveBody } from '../verbs/approve.ts';
import { renewBody } from '../verbs/renew-review.ts';
import { submitBody } from '../verbs/submit-for-review.ts';

/** What can be done to many entries at once: verbs, and asking others for them. Releasing is not among them: a change set does that, or a person. */
export const BULK_VERBS = ['submit-for-review', 'approve', 'renew-review', 'reassign'] as const;
export type BulkVerb = (typeof BULK_VERBS)[number];

/** What each verb says of all its entries: its body, without what belongs to one of them. */
export const BULK_BODIES = {
  'submit-for-review': submitBody.omit({ revision: true }),
  approve: approveBody.omit({ revision: true, release: true, sectionsChecked: true }),
  'renew-review': renewBody.omit({ revision: true }),
  reassign: assignBody.omit({ turn: true }),
} as const satisfies Record<BulkVerb, z.ZodType>;

/** Acts on all of a change set. */
export const SET_VERBS = ['submit-for-review', 'approve', 'release'] as const;
export type SetVerb = (typeof SET_VERBS)[number];

interface Task {
  body: object;
  /** how the person who asked had logged in: an API key may no more in a job than by itself */
  strategy: string;
}

/** What a job that takes a verb on many entries keeps of how to take it; `set`: the uid of the change set they are of. */
export type VerbTask = (Task & { verb: BulkVerb; set: null }) | SetTask;
export type SetTask = Task & { verb: SetVerb; set: string };
