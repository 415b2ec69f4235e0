import { hasCode } from './has-code.ts';

/** What was looked for among files; null when it is not there. Throws whatever else keeps it from being read. */
export const ifThere = <Found>(looking: Promise<Found>): Promise<Found | null> =>
  looking.catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
