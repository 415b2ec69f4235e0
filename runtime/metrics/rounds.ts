/** How the loops of this process fare, for whoever asks how it does. One list per process, whichever bundle writes it. */
export interface Round {
  /** milliseconds since the epoch: when the last round ended, or the loop last turned inside a long one, or began */
  at: number;
  failed: boolean;
}

/** A loop that has not turned for this long stands still. */
export const STILL_AFTER_MS = 5 * 60_000;

const SEAT = Symbol.for('imprimatur.rounds');
const seat: typeof globalThis & { [SEAT]?: Map<string, Round> } = globalThis;
const rounds = (): Map<string, Round> => (seat[SEAT] ??= new Map<string, Round>());

/** Writes down that a round of a loop has ended. */
export function noteRound(loop: string, failed: boolean): void {
  rounds().set(loop, { at: Date.now(), failed });
}

/** Writes down that a loop begins, or goes on inside a round that may be long. */
export function noteTurn(loop: string): void {
  noteRound(loop, rounds().get(loop)?.failed ?? false);
}

/** The loop was ended. */
export function forgetLoop(loop: string): void {
  rounds().delete(loop);
}

/** The last round of each loop that runs in this process. */
export const lastRounds = (): ReadonlyMap<string, Round> => rounds();

/** The loops that stand still, in words; empty when all turn. */
export const standingStill = (of: Iterable<readonly [string, Pick<Round, 'at'>]>, now: number): string[] =>
  [...of]
    .filter(([, { at }]) => now - at > STILL_AFTER_MS)
    .map(([loop, { at }]) => `${loop} has ended no round for ${Math.floor((now - at) / 60_000)} minutes`);
