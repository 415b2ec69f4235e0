import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';

/** What no server needs, or writes. Everything else is copied, so that a new file is. */
const LEFT_OUT = [
  '.ci',
  '.data',
  '.git',
  '.github',
  '.next',
  'bench-results',
  'content',
  'deploy',
  'docs',
  'node_modules',
  'test-results',
  'tests',
];

/** The development server on a copy of the sources, whose files may be changed. */
describe('npm run dev', () => {
  let folder: string;
  let url: string;
  let server: ChildProcess;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-dev-'));
    const sources = (await readdir('.')).filter((name) => !LEFT_OUT.includes(name));
    execFileSync('cp', ['-a', ...sources, folder]);
    // Links to the same files where the file system can: a copy takes a minute.
    const modules = path.join(folder, 'node_modules');
    try {
      execFileSync('cp', ['-al', 'node_modules', modules], { stdio: 'ignore' });
    } catch {
      execFileSync('cp', ['-a', 'node_modules', folder]);
    }
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    server = spawn(process.execPath, ['--import', 'tsx', 'scripts/dev.ts'], {
      cwd: folder,
      stdio: 'ignore',
      env: {
        NODE_ENV: 'development',
        PATH: process.env.PATH,
        PORT: String(port),
        SITE_URL: url,
        DATA_DIR: path.join(folder, '.data'),
      },
    });
    for (const deadline = Date.now() + 150_000; Date.now() < deadline && server.exitCode === null;) {
      if (await fetch(url).catch(() => null)) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error('the development server did not start');
  });
  afterAll(async () => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['template', 'publishers/site/pages/home.tsx', 'Health information you can trace', 'A heading of another day'],
    ['style', 'publishers/html/styles/frame.ts', '.brand{', '.brand{outline-offset:9px;'],
    ['word', 'publishers/wording/site-name.ts', "'Imprimatur'", "'Name of another day'"],
  ])('shows a changed %s on the next request', async (_, file, before, after) => {
    const source = await readFile(path.join(folder, file), 'utf8');
    expect(source).toContain(before);
    const shown = after.replaceAll("'", '');
    expect(await (await fetch(url)).text()).not.toContain(shown);
    // As editors save: another file in its place, so that the original keeps its words where both are one file.
    await rm(path.join(folder, file));
    await writeFile(path.join(folder, file), source.replace(before, after));
    // The watcher needs a moment to hear of it.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await (await fetch(url)).text()).toContain(shown);
  });
});
