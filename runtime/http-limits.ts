import type { Server } from 'node:http';

/** Time limits for clients that are slow, on purpose or not. */
export function limitSlowClients(server: Server): void {
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  // Longer than a proxy keeps its own idle connections, so that it never meets one that is being closed.
  server.keepAliveTimeout = 75_000;
}

/** For a server whose only client is this process, which has met its own clients already. */
export function limitNobody(server: Server): void {
  server.requestTimeout = 0;
  server.headersTimeout = 0;
  server.keepAliveTimeout = 0;
}

/** Takes no new requests and answers the ones under way; a connection ends with its last answer. */
export const endServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const sweep = setInterval(() => {
      server.closeIdleConnections();
    }, 50);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
