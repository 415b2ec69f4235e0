import { runScript } from '../run-script.ts';
import { Refusal } from './manifest.ts';

/** Runs a command of backup and restore; a refusal is said in one sentence. What it writes is its owner's alone. */
export const runCommand = (work: () => Promise<void>): Promise<void> =>
  runScript(async () => {
    process.umask(0o077);
    try {
      await work();
      // Without a code of its own: 0, or what the work has set.
      process.exit();
    } catch (error) {
      if (!isMendable(error)) throw error;
      console.error(error.message);
      process.exit(1);
    }
  });

/** A refusal, or an option that there is not. */
const isMendable = (error: unknown): error is Error =>
  error instanceof Refusal ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
