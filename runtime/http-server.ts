import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/**
 * The headers that a channel answered, as a JSON list of names and values. Next drops Content-Encoding and
 * Content-Length from what a route handler answers (its send-response distrusts bodies that a fetch may have
 * decoded) and adds a Vary of its own; this server puts exactly the channel's headers on the wire (ADR 0015).
 */
export const ANSWERED = 'x-imprimatur-answered';
/** Set on requests that came through this server; a client's own is replaced. */
export const THROUGH_SERVER = 'x-imprimatur-server';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An HTTP server around Next's request handler, with limits on slow clients. */
export function createHttpServer(handle: Handler, onError: (error: unknown) => void): Server {
  const server = createServer((request, response) => {
    request.headers[THROUGH_SERVER] = '1';
    request.url = readable(request.url ?? '/');
    restoreHeaders(response);
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

function restoreHeaders(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    const answered = response.getHeader(ANSWERED);
    if (typeof answered === 'string') {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      const headers = JSON.parse(answered) as string[];
      for (let i = 0; i < headers.length; i += 2) response.setHeader(headers[i] ?? '', headers[i + 1] ?? '');
    }
    return writeHead(...args);
  };
}
