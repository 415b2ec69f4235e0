import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isBuilt, markBuilt } from '../../scripts/demo/build-stamp.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'imprimatur-build-'));
  for (const folder of ['.next', 'app', 'docs', 'tests']) await mkdir(path.join(root, folder));
  await writeFile(path.join(root, '.next/BUILD_ID'), 'one');
  await writeFile(path.join(root, 'app/page.ts'), 'export {};');
  await cp('package.json', path.join(root, 'package.json'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('a build is up to date until a source changes', async () => {
  expect(await isBuilt(root)).toBe(false);
  await markBuilt(root);
  expect(await isBuilt(root)).toBe(true);
  await writeFile(path.join(root, 'app/page.ts'), 'export const changed = true;');
  expect(await isBuilt(root)).toBe(false);
});

it('a file in a folder that nobody has listed counts as a source', async () => {
  await markBuilt(root);
  await mkdir(path.join(root, 'a-new-folder'));
  await writeFile(path.join(root, 'a-new-folder/rule.ts'), 'export {};');
  expect(await isBuilt(root)).toBe(false);
});

it('documents and tests need no second build', async () => {
  await markBuilt(root);
  await writeFile(path.join(root, 'docs/picture.svg'), '<svg/>');
  await writeFile(path.join(root, 'tests/a.test.ts'), 'export {};');
  await writeFile(path.join(root, 'README.md'), 'Read me');
  expect(await isBuilt(root)).toBe(true);
});
