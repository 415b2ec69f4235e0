import { GRAPHQL_POST } from '@payloadcms/next/routes';
import { createPayloadRequest, type SanitizedConfig } from 'payload';
import { z } from 'zod';
import { TransientError } from '../../../../database/transact.ts';
import { problem } from '../../../../publishers/http/problem.ts';
import { makesSeveralChanges } from './changes.ts';
import { costOf, isTooDear, MOST } from './cost.ts';

/**
 * Payload's GraphQL, for people with a login: a session or an API key. Anybody else gets 401 before the question is
 * read, whatever it asks: the access rules of each collection would answer part of it, and the schema all of it. A
 * question that asks for too much is refused before any of it is looked up.
 */
export function graphqlForStaff(config: Promise<SanitizedConfig>): (request: Request) => Promise<Response> {
  const answer = GRAPHQL_POST(config);
  return async (request) => {
    // Only looks at the headers: the body is still there for the answer.
    const { user } = await createPayloadRequest({ config, request });
    if (!user) return problem('not-authenticated', 'GraphQL is for staff: log in, or send an API key.');
    const refusal = refusalOf(await request.clone().text());
    return refusal === null ? orTrouble(await answer(request)) : problem('invalid-request', refusal);
  };
}

/** As `answerErrors` marks what the database did not write. */
const troubled = z.object({
  data: z.record(z.string(), z.null()).nullish(),
  errors: z.array(
    z.object({
      message: z.string(),
      extensions: z.object({ code: z.enum(['database-unavailable', 'disk-full']), again: z.boolean().optional() }),
    }),
  ),
});

/**
 * What came to nothing because the database did not write is refused as everywhere else; any other answer stays. Throws
 * TransientError when another transaction was in the way, for the door to run it again.
 */
async function orTrouble(response: Response): Promise<Response> {
  const { success, data } = troubled.safeParse(await response.clone().json());
  const [first] = success ? data.errors : [];
  if (first?.extensions.again) throw new TransientError(first.message);
  return first ? problem(first.extensions.code, first.message) : response;
}

const question = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });

/** Why this body is not answered; null when it may be. */
function refusalOf(body: string): string | null {
  if (Buffer.byteLength(body) > MOST.bytes) return `At most ${MOST.bytes} bytes.`;
  try {
    const { query, variables } = question.parse(JSON.parse(body));
    if (makesSeveralChanges(query)) return 'One change at a time: send the others by themselves.';
    if (!isTooDear(costOf(query, variables ?? {}))) return null;
    return `Ask for less at once: at most ${MOST.rows} rows, ${MOST.fields} fields and ${MOST.depth} levels; every alias counts.`;
  } catch {
    return 'Send JSON with a GraphQL document as `query`, and an object as `variables` if there are any.';
  }
}
