/** No text may carry what stops a mail or turns the words of a page around, whatever field there will be. */
import { describe, expect, it } from 'vitest';
import { requirements } from '../../../editorial/rules/requirements.ts';
import { ENTRIES } from '../../../model/entries/entries.ts';
import { leavesOf, memberOf } from '../../../model/entries/leaves.ts';
import { ENTRY_TYPES, type EntryType } from '../../../model/entries/types.ts';
import { toRevision } from '../../../model/revision.ts';
import { sampleOf } from '../../support/described.ts';
import { kindSurroundings } from '../../support/events.ts';

/** The content with other words at a path; of rich text its first words. */
function saying(type: EntryType, path: string, words: string) {
  const copy = structuredClone(sampleOf(type));
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce<unknown>((value, name) => memberOf(value, name), copy) as Record<string, unknown>;
  holder[last] = replaced(holder[last], words);
  return ENTRIES[type].shape.parse(copy);
}

function replaced(value: unknown, words: string): unknown {
  if (typeof value === 'string' || value === null) return words;
  return JSON.parse(JSON.stringify(value).replace(/"text":"[^"]*"/, `"text":${JSON.stringify(words)}`));
}

const refusedIn = (content: ReturnType<typeof saying>) =>
  requirements(toRevision(content, []), kindSurroundings(content))
    .filter(({ code, severity }) => code === 'control-character' && severity === 'error')
    .map(({ field }) => field);

const cases = ENTRY_TYPES.flatMap((type) =>
  leavesOf(sampleOf(type))
    .filter(({ field }) => field.kind === 'text' || field.kind === 'prose')
    .map(({ path, field }) => ({ type, path, lines: field.kind === 'prose' || (field.kind === 'text' && field.long) })),
);

describe('a control character', () => {
  it('is in no text that is right', () => {
    for (const type of ENTRY_TYPES) expect(refusedIn(ENTRIES[type].shape.parse(sampleOf(type)))).toEqual([]);
    expect(cases.length).toBeGreaterThan(100);
  });

  it.each(cases)('blocks a $type whatever text it is in: $path', ({ type, path, lines }) => {
    expect(refusedIn(saying(type, path, 'Words\u0007 and more.'))).toEqual([path]);
    expect(refusedIn(saying(type, path, 'Words \u202Eand more.'))).toEqual([path]);
    expect(refusedIn(saying(type, path, 'Words\nand more.'))).toEqual(lines ? [] : [path]);
  });
});
