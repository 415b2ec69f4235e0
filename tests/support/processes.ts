/** Processes by a mark in their environment, which children inherit: nobody who was started is overlooked. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** Ids of the processes whose environment holds this text. Needs `/proc`. */
export async function processesWith(mark: string): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const marked = await Promise.all(
    ids.map(async (id) => (await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')).includes(mark)),
  );
  return ids.filter((_, i) => marked[i]);
}

/** The processes that are still there after five seconds: those of a command that is gone take a moment to notice. */
export async function processesLeft(mark: string): Promise<number[]> {
  for (const deadline = Date.now() + 5_000; ;) {
    const left = await processesWith(mark);
    if (left.length === 0 || Date.now() > deadline) return left;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export interface Command {
  process: ChildProcess;
  /** exit code, or the signal that ended it */
  exited: Promise<number | string>;
  output: () => string;
  /** waits until the output holds this text; throws when the command ends first */
  says: (text: string) => Promise<void>;
}

/** Starts a command and collects what it says. */
export function startCommand(file: string, args: string[], env: Record<string, string>): Command {
  const child = spawn(file, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let ended = false;
  const exited = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = true;
      resolve(code ?? signal ?? 'nothing');
    });
  });
  return {
    process: child,
    exited,
    output: () => output,
    async says(text) {
      while (!output.includes(text)) {
        if (ended) throw new Error(`it ended before it said "${text}":\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
