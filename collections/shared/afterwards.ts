import type { Payload } from 'payload';

/**
 * Runs work that the answer does not wait for, so that the time an answer takes says nothing of it; outside the
 * transaction of the request. A failure goes to the log under `what`, and to nobody else.
 */
export function afterwards({ logger }: Payload, what: string, work: () => Promise<unknown>): void {
  setImmediate(() => {
    work().catch((error: unknown) => {
      logger.error({ err: error, msg: what });
    });
  });
}
