import { traverseFields } from 'payload';
import { expect, it } from 'vitest';
import { createConfig } from '../../create-config.ts';
import { parseEnv } from '../../env.ts';

it('no field of the admin loads an editor from a public host', async () => {
  const { collections } = await createConfig(parseEnv({ NODE_ENV: 'test', DEMO: '1', LOG_LEVEL: 'silent' }));
  const shown: string[] = [];
  const loading: string[] = [];
  for (const { slug, fields, admin } of collections) {
    // Payload's own, of which the admin has no form.
    if (admin.hidden === true) continue;
    traverseFields({
      fields,
      callback: ({ field }) => {
        // The two kinds that Payload shows in Monaco.
        if (field.type !== 'json' && field.type !== 'code') return;
        const { Field } = { Field: undefined as unknown, ...field.admin?.components };
        (Field === undefined ? loading : shown).push(`${slug}.${field.name}`);
      },
    });
  }
  expect(loading).toEqual([]);
  expect(shown).toContain('releases.snapshot');
});
