import type { Endpoint } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { answering, documentIdOf, NO_STORE } from './own-endpoint.ts';
import { sendInvitation } from './invitations.ts';

/** POST /api/users/{id}/invite: sends the invitation of an account again, which ends the older link. For admins. */
export const inviteAgain = (siteUrl: string): Endpoint => ({
  path: '/:id/invite',
  method: 'post',
  handler: (req) =>
    answering(req, async (user) => {
      if (user.role !== 'admin') throw new CodedError('not-allowed', 'Admins send invitations.');
      const id = documentIdOf(req);
      const account = id === null ? null : await req.payload.findByID({ collection: 'users', id, disableErrors: true });
      if (!account) throw new CodedError('not-found', 'There is no such account.');
      const invitation = await sendInvitation(req.payload, { id: account.id, by: user, siteUrl });
      const { invitedUntil } = await req.payload.findByID({ collection: 'users', id: account.id });
      return Response.json({ invitation, invitedUntil }, NO_STORE);
    }),
});
