/** Another process that writes: saves one draft some three times a second, through Payload, until it is ended. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { getPayload } from 'payload';
import { createConfig } from '../../create-config.ts';
import { env } from '../../env.ts';

const REST_MS = 300;
const payload = await getPayload({ config: createConfig(env()), key: randomUUID() });
const { docs } = await payload.find({ collection: 'guides', limit: 1, depth: 0, draft: true });
const [guide] = docs;
if (!guide) throw new Error('seed the library first');
for (let i = 0; ; i += 1) {
  await payload.update({ collection: 'guides', id: guide.id, draft: true, data: { summary: `Words number ${i}.` } });
  await pause(REST_MS);
}
