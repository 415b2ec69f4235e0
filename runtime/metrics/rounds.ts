/** How the loops of this process fare, for whoever asks how it does. One list per process, whichever bundle writes it. */
interface Round {
  /** milliseconds since the epoch, when the last round ended */
  at: number;
  failed: boolean;
}

const SEAT = Symbol.for('imprimatur.rounds');
const seat: typeof globalThis & { [SEAT]?: Map<string, Round> } = globalThis;

/** Writes down that a round of a loop has ended. */
export function noteRound(loop: string, failed: boolean): void {
  (seat[SEAT] ??= new Map<string, Round>()).set(loop, { at: Date.now(), failed });
}

/** The last round of each loop that ran in this process. */
export const lastRounds = (): ReadonlyMap<string, Round> => seat[SEAT] ?? new Map<string, Round>();
