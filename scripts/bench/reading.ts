import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Answers } from './bare-server.ts';
import { onServerCore } from './cores.ts';
import type { LoadGenerator, Target } from './load.ts';
import { inTurns, median } from './rounds.ts';
import { valueOf, wireAnswer } from './wire-answer.ts';

/** One kind of answer, from our process and from bare node:http with the same bytes, in the same run. */
export interface Reading {
  path: string;
  /** of the body on the wire */
  bytes: number;
  perSecond: number;
  barePerSecond: number;
  /** median of the ratios of each pair of rounds */
  ratio: number;
  /** milliseconds, of requests at 80 % of `perSecond` */
  p99: number;
  bareP99: number;
}

// Many short rounds in pairs: the machine's own ups and downs, which last for seconds, then meet both of a pair.
const ROUNDS = 15;
const SECONDS = 1;
const PACED_ROUNDS = 5;

/** How fast one process answers each path, with a body and with 304, beside bare node:http. */
export async function measureReading(url: string, paths: string[], load: LoadGenerator): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const asked of paths) {
    const full = await wireAnswer(url + asked, { 'accept-encoding': 'br' });
    const etag = { 'accept-encoding': 'br', 'if-none-match': valueOf(full, 'etag') };
    readings.push(await measure(url + asked, { 'accept-encoding': 'br' }, load, asked));
    readings.push(await measure(url + asked, etag, load, `${asked} (304)`));
  }
  return readings;
}

async function measure(url: string, headers: Record<string, string>, load: LoadGenerator, name: string) {
  const answer = await wireAnswer(url, headers);
  const bare = await startBare({
    '/': { status: answer.status, headers: answer.headers, body: answer.body.toString('base64') },
  });
  try {
    const ours: Target = { url, headers };
    const theirs: Target = { url: bare.url, headers };
    // Both run their code for a while before it counts.
    await inTurns(1, { ours: () => load.full(ours, SECONDS), bare: () => load.full(theirs, SECONDS) });
    const full = await inTurns(ROUNDS, {
      ours: () => load.full(ours, SECONDS),
      bare: () => load.full(theirs, SECONDS),
    });
    const perSecond = median(full.ours.map((run) => run.perSecond));
    const barePerSecond = median(full.bare.map((run) => run.perSecond));
    const ratios = full.ours.map((run, i) => run.perSecond / (full.bare[i]?.perSecond ?? Number.NaN));
    const paced = await inTurns(PACED_ROUNDS, {
      ours: () => load.paced(ours, SECONDS, perSecond * 0.8),
      bare: () => load.paced(theirs, SECONDS, perSecond * 0.8),
    });
    return {
      path: name,
      bytes: answer.body.length,
      perSecond: Math.round(perSecond),
      barePerSecond: Math.round(barePerSecond),
      ratio: Math.round(median(ratios) * 100) / 100,
      p99: median(paced.ours.map((run) => run.p99)),
      bareP99: median(paced.bare.map((run) => run.p99)),
    };
  } finally {
    await bare.stop();
  }
}

async function startBare(answers: Answers): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'imprimatur-bare-'));
  const file = path.join(folder, 'answers.json');
  await writeFile(file, JSON.stringify(answers));
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=512', '--max-semi-space-size=16', '--import', 'tsx', 'scripts/bench/bare-server.ts', file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onServerCore(child.pid);
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
  );
  return {
    url: `http://127.0.0.1:${port.trim()}/`,
    stop: async () => {
      child.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
