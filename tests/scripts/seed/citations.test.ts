import { describe, expect, it } from 'vitest';
import { toData } from '../../../scripts/seed/entry-data.ts';
import type { EntryFile } from '../../../scripts/seed/content-schema.ts';
import { ENTRIES } from '../../../model/entries/entries.ts';

describe('a citation in a content file', () => {
  it('names its source by id once it is loaded, wherever it stands', () => {
    const file = {
      type: 'red-flag',
      slug: 'sign',
      title: 'Sign',
      urgency: 'same-day',
      action: 'Plain words.',
      call: { whom: 'own-team', say: 'Plain words.' },
    };
    const data: EntryFile = ENTRIES['red-flag'].file.parse({
      ...file,
      explanation: '- So it is [@short-name].',
      sources: ['short-name'],
    });
    const shared = (collection: string, name: string) => `${collection} ${name}`;
    const stored = toData(data, { entry: () => null, shared });
    expect(JSON.stringify(stored.explanation)).toContain('"source":"sources short-name"');
  });
});
