import type { Payload, PayloadRequest } from 'payload';
import { z } from 'zod';
import { transact } from '../../database/transact.ts';
import { CodedError } from '../../model/errors.ts';
import { soon } from '../jobs/run-jobs.ts';
import { openVerbJob, parsed } from '../jobs/verb-job.ts';
import { BULK_BODIES, type SetVerb } from '../jobs/verb-task.ts';
import { editorOf } from '../records/actor.ts';
import { servicesOf } from '../records/services.ts';
import { said } from '../verbs/said.ts';
import { storable } from '../verbs/storable.ts';
import { assertMayWrite, assertQuiet } from './may-act.ts';
import { changeSet, readSet, type ChangeSet } from './set-row.ts';

type User = NonNullable<PayloadRequest['user']>;

const submission = z.object({ comment: said(4000).optional() });

/** `turn`: of the set as it was shown to whoever acts. Between two turns its entries and their revisions are the same. */
const shown = z.object({ turn: z.int().min(0) });

/**
 * Begins an act on all entries of a set: `submit-for-review`, `approve` or `release`. Every entry is asked about first;
 * one that may not is named and stops the act. The body names the set's `turn` that was shown: nobody acts on revisions
 * that they did not see. Answers the uid of its job. Throws `stale-revision`, `wrong-state`, `invalid-request`.
 */
export async function actOnSet(
  payload: Payload,
  user: User,
  { id, verb, body }: { id: string; verb: SetVerb; body: unknown },
): Promise<string> {
  const given = storable(body);
  const { turn } = parsed(shown, given ?? {});
  const uid = await transact(
    payload,
    async (req) => {
      const set = await readSet(req, id);
      await assertQuiet(req, set);
      if (set.turn !== turn)
        throw new CodedError('stale-revision', 'This set was changed meanwhile. Look at it again.', {
          current: set.turn,
        });
      if (verb !== 'submit-for-review' && set.state !== 'submitted')
        throw new CodedError('wrong-state', 'Submit all of this set for review first.', { state: set.state });
      const members = set.members.map(({ collection, id: entry, revision }) => ({ collection, id: entry, revision }));
      const asked = { verb, body: bodyOf(set, verb, given), set: set.uid };
      const job = await openVerbJob(req, user, members, asked);
      await changeSet(req, set, { job });
      return job;
    },
    { user },
  );
  soon(payload);
  return uid;
}

/** What the verb says of each entry. */
function bodyOf({ changeKind, changeNote }: ChangeSet, verb: SetVerb, given: unknown): object {
  switch (verb) {
    case 'submit-for-review':
      return { changeKind, changeNote, ...parsed(submission, given ?? {}) };
    case 'approve':
      return parsed(BULK_BODIES.approve, given ?? {});
    case 'release':
      return {};
  }
}

/** Puts a set away; its entries stay where they are. Throws `wrong-state`, `not-allowed`. */
export async function discardSet(payload: Payload, user: User, id: string): Promise<void> {
  await transact(
    payload,
    async (req) => {
      assertMayWrite(user);
      const set = await readSet(req, id);
      await assertQuiet(req, set);
      const discardedAt = servicesOf(payload).now().toISOString();
      const { name } = await editorOf(req, user);
      await changeSet(req, set, { state: 'discarded', discardedAt, discardedByName: name });
    },
    { user },
  );
}
