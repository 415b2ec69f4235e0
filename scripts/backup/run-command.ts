import { runScript } from '../run-script.ts';
import { Refusal } from './manifest.ts';

/** Runs a command of backup and restore; a refusal is said in one sentence. What it writes is its owner's alone. */
export const runCommand = (work: () => Promise<void>): Promise<void> =>
  runScript(async () => {
    process.umask(0o077);
    try {
      await work();
      process.exit(0);
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
