import type { Payload, PayloadRequest } from 'payload';
import { transact } from '../../database/transact.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { decideHeld, heldMails, type HeldContext } from '../../publishers/email/decide-held.ts';
import { createEmailStore } from '../../publishers/email/store/store.ts';
import type { WhichHeld } from '../../publishers/email/which-held.ts';
import { logTo } from '../../publishers/log-events.ts';
import { appendLine } from '../../editorial/records/audit-trail.ts';

interface Decision {
  which: WhichHeld;
  decision: 'release' | 'discard';
  /** null for whoever sits at the command line */
  by: PayloadRequest['user'];
}

/**
 * A person's word on mail that a restore holds, from the admin or the command line: one rule for both. The audit trail
 * has it first, so that nothing is sent on a word that nobody can find. Answers how many mails it was about.
 */
export async function decideHeldMail(payload: Payload, { which, decision, by }: Decision): Promise<number> {
  const context = heldContextOf(payload);
  const { length: mails } = await heldMails(context, which);
  if (mails === 0) return 0;
  await transact(payload, (req) =>
    appendLine(req, {
      action: `deliveries ${decision === 'release' ? 'released' : 'discarded'} after a restore`,
      subject: 'deliveries/held',
      user: by,
      details: { ...which, mails, through: by ? 'admin' : 'command' },
    }),
  );
  return decideHeld(context, which, decision, by?.name);
}

/** What the rules of held mail work with, outside the channel itself. */
export const heldContextOf = (payload: Payload): HeldContext => ({
  store: createEmailStore(payload),
  now: servicesOf(payload).now,
  log: logTo(payload.logger),
});
