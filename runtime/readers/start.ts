import { Worker } from 'node:worker_threads';
import type { CopiedMemory } from '../../publishers/http/memory.ts';
import type { FromReaders, ReadersOptions, ToReaders } from './messages.ts';
import { createPulse, type Pulse } from './pulse.ts';
import { createTeacher, type Teacher } from './teach.ts';

export interface Readers {
  /** what the server around Next answers from: it teaches the thread on the way */
  memory: () => CopiedMemory | null;
  /** takes no new requests and answers those under way */
  end: () => Promise<void>;
  /** ends the thread at once */
  stop: () => Promise<void>;
}

/** Old space and semi-space of the thread in MB; what it answers with lies outside of both. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 48 };

/**
 * Starts the thread that answers readers (ADR 0031) and waits until it listens. It gets ready at once, and listens
 * when `whenReady` says that there is something to answer from. Rejects when it cannot; a thread that ends unasked
 * later, that no longer answers or no longer reaches the server around Next is told to `onLost`.
 */
export async function startReaders({
  memory,
  whenReady = Promise.resolve(),
  onTrouble,
  onLost,
  file = new URL('./thread.mjs', import.meta.url),
  pulseMs,
  ...options
}: ReadersOptions & {
  memory: () => CopiedMemory | null;
  whenReady?: Promise<unknown>;
  onTrouble: (what: string, error: string) => void;
  onLost: (error: unknown) => void;
  /** for tests: another thread, and how often it is asked whether it is there */
  file?: URL;
  pulseMs?: number;
}): Promise<Readers> {
  const thread = new Worker(file, {
    workerData: options,
    execArgv: [],
    resourceLimits: LIMITS,
  });
  let teacher: Teacher | null = null;
  const teacherNow = (): Teacher | null => {
    const current = memory();
    if (!current || teacher) return teacher;
    teacher = createTeacher(current, (message, moved) => thread.postMessage(message, moved));
    current.onOwnCommit(() => void forgetNow());
    return teacher;
  };
  /** Sooner than the thread would ask. A look that fails is left to its own, which says so. */
  const forgetNow = async () => {
    const seen = await teacher?.look();
    if (seen?.kind === 'seen') thread.postMessage({ kind: 'gone', targets: seen.gone } satisfies ToReaders);
  };
  const answerLook = async () => {
    const answer = await teacherNow()?.look();
    thread.postMessage((answer ?? { kind: 'unseen', error: 'not started yet' }) satisfies ToReaders);
  };

  const lost = (code: number) => onLost(new Error(`the thread of the readers ended with ${code}`));
  let pulse: Pulse | null = null;
  let hasEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (hasEnded = resolve));
  await new Promise<void>((resolve, reject) => {
    const take: { [Kind in FromReaders['kind']]: (message: Extract<FromReaders, { kind: Kind }>) => void } = {
      listening: () => resolve(),
      failed: ({ error }) => reject(new Error(error)),
      look: () => void answerLook(),
      trouble: ({ what, error }) => onTrouble(what, error),
      here: () => pulse?.felt(),
      'cut-off': ({ error }) => onLost(new Error(`the server around Next cannot be reached: ${error}`)),
      ended: () => hasEnded(),
    };
    thread.on('message', (message: FromReaders) => (take[message.kind] as (message: FromReaders) => void)(message));
    thread.once('exit', (code) => reject(new Error(`the thread of the readers ended with ${code}`)));
    thread.once('error', reject);
    whenReady.then(() => thread.postMessage({ kind: 'listen' } satisfies ToReaders), reject);
  }).catch(async (error: unknown) => {
    await thread.terminate();
    throw error;
  });
  thread.once('error', onLost);
  thread.once('exit', lost);
  const watched = (pulse = createPulse({
    everyMs: pulseMs,
    ask: () => {
      thread.postMessage({ kind: 'pulse' } satisfies ToReaders);
    },
    onSilent: () => {
      onLost(new Error('the thread of the readers does not answer any more'));
    },
  }));
  return {
    memory: () => teacherNow()?.memory ?? null,
    async end() {
      watched.stop();
      thread.postMessage({ kind: 'end' } satisfies ToReaders);
      await ended;
    },
    async stop() {
      watched.stop();
      thread.off('exit', lost);
      await thread.terminate();
    },
  };
}
