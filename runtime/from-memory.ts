import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Memory } from '../publishers/http/memory.ts';
import type { Asked } from '../publishers/http/wire.ts';

type Ask = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers GET and HEAD from memory where it can, and asks `otherwise` for everything else: an address that was not
 * rendered yet or is written in any other way, another method, a log that cannot be read. The bytes and headers
 * are those that the channel answered (ADR 0019).
 */
export function answerFromMemory(
  memory: Memory,
  request: IncomingMessage,
  response: ServerResponse,
  otherwise: Ask,
): void {
  const { url = '' } = request;
  const asked = isRead(request) ? whatIsAsked(request.rawHeaders) : null;
  if (asked === null) return otherwise(request, response);
  if (write(memory, url, asked, request, response)) return;
  const look = memory.lookFor(url);
  if (look === null) return otherwise(request, response);
  const again = () => {
    if (!write(memory, url, asked, request, response)) otherwise(request, response);
  };
  look.then(again, again);
}

function write(memory: Memory, url: string, asked: Asked, { method }: IncomingMessage, response: ServerResponse) {
  const wire = memory.answer(url, asked);
  if (wire === null) return false;
  response.writeHead(wire.status, wire.headers);
  if (method === 'HEAD' || wire.body === null) response.end();
  else response.end(wire.body);
  return true;
}

const isRead = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';

/**
 * The two headers that an answer depends on, read from the flat list: making the object of all headers costs more
 * than the rest of an answer. Null when one of them is there twice; Next joins those.
 */
function whatIsAsked(headers: string[]): Asked | null {
  let acceptEncoding: string | null = null;
  let ifNoneMatch: string | null = null;
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? '';
    if (name.length === ACCEPT_ENCODING.length && name.toLowerCase() === ACCEPT_ENCODING) {
      if (acceptEncoding !== null) return null;
      acceptEncoding = headers[i + 1] ?? '';
    } else if (name.length === IF_NONE_MATCH.length && name.toLowerCase() === IF_NONE_MATCH) {
      if (ifNoneMatch !== null) return null;
      ifNoneMatch = headers[i + 1] ?? '';
    }
  }
  return { acceptEncoding: acceptEncoding ?? '', ifNoneMatch };
}

const ACCEPT_ENCODING = 'accept-encoding';
const IF_NONE_MATCH = 'if-none-match';
