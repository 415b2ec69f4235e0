import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { childEnvironment } from '../../env.ts';
import { SERVER_ARGUMENTS } from '../server-arguments.ts';

export interface RunningServer {
  url: string;
  pid: number | undefined;
  /** resident memory in MB, of the process that answers */
  rssMb: () => Promise<number>;
  /** the most that it ever had, in MB */
  peakMb: () => Promise<number>;
  /** processor time of the process so far, in ms */
  cpuMs: () => Promise<number>;
  /** milliseconds from spawn to ready */
  startMs: number;
  stop: () => Promise<void>;
}

/** Starts the production build on a data folder and waits until it is ready. */
export async function startServer(
  dataDir: string,
  port: number,
  env: Record<string, string> = {},
): Promise<RunningServer> {
  const started = performance.now();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, SERVER_ARGUMENTS, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: childEnvironment({
      DEMO: '1',
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      PORT: String(port),
      SITE_URL: url,
      LOG_LEVEL: 'error',
      ...env,
    }),
  });
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) break;
    if (tries > 600 || child.exitCode !== null) throw new Error('the server did not get ready');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    pid: child.pid,
    startMs: performance.now() - started,
    rssMb: () => memoryOf(child, 'VmRSS'),
    peakMb: () => memoryOf(child, 'VmHWM'),
    cpuMs: () => cpuOf(child),
    stop: () => end(child),
  };
}

async function memoryOf({ pid }: ChildProcess, name: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const line = status.split('\n').find((each) => each.startsWith(`${name}:`));
  return Number(/\d+/.exec(line ?? '')?.[0]) / 1024;
}

/** User and system time are fields 14 and 15 of /proc/PID/stat, in hundredths of a second; the name before may hold spaces. */
async function cpuOf({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
