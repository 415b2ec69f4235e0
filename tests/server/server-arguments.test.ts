import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { SERVER_ARGUMENTS } from '../../scripts/server-arguments.ts';

it('npm start, the demo and the benchmark run the server alike', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { start: string } };
  expect(scripts.start).toBe(['node', ...SERVER_ARGUMENTS].join(' '));
});
