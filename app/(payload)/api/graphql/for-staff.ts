import { GRAPHQL_POST } from '@payloadcms/next/routes';
import { createPayloadRequest, type SanitizedConfig } from 'payload';
import { problem } from '../../../../publishers/http/problem.ts';

/**
 * Payload's GraphQL, for people with a login: a session or an API key. Anybody else gets 401 before the question is
 * read, whatever it asks: the access rules of each collection would answer part of it, and the schema all of it.
 */
export function graphqlForStaff(config: Promise<SanitizedConfig>): (request: Request) => Promise<Response> {
  const answer = GRAPHQL_POST(config);
  return async (request) => {
    // Only looks at the headers: the body is still there for the answer.
    const { user } = await createPayloadRequest({ config, request });
    return user ? answer(request) : problem('not-authenticated', 'GraphQL is for staff: log in, or send an API key.');
  };
}
