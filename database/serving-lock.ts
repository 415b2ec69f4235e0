import Database from 'libsql';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const SEAT = Symbol.for('imprimatur.serving-lock');
const seat: typeof globalThis & { [SEAT]?: Map<string, Database.Database> } = globalThis;

/**
 * Makes this process the only one that serves from an SQLite file, until it ends, however it ends: the lock is one
 * that the operating system keeps on a file beside it. False when another process holds it. Scripts that read or write
 * the database beside the server do not ask. A database of another kind has any number of servers: always true.
 */
export function takeServingLock(databaseUrl: string): boolean {
  if (!databaseUrl.startsWith('file:')) return true;
  const file = `${path.resolve(databaseUrl.replace(/^file:/, ''))}-serving`;
  const held = (seat[SEAT] ??= new Map<string, Database.Database>());
  if (held.has(file)) return true;
  mkdirSync(path.dirname(file), { recursive: true });
  const lock = new Database(file);
  try {
    lock.exec('PRAGMA busy_timeout = 0');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (isBusy(error)) return false;
    throw error;
  }
  held.set(file, lock);
  return true;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && /SQLITE_BUSY|database is locked/i.test(String(error));
