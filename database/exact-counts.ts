import type { DatabaseAdapterObj, Where } from 'payload';

/** Holds for every document. */
const EVERY: Where = { id: { exists: true } };

/**
 * MongoDB's adapter answers a count without a condition by `estimatedDocumentCount`: it may be old (after a crash, on
 * shards, on compatible engines), and MongoDB refuses it inside a transaction, where "is there any account yet?" is
 * asked. With a condition it counts.
 */
export function withExactCounts(stock: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...stock,
    init(args) {
      const adapter = stock.init(args);
      const [count, countVersions, countGlobalVersions] = [
        adapter.count.bind(adapter),
        adapter.countVersions.bind(adapter),
        adapter.countGlobalVersions.bind(adapter),
      ];
      return Object.assign(adapter, {
        count: (asked) => count(conditioned(asked)),
        countVersions: (asked) => countVersions(conditioned(asked)),
        countGlobalVersions: (asked) => countGlobalVersions(conditioned(asked)),
      } satisfies Partial<typeof adapter>);
    },
  };
}

const conditioned = <Asked extends { where?: Where }>(asked: Asked): Asked =>
  Object.keys(asked.where ?? {}).length === 0 ? { ...asked, where: EVERY } : asked;
