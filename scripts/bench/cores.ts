import { spawnSync } from 'node:child_process';
import os from 'node:os';

/** The core of the server that is measured; the load generator has the others. */
const SERVER = '0';
const OTHERS = `1-${os.cpus().length - 1}`;

/**
 * True where server and load generator can be kept on cores of their own (taskset of util-linux). Where both take turns
 * on all of them, what is measured is how the machine shares them out.
 */
export const canKeepApart = os.cpus().length > 1 && !spawnSync('taskset', ['-V'], { stdio: 'ignore' }).error;

/** Puts all threads of a server on its core; does nothing where that cannot be. */
export function onServerCore(pid: number | undefined): void {
  if (!canKeepApart || pid === undefined) return;
  const { status, stderr } = spawnSync('taskset', ['-a', '-p', '-c', SERVER, String(pid)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`taskset: ${stderr}`);
}

/** A command that runs on the other cores. */
export const onOtherCores = (command: string, args: string[]): [string, string[]] =>
  canKeepApart ? ['taskset', ['-c', OTHERS, command, ...args]] : [command, args];
