import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { hasCode } from '../model/has-code.ts';

const FOLDER = 0o700;
const FILE = 0o600;

/**
 * Keeps everything under `dataDir` to the account that runs this process: database, keys, figures and mail. What this
 * process makes from now on is so too, wherever it makes it. For the start: blocks the thread.
 */
export function keepPrivate(dataDir: string): void {
  // A thread takes it over from its process.
  if (isMainThread) process.umask(0o077);
  mkdirSync(dataDir, { recursive: true, mode: FOLDER });
  close(dataDir);
}

function close(folder: string): void {
  chmodSync(folder, FOLDER);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) close(inside);
    // What a link points to is not ours.
    else if (entry.isFile()) closeFile(inside);
  }
}

function closeFile(file: string): void {
  try {
    chmodSync(file, FILE);
  } catch (error) {
    // Another process may have taken it away meanwhile.
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}
