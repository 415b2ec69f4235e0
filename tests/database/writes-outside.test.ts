import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';

const DIST = path.dirname(createRequire(import.meta.url).resolve('payload'));

/**
 * Files of Payload that write past the transaction of the request, which on SQLite waits for itself when one is open,
 * and why none of them does that here. After an upgrade each new one is to be read.
 */
const KNOWN: Record<string, string> = {
  'auth/operations/forgotPassword.js': 'runs without a transaction (collections/shared/password-reset.ts)',
  'auth/strategies/local/incrementLoginAttempts.js': 'called before login opens its transaction',
  'versions/saveSnapshot.js': 'only where text is in several languages',
  'utilities/checkDocumentLockStatus.js': 'only on MongoDB, where a write waits for no other',
};

/** Not ours: commands, the jobs queue, scheduled publishing and folders, none of which this system has. */
const UNUSED = /^(bin|database[/]migrations|queues|versions[/]schedule|folders)[/]/;

it('Payload writes past a request’s transaction only where we have looked', () => {
  const found = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !UNUSED.test(file))
    .filter((file) => writesPast(readFileSync(path.join(DIST, file), 'utf8')));
  expect(found.toSorted()).toEqual(Object.keys(KNOWN).toSorted());
});

const WRITE = /\bdb\.(?:create|update|upsert|delete)\w*\(\{/g;

function writesPast(code: string): boolean {
  if (/\w+Req\.transactionID = undefined/.test(code)) return true;
  return [...code.matchAll(WRITE)].some(({ index }) => {
    const call = code.slice(index, endOf(code, code.indexOf('{', index)));
    return !/\breq\b/.test(call) || call.includes('mongoose');
  });
}

function endOf(code: string, open: number): number {
  let depth = 0;
  for (let i = open; i < code.length; i += 1) {
    if (code[i] === '{') depth += 1;
    if (code[i] === '}') depth -= 1;
    if (depth === 0) return i;
  }
  return code.length;
}
