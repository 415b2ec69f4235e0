import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { whenOrphaned } from '../runtime/orphaned.ts';

/** How long a child may take to end by itself, in milliseconds: longer than a server takes for its last requests. */
const GRACE_MS = 15_000;
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
/** Where there are process groups a child gets one of its own, so that its own children are reached too. */
const GROUPS = process.platform !== 'win32';

export interface Children {
  /** Runs Node with these arguments to its end. A step that fails ends the command with its exit code. */
  run: (args: string[]) => Promise<void>;
  /** Starts Node with these arguments; `exited` is its exit code, 128 and the signal's number if one ended it. */
  start: (args: string[], options?: { quiet?: boolean }) => { exited: Promise<number> };
  /** Ends whatever still runs, politely first. */
  end: () => Promise<void>;
  /** True once the command was told to end. */
  wasAsked: () => boolean;
}

/**
 * The child processes of a command, none of which outlives it. A signal that reaches the command, alone or with
 * its whole terminal, is handed on once: npm repeats what the terminal has sent already.
 */
export function createChildren({ env, graceMs = GRACE_MS }: { env: NodeJS.ProcessEnv; graceMs?: number }): Children {
  const alive = new Map<ChildProcess, Promise<number>>();
  let asked: NodeJS.Signals | null = null;

  const signalAll = (signal: NodeJS.Signals) => {
    for (const child of alive.keys()) sendTo(child, signal);
  };
  const end = async (signal: NodeJS.Signals) => {
    signalAll(signal);
    const deadline = setTimeout(() => {
      signalAll('SIGKILL');
    }, graceMs);
    await Promise.all(alive.values());
    clearTimeout(deadline);
  };
  const ask = (signal: NodeJS.Signals) => {
    if (asked !== null) return;
    asked = signal;
    if (alive.size === 0) process.exit(codeOf(signal));
    void end(signal);
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  whenOrphaned(() => {
    ask('SIGTERM');
  });
  process.on('exit', () => {
    signalAll('SIGKILL');
  });

  const start: Children['start'] = (args, { quiet = false } = {}) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
      env,
      detached: GROUPS,
    });
    const exited = new Promise<number>((resolve) => {
      child.once('error', () => {
        alive.delete(child);
        resolve(1);
      });
      child.once('exit', (code, signal) => {
        sendTo(child, 'SIGKILL'); // what it left behind
        alive.delete(child);
        resolve(code ?? (signal === null ? 1 : codeOf(signal)));
      });
    });
    alive.set(child, exited);
    return { exited };
  };

  return {
    start,
    async run(args) {
      const code = await start(args).exited;
      if (asked !== null) process.exit(codeOf(asked));
      if (code !== 0) process.exit(code);
    },
    end: () => end('SIGTERM'),
    wasAsked: () => asked !== null,
  };
}

const codeOf = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];

function sendTo(child: ChildProcess, signal: NodeJS.Signals): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    process.kill(GROUPS ? -pid : pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
