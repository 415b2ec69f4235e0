import config from '@payload-config';
import { getPayload, type Payload } from 'payload';
import { servicesOf } from '../editorial/records/services.ts';
import { env, type Env } from '../env.ts';
import type { Publishers } from '../publishers/index.ts';
import { vouchForKeys } from '../release-log/public-keys.ts';
import { createChannels } from './channels.ts';
import { offerMemory } from './memory-seat.ts';

/** What a process runs on: one Payload, one set of channels. */
export interface System {
  payload: Payload;
  env: Env;
  channels: Publishers;
}

const SEAT = Symbol.for('imprimatur.system');
const seat: typeof globalThis & { [SEAT]?: Promise<System> | undefined } = globalThis;

/** The system of this process, started once, whichever bundle asks. A failed start is tried again. */
export async function system(): Promise<System> {
  seat[SEAT] ??= start().catch((error: unknown) => {
    seat[SEAT] = undefined;
    throw error;
  });
  const started = await seat[SEAT];
  return started.env.nodeEnv === 'development' ? ofThisEdition(started) : started;
}

async function start(): Promise<System> {
  const payload = await getPayload({ config });
  const { signingKey } = servicesOf(payload);
  await vouchForKeys(payload, await signingKey());
  const channels = channelsOn(payload);
  offerMemory(channels.memory);
  // The log is followed before the first reader asks. Who asks meanwhile hears it too when it fails.
  channels.context.library().catch((error: unknown) => {
    payload.logger.error({ err: error, msg: 'the release log cannot be followed yet; the next reader tries again' });
  });
  return { payload, env: env(), channels };
}

const channelsOn = (payload: Payload) => createChannels({ payload, env: env(), now: servicesOf(payload).now });

let edition: Publishers | undefined;

/**
 * While developing, code is loaded anew under a running process. Payload stays; the channels are those of the
 * code that asks, so that a changed template, style or word is on the next page.
 */
function ofThisEdition(started: System): System {
  edition ??= channelsOn(started.payload);
  return { ...started, channels: edition };
}
