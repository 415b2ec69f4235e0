import type { DatabaseAdapterObj } from 'payload';
import type { ManyRows, ManyRowsArgs, RowChange } from '../model/many-rows.ts';
import { isMongo, readFromMongo, writeToMongo } from './many-rows-mongodb.ts';
import { isSqlite, readFromSqlite, writeToSqlite } from './many-rows-sqlite.ts';

/** An adapter that also writes many rows at once (`model/many-rows.ts`): Payload's own asks twice for each. */
export function withManyRows(stock: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...stock,
    init(args) {
      const adapter = stock.init(args);
      const many: ManyRows = {
        async createAndUpdate(asked) {
          const changes = asked.changes ?? [];
          if (new Set(changes.map(({ uid }) => uid)).size < changes.length)
            throw new TypeError('two changes of one row: which of them was made could not be told');
          const work = { ...asked, changes: inOneOrder(changes) };
          if (isSqlite(adapter)) return writeToSqlite(adapter, work);
          if (isMongo(adapter)) return writeToMongo(adapter, work);
          throw new TypeError('this database is not known');
        },
        async findRows(asked) {
          if (Object.values(asked.where).some((value) => Array.isArray(value) && value.length === 0)) return [];
          if (isSqlite(adapter)) return readFromSqlite(adapter, asked);
          if (isMongo(adapter)) return readFromMongo(adapter, asked);
          throw new TypeError('this database is not known');
        },
      };
      return Object.assign(adapter, many);
    },
  };
}

/** All writers take rows in one order, or two could wait for each other. */
const inOneOrder = (changes: RowChange[]): Required<ManyRowsArgs>['changes'] =>
  changes.toSorted((a, b) => (a.uid < b.uid ? -1 : 1));
