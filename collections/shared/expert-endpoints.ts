import type { Endpoint, PayloadRequest } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { makeExpertLink } from '../../editorial/experts/make-link.ts';
import { readExpertLinks } from '../../editorial/experts/read-links.ts';
import { revokeExpertLink } from '../../editorial/experts/revoke-link.ts';
import { findDraft } from '../../editorial/records/dossier.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { sessionNeeded } from './account-rules.ts';
import { NO_STORE } from './own-endpoint.ts';
import { makeToken } from './reset-tokens.ts';
import { answering, readJson } from './verb-answer.ts';

const random = { uid: () => uuidv7(), token: makeToken };

/** GET and POST …/experts, POST …/experts/{uid}/revoke of an entry (docs/http.md). `id` may be the entry's uid. */
export function expertEndpoints(collection: EntryCollection): Endpoint[] {
  const asking = (req: PayloadRequest, work: (user: NonNullable<PayloadRequest['user']>) => Promise<unknown>) =>
    answering(req, async () => {
      if (!req.user) throw new CodedError('not-authenticated', 'Log in first.');
      return Response.json(await work(req.user), NO_STORE);
    });
  return [
    {
      path: '/:id/experts',
      method: 'get',
      handler: (req) =>
        asking(req, async () => {
          const { doc } = await findDraft(req, collection, param(req, 'id'));
          return { links: await readExpertLinks(req, doc.uid, servicesOf(req.payload).now()) };
        }),
    },
    {
      path: '/:id/experts',
      method: 'post',
      handler: (req) =>
        asking(req, async (user) => {
          sessionNeeded(req, 'Log in to ask somebody outside: a key may not.');
          const { payload } = req;
          const body = await readJson(req);
          return makeExpertLink({ payload, collection, id: param(req, 'id'), body, user, random });
        }),
    },
    {
      path: '/:id/experts/:link/revoke',
      method: 'post',
      handler: (req) =>
        asking(req, async (user) => {
          sessionNeeded(req, 'Log in to end a link: a key may not.');
          const { payload } = req;
          const id = param(req, 'id');
          await revokeExpertLink({ payload, collection, id, link: param(req, 'link'), user });
          const { doc } = await findDraft(req, collection, id);
          return { links: await readExpertLinks(req, doc.uid, servicesOf(payload).now()) };
        }),
    },
  ];
}

const param = ({ routeParams }: PayloadRequest, name: string): string =>
  (routeParams as Record<string, string | undefined> | undefined)?.[name] ?? '';
