import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { askedFor, isHost } from './asked.ts';

/** What belongs to one connection and is not passed on (RFC 9110 §7.6.1). `Host` and the body's length are kept. */
const OF_ONE_CONNECTION = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization'],
  ...['te', 'trailer', 'upgrade', 'expect'],
]);
const FORWARDED_FOR = 'x-forwarded-for';
/** Not too many connections, which passes. */
const NOBODY_THERE = new Set(['ENOENT', 'ECONNREFUSED', 'EACCES']);

/**
 * Hands requests on to the server at a socket of this machine, and its answers back, bytes and headers as they
 * are. A client that goes away ends its request there; a server that fails before it answers gives 503, and a
 * request that names no one host 400. `onCutOff` is told when nothing listens there any more: no later request will fare
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
    const headers = withHost(passedOn(rawHeaders, true), host);
    if (!(FORWARDED_FOR in request.headers) && socket.remoteAddress) headers.push(FORWARDED_FOR, socket.remoteAddress);
    const onward = ask({ socketPath, agent, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.statusMessage ?? '', passedOn(answer.rawHeaders, false));
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.syscall === 'connect' && NOBODY_THERE.has(error.code ?? '')) onCutOff(error);
      if (response.headersSent || response.destroyed) response.destroy();
      else response.writeHead(503, { 'cache-control': 'no-store', 'retry-after': '1' }).end();
    });
    response.on('close', () => {
      if (response.writableFinished && onward.writableFinished) return;
      // Answered before its end, or nobody is there to be answered: nothing waits for the rest of it.
      request.unpipe(onward).resume();
      onward.destroy();
    });
    request.pipe(onward);
  };
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
    if (OF_ONE_CONNECTION.has(lower) || (named.has(lower) && !KEPT_ALWAYS.has(lower))) continue;
    // Node frames the body of an answer anew; of a request it needs to be told how.
    if (lower === 'transfer-encoding' && !isRequest) continue;
    headers.push(name, raw[i + 1] ?? '');
  }
  return headers;
}

/** A client that calls one of these its connection's own would change what its request is. */
const KEPT_ALWAYS = new Set(['host', 'content-length', 'transfer-encoding', 'cookie', 'authorization', FORWARDED_FOR]);
