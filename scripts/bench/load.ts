import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { canKeepApart, onOtherCores } from './cores.ts';

/** What is asked for, again and again, over connections that stay open. */
export interface Target {
  url: string;
  headers: Record<string, string>;
}

interface Load {
  perSecond: number;
  /** milliseconds */
  p99: number;
}

/** Something that can fill a server: wrk where it is installed, else autocannon in several workers. */
export interface LoadGenerator {
  name: string;
  /** as many requests as the server takes */
  full: (target: Target, seconds: number) => Promise<Load>;
  /** about `perSecond` requests a second, spread over the time */
  paced: (target: Target, seconds: number, perSecond: number) => Promise<Load>;
}

const CONNECTIONS = 64;
const THREADS = 2;

/** With `apart` on cores of its own where it can be (`cores.ts`); the server must be put on its own, too. */
export function findLoadGenerator({ apart = false } = {}): LoadGenerator {
  if (spawnSync('wrk', ['-v'], { stdio: 'ignore' }).error) return autocannonWorkers;
  return apart && canKeepApart ? wrk('wrk on cores of its own', onOtherCores) : wrk('wrk', (...whole) => whole);
}

type On = (command: string, args: string[]) => [string, string[]];

const wrk = (name: string, on: On): LoadGenerator => ({
  name,
  full: (target, seconds) => runWrk(on, target, seconds, CONNECTIONS, []),
  async paced(target, seconds, perSecond) {
    // Each connection asks about every 10 ms, at random, so that requests do not come in step.
    const connections = Math.max(THREADS, Math.round(perSecond / 100));
    const folder = mkdtempSync(path.join(os.tmpdir(), 'imprimatur-wrk-'));
    const script = path.join(folder, 'pace.lua');
    writeFileSync(script, 'function delay() return math.random(0, 20) end\n');
    try {
      return await runWrk(on, target, seconds, connections, ['-s', script]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

async function runWrk(
  on: On,
  { url, headers }: Target,
  seconds: number,
  connections: number,
  more: string[],
): Promise<Load> {
  const args = ['--latency', `-t${THREADS}`, `-c${connections}`, `-d${seconds}s`, ...more];
  for (const [name, value] of Object.entries(headers)) args.push('-H', `${name}: ${value}`);
  const output = await outputOf(...on('wrk', [...args, url]));
  if (/Non-2xx|Socket errors: (?!connect 0, read 0, write 0, timeout 0)/.test(output)) throw new Error(output);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]),
    p99: inMs(/99%\s+(\S+)/.exec(output)?.[1]),
  };
}

/** `1.5ms`, `820us` or `1.2s` in milliseconds. */
function inMs(text = ''): number {
  const [, value, unit] = /^([\d.]+)(us|ms|s)$/.exec(text) ?? [];
  return Number(value) * (unit === 'us' ? 0.001 : unit === 's' ? 1000 : 1);
}

function outputOf(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ended with ${code}:\n${output}`));
    });
  });
}

const autocannonWorkers: LoadGenerator = {
  name: 'autocannon',
  full: (target, seconds) => runAutocannon(target, seconds, {}),
  paced: (target, seconds, perSecond) => runAutocannon(target, seconds, { overallRate: Math.round(perSecond) }),
};

async function runAutocannon({ url, headers }: Target, seconds: number, more: { overallRate?: number }): Promise<Load> {
  const options = { url, headers, connections: CONNECTIONS, workers: THREADS, duration: seconds, ...more };
  const result = await autocannon(options);
  if (result.errors > 0 || result['5xx'] > 0 || result['4xx'] > 0) throw new Error(`${url}: ${result.errors} errors`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}
