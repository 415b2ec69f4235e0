import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from '../../model/if-there.ts';

const STAMP = '.next/imprimatur-build.txt';
/** What the build does not read. Everything else counts, so that a new folder cannot be forgotten. */
const NOT_BUILT = new Set([
  'node_modules',
  'tests',
  'content',
  'docs',
  'deploy',
  'scripts',
  'coverage',
  'dist',
  'test-results',
  'bench-results',
  'Dockerfile',
  'LICENSE',
  'docker-compose.yml',
  'eslint.config.mjs',
  'knip.json',
  'next-env.d.ts',
  'tsconfig.tsbuildinfo',
  'vitest.config.ts',
  'vitest.faults.config.ts',
]);

/** True when the build was made from the sources as they are now. */
export async function isBuilt(root: string): Promise<boolean> {
  const [stamp, current] = await Promise.all([ifThere(readFile(path.join(root, STAMP), 'utf8')), fingerprint(root)]);
  const build = await ifThere(readFile(path.join(root, '.next/BUILD_ID'), 'utf8'));
  return build !== null && stamp === current;
}

export const markBuilt = async (root: string): Promise<void> =>
  writeFile(path.join(root, STAMP), await fingerprint(root));

/** A hash over the contents of every source file: a checkout of the same commit needs no second build. */
async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of (await readdir(root)).filter(isSource).sort()) {
    for (const file of await filesBelow(path.join(root, source))) {
      hash
        .update(path.relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

const isSource = (name: string) =>
  !NOT_BUILT.has(name) && !name.startsWith('.') && !name.endsWith('.md') && !name.endsWith('.log');

async function filesBelow(start: string): Promise<string[]> {
  if (!(await stat(start)).isDirectory()) return [start];
  const entries = await readdir(start, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
