import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { problem } from '../../publishers/http/problem.ts';
import { PEER } from '../answered.ts';
import { askedFor, isHost } from './asked.ts';
import { bodyLimit } from './body-limit.ts';

/** What belongs to one connection and is not passed on (RFC 9110 §7.6.1). `Host` and the body's length are kept. */
const OF_ONE_CONNECTION = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization'],
  ...['te', 'trailer', 'upgrade', 'expect'],
]);
const FORWARDED_FOR = 'x-forwarded-for';
const HANG_UP_AFTER_MS = 2_000;
/** Not too many connections, which passes. */
const NOBODY_THERE = new Set(['ENOENT', 'ECONNREFUSED', 'EACCES']);

/**
 * Hands requests on to the server at a socket of this machine, and its answers back, bytes and headers as they
 * are. A client that goes away ends its request there; a server that fails before it answers gives 503, and a
 * request that names no one host 400, a body that is too long 413. `onCutOff` is told when nothing listens there any more: no later request will fare
 * better.
 */
export function createForward(socketPath: string, onCutOff: (error: Error) => void = () => undefined) {
  // As many connections as there are requests under way, kept open: the other end is this very process.
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 });
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { method = 'GET', rawHeaders, socket } = request;
    const asked = askedFor(request);
    if (asked === null) return void response.writeHead(400, { connection: 'close' }).end();
    const { path, host } = asked;
    const limit = bodyLimit(path);
    if (Number(request.headers['content-length'] ?? 0) > limit) return void tooLarge(request, response, limit);
    const headers = withHost(passedOn(rawHeaders, true), host);
    addForwardedFor(headers, request.headers[FORWARDED_FOR], socket.remoteAddress);
    if (socket.remoteAddress) headers.push(PEER, socket.remoteAddress);
    let refused = false;
    const onward = ask({ socketPath, agent, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.statusMessage ?? '', passedOn(answer.rawHeaders, false));
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.syscall === 'connect' && NOBODY_THERE.has(error.code ?? '')) onCutOff(error);
      // Refused meanwhile.
      if (refused) return;
      if (response.headersSent || response.destroyed) response.destroy();
      else response.writeHead(503, { 'cache-control': 'no-store', 'retry-after': '1' }).end();
    });
    response.on('close', () => {
      if (response.writableFinished && onward.writableFinished) return;
      // Answered before its end, or nobody is there to be answered: nothing waits for the rest of it.
      request.unpipe(onward).resume();
      onward.destroy();
    });
    let length = 0;
    request.on('data', ({ byteLength }: Buffer) => {
      length += byteLength;
      if (length <= limit || length - byteLength > limit) return;
      request.unpipe(onward);
      refused = true;
      void tooLarge(request, response, limit);
      onward.destroy();
    });
    request.pipe(onward);
  };
}

/**
 * Says so, and hangs up on who goes on sending. Not at once: a connection that is closed on bytes under way takes the
 * answer with it.
 */
async function tooLarge(request: IncomingMessage, response: ServerResponse, limit: number): Promise<void> {
  request.resume();
  if (response.headersSent) return void response.destroy();
  const answer = problem('body-too-large', `At most ${limit} bytes.`);
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, HANG_UP_AFTER_MS).unref();
}

/** Who is at the other end comes last; what stands before it is what they say, and as good as their word. */
function addForwardedFor(headers: string[], said: string | string[] | undefined, remote: string | undefined): void {
  for (let i = headers.length - 2; i >= 0; i -= 2)
    if (headers[i]?.toLowerCase() === FORWARDED_FOR) headers.splice(i, 2);
  const entries = [said, remote].flat().filter((entry) => entry !== undefined && entry !== '');
  if (entries.length > 0) headers.push(FORWARDED_FOR, entries.join(', '));
}

/** Headers with this host, where the old one stood. */
function withHost(headers: string[], host: string): string[] {
  const at = headers.findIndex((name, i) => i % 2 === 0 && isHost(name));
  if (at < 0) headers.push('Host', host);
  else headers[at + 1] = host;
  return headers;
}

function passedOn(raw: readonly string[], isRequest: boolean): string[] {
  const named = new Set<string>();
  for (let i = 0; i < raw.length; i += 2) {
    if (raw[i]?.toLowerCase() !== 'connection') continue;
    for (const name of (raw[i + 1] ?? '').split(',')) named.add(name.trim().toLowerCase());
  }
  const headers: string[] = [];
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i] ?? '';
    const lower = name.toLowerCase();
    if (lower === PEER || OF_ONE_CONNECTION.has(lower) || (named.has(lower) && !KEPT_ALWAYS.has(lower))) continue;
    // Node frames the body of an answer anew; of a request it needs to be told how.
    if (lower === 'transfer-encoding' && !isRequest) continue;
    headers.push(name, raw[i + 1] ?? '');
  }
  return headers;
}

/** A client that calls one of these its connection's own would change what its request is. */
const KEPT_ALWAYS = new Set(['host', 'content-length', 'transfer-encoding', 'cookie', 'authorization', FORWARDED_FOR]);
