import { env, EnvError } from '../env.ts';

/**
 * Runs a script's work once the environment is found usable; an unsafe one ends the process with every
 * problem named and nothing else. Work is imported late, because the configuration reads the environment.
 */
export async function runScript(work: () => Promise<void>): Promise<void> {
  try {
    env();
    await work();
  } catch (error) {
    console.error(error instanceof EnvError ? error.message : error);
    process.exit(1);
  }
}
