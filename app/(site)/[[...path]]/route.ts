import { ANSWERED, THROUGH_SERVER } from '../../../runtime/answered.ts';
import { system } from '../../../runtime/system.ts';

export const dynamic = 'force-dynamic';

/** Every address but Payload's and the operator's: the channel that declares it answers, whatever the method. */
async function answer(request: Request): Promise<Response> {
  const { channels } = await system();
  if (request.headers.get(THROUGH_SERVER) === null) return channels.respond(withoutCoding(request));
  const response = await channels.respond(request);
  response.headers.set(ANSWERED, JSON.stringify([...response.headers].flat()));
  return response;
}

/** Behind a server that would lose the coding of an encoded body (`next dev`), bodies go out as they are. */
function withoutCoding(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('accept-encoding');
  return new Request(request, { headers });
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
