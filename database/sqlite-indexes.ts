import type { SanitizedCollectionConfig } from 'payload';
import { listSorts } from './list-indexes.ts';

/** A table as Payload describes it before it makes the schema: columns by field, indexes over those. */
interface RawTable {
  columns: Record<string, { name: string }>;
  indexes?: Record<string, { name: string; on: string | string[]; unique?: boolean }>;
}

/**
 * Adds the indexes that Payload leaves out: values of lists are looked up by their owner (its own index begins with
 * their order, and each save reads the whole table), and lists are read in the order that was asked for. With 5,000
 * entries a list took 13 s without them.
 */
export function addListIndexes(tables: Record<string, RawTable>, collections: SanitizedCollectionConfig[]): void {
  for (const [name, table] of Object.entries(tables)) {
    if (!/_(texts|numbers)$/.test(name)) continue;
    delete table.indexes?.orderParentIdx;
    addIndex(name, table, ['parent', 'order']);
  }
  for (const collection of collections) {
    const name = collection.slug.replaceAll('-', '_');
    // Without an order of its own a list of drafts begins with the version that was made last.
    addIndex(`_${name}_v`, tables[`_${name}_v`], ['latest', 'createdAt']);
    for (const { field, ofDrafts } of listSorts(collection)) {
      // The id is the table's own key.
      if (field !== 'id') addIndex(name, tables[name], [field]);
      if (!ofDrafts) continue;
      const column = field === 'id' ? 'parent' : `version_${field}`;
      addIndex(`_${name}_v`, tables[`_${name}_v`], ['latest', column, 'createdAt']);
    }
  }
}

/**
 * Nothing where a column is not stored, or where an index begins like that already. An index over the first column
 * alone goes: the new one serves what it served, and SQLite might choose it and sort.
 */
function addIndex(tableName: string, table: RawTable | undefined, on: string[]): void {
  if (!table) return;
  const columns = on.flatMap((field) => table.columns[field]?.name ?? []);
  if (columns.length < on.length) return;
  const indexes = Object.entries(table.indexes ?? {});
  const begins = (index: { on: string | string[] }) => [index.on].flat().slice(0, on.length).join() === on.join();
  if (indexes.some(([, index]) => begins(index))) return;
  const name = `${tableName}_by_${columns.join('_')}_idx`;
  const others = indexes.filter(([, index]) => index.unique === true || [index.on].flat().join() !== on[0]);
  table.indexes = { ...Object.fromEntries(others), [name]: { name, on } };
}
