import { chmodSync, mkdtempSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { keepPrivate } from '../../runtime/private-files.ts';
import { startSystem } from '../support/database.ts';
import { aCauseDraft, releaseEntry } from '../support/entries.ts';
import { createStaff } from '../support/people.ts';

const modesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const stats = statSync(path.join(folder, name));
    return `${stats.isDirectory() ? 'folder' : 'file'} ${(stats.mode & 0o777).toString(8)}`;
  });

it('nobody else on the machine reads what a system writes, keys and database included', async () => {
  const system = await startSystem('SQLite');
  const staff = await createStaff(system.payload);
  await releaseEntry(system.payload, staff, 'causes', (await aCauseDraft(system.payload, staff)).id);
  const modes = modesUnder(system.env.dataDir);
  expect(modes.length).toBeGreaterThan(2);
  expect(new Set(modes)).toEqual(new Set(['folder 700', 'file 600']));
  expect(statSync(system.env.dataDir).mode & 0o777).toBe(0o700);
  await system.stop();
});

it('closes what was open before, and leaves alone what a link points to', () => {
  const outside = mkdtempSync(path.join(tmpdir(), 'imprimatur-outside-'));
  const dataDir = mkdtempSync(path.join(tmpdir(), 'imprimatur-open-'));
  writeFileSync(path.join(outside, 'theirs'), '');
  chmodSync(path.join(outside, 'theirs'), 0o644);
  mkdirSync(path.join(dataDir, 'keys'));
  writeFileSync(path.join(dataDir, 'keys', 'key.pem'), '');
  for (const [name, mode] of [
    ['keys/key.pem', 0o644],
    ['keys', 0o755],
    ['', 0o755],
  ] as const)
    chmodSync(path.join(dataDir, name), mode);
  keepPrivate(dataDir);
  expect(modesUnder(dataDir).toSorted()).toEqual(['file 600', 'folder 700']);
  symlinkSync(path.join(outside, 'theirs'), path.join(dataDir, 'link'));
  keepPrivate(dataDir);
  expect(statSync(path.join(outside, 'theirs')).mode & 0o777).toBe(0o644);
  for (const folder of [outside, dataDir]) rmSync(folder, { recursive: true });
});
