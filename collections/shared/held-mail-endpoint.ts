import type { Endpoint } from 'payload';
import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { whichHeld } from '../../publishers/email/which-held.ts';
import { roleOf } from './access.ts';
import { decideHeldMail } from './decide-held-mail.ts';
import { answering, NO_STORE } from './own-endpoint.ts';

const body = z.looseObject({ decision: z.enum(['release', 'discard']) });

/**
 * POST /api/deliveries/held with `decision` and either `all: true` or any of `kind`, `course`, `lesson`, `delivery`: what
 * `npm run release-held` does, for mailers and admins who are logged in.
 */
export const decideHeldByStaff: Endpoint = {
  path: '/held',
  method: 'post',
  handler: (req) =>
    answering(req, async (user) => {
      const role = roleOf(req);
      if (role !== 'mailer' && role !== 'admin')
        throw new CodedError('not-allowed', 'Mailers and admins decide on held mail.');
      const parsed = body.safeParse(await req.json?.());
      if (!parsed.success) throw new CodedError('invalid-request', 'Say "decision": "release" or "discard".');
      const { decision, ...said } = parsed.data;
      const which = whichHeld(said);
      if (which === null)
        throw new CodedError(
          'invalid-request',
          'Say which mails: "all": true, or any of kind (lesson, confirmation), course, lesson and delivery.',
        );
      return Response.json({ decided: await decideHeldMail(req.payload, { which, decision, by: user }) }, NO_STORE);
    }),
};
