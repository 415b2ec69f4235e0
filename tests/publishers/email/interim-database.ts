import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import { BasePayload, buildConfig } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { inject } from 'vitest';
import { deliveries, deliveryContents } from '../../../collections/deliveries.ts';
import { enrolments } from '../../../collections/enrolments.ts';
import { releases } from '../../../collections/releases.ts';
import { subscribers } from '../../../collections/subscribers.ts';
import { suppressions } from '../../../collections/suppressions.ts';
import { users } from '../../../collections/users.ts';
import { clinicians } from '../../../collections/clinicians.ts';
import { databaseAdapter } from '../../../database/adapter.ts';
import { createSerialSqliteClient } from '../../../database/sqlite-client.ts';
import type { DatabaseName } from '../../support/database.ts';

export async function startSystem(database: DatabaseName) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'imprimatur-test-'));
  const file = path.join(dataDir, 'test.db');
  const url = new URL(inject('mongodbUrl') ?? 'mongodb://x');
  url.pathname = `/t${uuidv7().replaceAll('-', '')}`;
  const stock = sqliteAdapter({ client: { url: `file:${file}` }, push: true, transactionOptions: {} });
  const payload = await new BasePayload().init({
    config: buildConfig({
      secret: 'x'.repeat(40),
      telemetry: false,
      logger: { options: { level: 'silent' } },
      collections: [users, ...(JSON.stringify(users.fields).includes('clinicians') ? [{ ...clinicians, fields: [{ name: 'name', type: 'text' as const }] }] : []), releases, subscribers, enrolments, deliveries, deliveryContents, suppressions],
      db:
        database === 'MongoDB'
          ? databaseAdapter(url.toString())
          : { ...stock, init: (args) => Object.assign(stock.init(args), { client: createSerialSqliteClient(`file:${file}`) }) },
    }),
  });
  return {
    payload,
    async stop() {
      if (database === 'MongoDB') await (payload.db as unknown as { connection: { dropDatabase: () => Promise<void> } }).connection.dropDatabase();
      await payload.destroy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
