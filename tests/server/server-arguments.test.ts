import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SERVER_ARGUMENTS } from '../../scripts/server-arguments.ts';

it('npm start, the demo and the benchmark run the server alike', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { start: string } };
  expect(scripts.start).toBe(['node', ...SERVER_ARGUMENTS].join(' '));
});

it('nothing is translated in the process that serves, nor in its thread', async () => {
  expect(SERVER_ARGUMENTS.at(-1)).toMatch(/\.mjs$/);
  expect(SERVER_ARGUMENTS).not.toContain('--import');
  const folder = '.next/imprimatur';
  const files = await readdir(folder);
  expect(files).toEqual(expect.arrayContaining(['server.mjs', 'thread.mjs']));
  for (const file of files) {
    const code = await readFile(path.join(folder, file), 'utf8');
    expect(code).not.toMatch(/(from|import|import\() ?"(tsx|[^"]*\.tsx?)\b/);
  }
});
