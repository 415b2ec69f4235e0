import config from '@payload-config';
import { getPayload, type Payload } from 'payload';
import { servicesOf } from '../editorial/records/services.ts';
import { env, type Env } from '../env.ts';
import type { Publishers } from '../publishers/index.ts';
import { createChannels } from './channels.ts';

/** What a process runs on: one Payload, one set of channels. */
export interface System {
  payload: Payload;
  env: Env;
  channels: Publishers;
}

const KEY = Symbol.for('imprimatur.system');
const held = globalThis as unknown as { [KEY]?: Promise<System> | undefined };

/** The system of this process, started once, whichever bundle asks. A failed start is tried again. */
export function system(): Promise<System> {
  held[KEY] ??= start().catch((error: unknown) => {
    held[KEY] = undefined;
    throw error;
  });
  return held[KEY];
}

async function start(): Promise<System> {
  const payload = await getPayload({ config });
  return { payload, env: env(), channels: createChannels({ payload, env: env(), now: servicesOf(payload).now }) };
}
