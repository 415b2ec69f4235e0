/** Which statements an SQLite installation runs, and how SQLite would find their rows. */
import type { InStatement } from '@libsql/client';
import type { Payload } from 'payload';
import type { SerialSqliteClient } from '../../database/sqlite-client.ts';

/** One line of EXPLAIN QUERY PLAN. */
export interface Step {
  /** 0 for a step of the statement itself, else of what stands in brackets */
  parent: number;
  detail: string;
}

export interface Statements {
  /** the statements since the last call, each once */
  taken: () => string[];
  plan: (sql: string) => Step[];
}

/** Listens to the client of a started installation, from now on. */
export function listen(payload: Payload): Statements {
  const { client } = payload.db as unknown as { client: SerialSqliteClient };
  const seen = new Set<string>();
  const { readRaw } = client;
  const stock = { ...client };
  hear(client, seen);
  Object.assign(client, {
    transaction: async (mode: 'write') => hear(await stock.transaction(mode), seen),
    readRaw(sql: string, ...args: (string | number)[]) {
      seen.add(sql);
      return readRaw(sql, ...args);
    },
  });
  return {
    taken() {
      const all = [...seen];
      seen.clear();
      return all;
    },
    // Columns of a plan: id, parent, unused, detail.
    plan: (sql) =>
      (readRaw(`EXPLAIN QUERY PLAN ${sql}`) as [number, number, number, string][]).map(([, parent, , detail]) => ({
        parent,
        detail,
      })),
  };
}

interface Runs {
  execute: (statement: InStatement, args?: never) => Promise<unknown>;
  batch: (statements: InStatement[]) => Promise<unknown>;
}

function hear<T extends Runs>(on: T, seen: Set<string>): T {
  const note = (statement: InStatement) => seen.add(typeof statement === 'string' ? statement : statement.sql);
  const execute = on.execute.bind(on);
  const batch = on.batch.bind(on);
  return Object.assign(on, {
    execute(statement: InStatement, args?: never) {
      note(statement);
      return execute(statement, args);
    },
    batch(statements: InStatement[]) {
      for (const statement of statements) note(statement);
      return batch(statements);
    },
  });
}
