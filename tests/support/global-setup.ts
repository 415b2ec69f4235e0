/**
 * Finds MongoDB for the run (docs/testing.md): the server that TEST_MONGODB_URL names; else a replica set of
 * mongodb-memory-server; else the MongoDB half is skipped, loudly.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUrl: string | null;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env.TEST_MONGODB_URL;
  if (named) {
    project.provide('mongodbUrl', named);
    return () => Promise.resolve();
  }
  try {
    const { MongoMemoryReplSet } = await import('mongodb-memory-server-core');
    const server = await MongoMemoryReplSet.create({ replSet: { count: 1 } });
    project.provide('mongodbUrl', server.getUri());
    return async () => {
      await server.stop();
    };
  } catch (error) {
    project.provide('mongodbUrl', null);
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const warning = `
!!! THE MONGODB HALF OF THE INTEGRATION TESTS IS SKIPPED: ${await filesOnBothDatabases()} test files run on SQLite alone.
!!! There is no TEST_MONGODB_URL, and no mongod can be had: ${reason}
`;
    console.warn(warning);
    // Once more at the end, beside the summary.
    return () => {
      console.warn(warning);
      return Promise.resolve();
    };
  }
}

async function filesOnBothDatabases(): Promise<number> {
  const files = (await readdir('tests', { recursive: true })).filter((file) => file.endsWith('.test.ts'));
  const texts = await Promise.all(files.map((file) => readFile(path.join('tests', file), 'utf8')));
  return texts.filter((text) => text.includes('each(DATABASES)')).length;
}
