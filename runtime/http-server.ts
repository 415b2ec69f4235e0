import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/**
 * Next drops Content-Encoding and Content-Length from what a route handler answers (its send-response
 * distrusts bodies that a fetch may have decoded). Our bodies are encoded once per release, so the route
 * handlers carry both under names of their own, and this server puts them back (ADR 0015).
 */
export const BODY_CODING = 'x-imprimatur-coding';
export const BODY_LENGTH = 'x-imprimatur-length';
/** Set on requests that came through this server; a client's own is removed. */
export const KEEPS_CODING = 'x-imprimatur-server';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An HTTP server around Next's request handler, with limits on slow clients. */
export function createHttpServer(handle: Handler, onError: (error: unknown) => void): Server {
  const server = createServer((request, response) => {
    request.headers[KEEPS_CODING] = '1';
    request.url = readable(request.url ?? '/');
    restoreFraming(response);
    handle(request, response).catch((error: unknown) => {
      onError(error);
      if (!response.headersSent) response.writeHead(500, { 'Cache-Control': 'no-store' });
      response.end();
    });
  });
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  // Longer than a proxy keeps its own idle connections, so that it never meets one that is being closed.
  server.keepAliveTimeout = 75_000;
  return server;
}

/** Next answers a path that is no valid percent-encoding with 500; nothing is at such an address. */
function readable(url: string): string {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return url;
  } catch {
    return '/not-an-address';
  }
}

function restoreFraming(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    move(response, BODY_CODING, 'Content-Encoding');
    move(response, BODY_LENGTH, 'Content-Length');
    return writeHead(...args);
  };
}

function move(response: ServerResponse, from: string, to: string): void {
  const value = response.getHeader(from);
  if (value === undefined) return;
  response.removeHeader(from);
  response.setHeader(to, value);
}
