import type { TransportResult } from './mail-transport.ts';

/** Keeps mail from a server that does not answer: what is tried there would only wait, and use up its tries. */
export interface MailServerBreaker {
  /** How many mails may be under way: none while it rests, one to see whether the server answers, else `concurrency`. */
  allows(concurrency: number, now: Date): number;
  /** Told of every try. Answers what changed by it, if anything did. */
  heard(result: TransportResult, now: Date): 'paused' | 'resumed' | null;
}

/** Failures in a row after which the server is left in peace. */
const FAILURES = 5;
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 5 * 60_000;

/** One per mail server and process. The rest doubles with each failed try, up to five minutes. */
export function createMailServerBreaker(): MailServerBreaker {
  let failures = 0;
  let restMs = 0;
  let restsUntil = 0;
  return {
    allows(concurrency, now) {
      if (failures < FAILURES) return concurrency;
      return now.getTime() < restsUntil ? 0 : 1;
    },
    heard(result, now) {
      if (answered(result)) {
        const wasPaused = failures >= FAILURES;
        failures = 0;
        restMs = 0;
        return wasPaused ? 'resumed' : null;
      }
      failures += 1;
      if (failures < FAILURES) return null;
      // Those that were under way when it began to rest say nothing new.
      if (now.getTime() < restsUntil) return null;
      restMs = Math.min(LONGEST_REST_MS, restMs === 0 ? FIRST_REST_MS : restMs * 2);
      restsUntil = now.getTime() + restMs;
      return 'paused';
    },
  };
}

/** RFC 5321 §4.2.2: 421 is the server closing, whatever was asked. Any other refusal is a word about the mail. */
const answered = (result: TransportResult): boolean =>
  result.kind === 'accepted' || (result.kind === 'refused' && result.code !== 421);
