import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { LoadGenerator } from './load.ts';
import { inTurns, median } from './rounds.ts';
import { wireAnswer } from './wire-answer.ts';

/** One page through `deploy/nginx.conf`, beside the same nginx serving the same bytes as a file. */
export interface Proxied {
  path: string;
  perSecond: number;
  filePerSecond: number;
  ratio: number;
  /** milliseconds, under full load */
  p99: number;
  fileP99: number;
}

const ROUNDS = 5;
const SECONDS = 3;
const PORTS = { proxy: 3197, files: 3196 };
const HEADERS = { 'accept-encoding': 'br' };

export const hasNginx = (): boolean => !spawnSync('nginx', ['-v'], { stdio: 'ignore' }).error;

/** Starts nginx with the shipped configuration in front of these instances, in turn. */
export async function startProxy(
  urls: string[],
  ports = PORTS,
): Promise<{ url: string; folder: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'imprimatur-nginx-'));
  await mkdir(path.join(folder, 'files'));
  const file = path.join(folder, 'nginx.conf');
  await writeFile(file, await configuration(urls, folder, ports));
  const child = spawn('nginx', ['-c', file, '-p', folder, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const proxy = `http://127.0.0.1:${ports.proxy}`;
  for (let tries = 0; !(await fetch(`${proxy}/.proxy-health`).catch(() => null)); tries += 1) {
    if (tries > 100) throw new Error('nginx did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: proxy,
    folder,
    stop: async () => {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The shipped file with addresses and folders of this machine, and a second server that serves files. */
async function configuration(urls: string[], folder: string, ports: typeof PORTS): Promise<string> {
  const shipped = await readFile('deploy/nginx.conf', 'utf8');
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const files = `  server {
    listen 127.0.0.1:${ports.files};
    include ${folder}/file-headers.conf;
    root ${folder}/files;
  }
}
`;
  await writeFile(path.join(folder, 'file-headers.conf'), '');
  const instances = `  upstream instances {
${urls.map((url) => `    server ${new URL(url).host};`).join('\n')}
  }
`;
  const ours = shipped
    .replaceAll('/tmp/', `${folder}/`)
    .replace('listen 8080 default_server', `listen 127.0.0.1:${ports.proxy} default_server`)
    .replace('set $web http://web:3000', 'set $web http://instances')
    .replaceAll('error_log stderr', `error_log ${folder}/error.log`)
    .replace('access_log /dev/stdout short', `access_log ${folder}/access.log short`);
  return user + ours.replace(/\}\s*$/, instances + files);
}

export async function measureProxied(url: string, paths: string[], load: LoadGenerator): Promise<Proxied[]> {
  const proxied: Proxied[] = [];
  for (const asked of paths) {
    const proxy = await startProxy([url]);
    try {
      proxied.push(await measure(proxy, asked, load));
    } finally {
      await proxy.stop();
    }
  }
  return proxied;
}

async function measure({ url, folder }: { url: string; folder: string }, asked: string, load: LoadGenerator) {
  await serveAsFile(url + asked, folder);
  const runs = await inTurns(ROUNDS, {
    proxy: () => load.full({ url: url + asked, headers: HEADERS }, SECONDS),
    file: () => load.full({ url: `http://127.0.0.1:${PORTS.files}/page`, headers: HEADERS }, SECONDS),
  });
  const perSecond = median(runs.proxy.map((run) => run.perSecond));
  const filePerSecond = median(runs.file.map((run) => run.perSecond));
  return {
    path: asked,
    perSecond: Math.round(perSecond),
    filePerSecond: Math.round(filePerSecond),
    ratio: Math.round((perSecond / filePerSecond) * 100) / 100,
    p99: median(runs.proxy.map((run) => run.p99)),
    fileP99: median(runs.file.map((run) => run.p99)),
  };
}

/** The page's bytes as a file, with the page's headers. */
async function serveAsFile(url: string, folder: string): Promise<void> {
  const { headers, body } = await wireAnswer(url, HEADERS);
  await writeFile(path.join(folder, 'files/page'), body);
  const lines = headers.flatMap((name, i) =>
    i % 2 === 0 && !/^(content-length|content-type|etag|server|accept-ranges|last-modified)$/i.test(name)
      ? [`add_header ${name} "${(headers[i + 1] ?? '').replaceAll('"', '\\"')}";`]
      : [],
  );
  await writeFile(path.join(folder, 'file-headers.conf'), lines.join('\n'));
  spawnSync('nginx', ['-c', path.join(folder, 'nginx.conf'), '-p', folder, '-s', 'reload']);
  await new Promise((resolve) => setTimeout(resolve, 500));
}
