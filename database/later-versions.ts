import type { BaseDatabaseAdapter, CreateVersion, CreateVersionArgs, DatabaseAdapterObj, JsonObject } from 'payload';

/**
 * An adapter that makes every version later than those the document has. Both databases take for the latest whichever
 * version says the latest time. On a machine whose clock is behind, or in the same millisecond, a save would leave two
 * of them, and the form would show the older text: what was saved last would seem lost.
 */
export function withLaterVersions(stock: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...stock,
    init(args) {
      const adapter = stock.init(args);
      const create: CreateVersion = adapter.createVersion.bind(adapter);
      const createVersion: CreateVersion = async (version) => create(await madeLater(adapter, version));
      return Object.assign(adapter, { createVersion });
    },
  };
}

async function madeLater<T extends JsonObject>(
  adapter: BaseDatabaseAdapter,
  version: CreateVersionArgs<T>,
): Promise<CreateVersionArgs<T>> {
  const { docs } = await adapter.findVersions({
    collection: version.collectionSlug,
    where: { parent: { equals: version.parent } },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    select: { updatedAt: true },
    ...(version.req ? { req: version.req } : {}),
  });
  const newest = timeOf(docs[0]?.updatedAt);
  if (timeOf(version.updatedAt) > newest) return version;
  const updatedAt = new Date(newest + 1).toISOString();
  return { ...version, updatedAt, versionData: { ...version.versionData, updatedAt } };
}

/** Milliseconds since the epoch; 0 of what is no time, as may stand in a database that somebody wrote to. */
export function timeOf(stored: unknown): number {
  const time = typeof stored === 'string' || stored instanceof Date ? new Date(stored).getTime() : 0;
  return Number.isNaN(time) ? 0 : time;
}
