import { BODY_CODING, BODY_LENGTH, KEEPS_CODING } from '../../runtime/http-server.ts';
import { system } from '../../runtime/system.ts';

type Channel = 'site' | 'feed' | 'email';

/** Hands a request to a channel, whatever its method: the channel answers 405 itself. */
export const serve =
  (channel: Channel) =>
  async (request: Request): Promise<Response> => {
    const { channels } = await system();
    if (request.headers.get(KEEPS_CODING) === null) return channels[channel].respond(withoutCoding(request));
    return carryFraming(await channels[channel].respond(request));
  };

/** Behind a server that would lose the coding of an encoded body (`next dev`), bodies go out as they are. */
function withoutCoding(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('accept-encoding');
  return new Request(request, { headers });
}

function carryFraming(answer: Response): Response {
  const coding = answer.headers.get('content-encoding');
  const length = answer.headers.get('content-length');
  if (coding !== null) answer.headers.set(BODY_CODING, coding);
  if (length !== null) answer.headers.set(BODY_LENGTH, length);
  return answer;
}
