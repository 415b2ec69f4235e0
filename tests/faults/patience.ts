/** What people do again until it is done, because the database is away or its disk is full. */
import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 60;
const REST_MS = 500;

/** Throws what the last of 60 tries threw: longer than any trouble of a run. */
export async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (tries >= TRIES) throw error;
      await pause(REST_MS);
    }
  }
}
