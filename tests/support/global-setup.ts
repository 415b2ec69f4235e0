/**
 * Finds MongoDB for the run (DESIGN §8): the server that TEST_MONGODB_URL names; else a replica set of
 * mongodb-memory-server; else the MongoDB half is skipped, loudly.
 */
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
    console.warn(
      `\n!!! THE MONGODB HALF OF THE INTEGRATION TESTS IS SKIPPED\n!!! no TEST_MONGODB_URL, and no mongod: ${reason}\n`,
    );
    return () => Promise.resolve();
  }
}
