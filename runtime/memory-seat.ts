import type { CopiedMemory } from '../publishers/http/memory.ts';

/** One per process, whichever bundle asks: Next's bundle fills it, the server around Next reads it. */
const SEAT = Symbol.for('imprimatur.memory');
const seat: typeof globalThis & { [SEAT]?: CopiedMemory } = globalThis;

export const offerMemory = (memory: CopiedMemory): void => {
  seat[SEAT] = memory;
};

/** The memory of this process; null until its system has started. */
export const offeredMemory = (): CopiedMemory | null => seat[SEAT] ?? null;
