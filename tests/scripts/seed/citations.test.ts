import { describe, expect, it } from 'vitest';
import { toData } from '../../../scripts/seed/entry-data.ts';
import type { EntryFile } from '../../../scripts/seed/content-schema.ts';
import { ENTRIES } from '../../../model/entries/entries.ts';

describe('a citation in a content file', () => {
  it('names its source by id once it is loaded, wherever it stands', () => {
    const cite = { type: 'inlineBlock', fields: { blockType: 'citation', source: 'short-name' } };
    const text = { root: { children: [{ type: 'paragraph', children: [cite] }] } };
    const file = {
      type: 'red-flag',
      slug: 'sign',
      title: 'Sign',
      urgency: 'same-day',
      action: 'Plain words.',
      call: { whom: 'own-team', say: 'Plain words.' },
    };
    const data: EntryFile = ENTRIES['red-flag'].file.parse({ ...file, explanation: 'x', sources: ['short-name'] });
    const shared = (collection: string, name: string) => `${collection} ${name}`;
    const stored = toData(data, { entry: () => null, shared }, () => text as never);
    expect(JSON.stringify(stored.explanation)).toContain('"source":"sources short-name"');
  });
});
