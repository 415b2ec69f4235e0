/** Worker processes (`npm run worker`) that are killed, stopped and started again. */
import { startCommand, type Command } from '../support/processes.ts';

export interface Worker {
  /** true from when it says that it runs until it ends */
  runs: () => boolean;
  /** starts the process anew; `skewMs` is how far its clock is apart */
  start: (skewMs: number) => void;
  kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
  /** stands still and goes on */
  pause: () => void;
  resume: () => void;
  /** what all its processes said */
  output: () => string;
}

/** As package.json runs it, with the clock of the run before everything else. */
const ARGUMENTS = ['--import', './scripts/register.mjs', '--import', './tests/faults/a-shifted-clock.ts'];

export function createWorker(env: Record<string, string>): Worker {
  let current: Command | null = null;
  let said = '';
  let up = false;
  return {
    runs: () => up,
    output: () => said + (current?.output() ?? ''),
    start(skewMs) {
      const command = startCommand(process.execPath, [...ARGUMENTS, 'scripts/worker.ts'], {
        ...env,
        NODE_ENV: 'production',
        FAULTS_SKEW: String(skewMs),
      });
      current = command;
      command.says('The worker is running').then(
        () => (up = current === command),
        () => undefined,
      );
      void command.exited.then(() => {
        if (current !== command) return;
        up = false;
        said += command.output();
        current = null;
      });
    },
    async kill(signal) {
      const command = current;
      if (!command) return;
      up = false;
      command.process.kill('SIGCONT');
      command.process.kill(signal);
      const patience = setTimeout(() => command.process.kill('SIGKILL'), 30_000);
      await command.exited;
      clearTimeout(patience);
    },
    pause: () => void current?.process.kill('SIGSTOP'),
    resume: () => void current?.process.kill('SIGCONT'),
  };
}
