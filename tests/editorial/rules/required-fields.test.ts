/** What a description requires is required, whatever field there will be. */
import { describe, expect, it } from 'vitest';
import { requirements } from '../../../editorial/rules/requirements.ts';
import { ENTRIES } from '../../../model/entries/entries.ts';
import { memberOf, requiredOf } from '../../../model/entries/leaves.ts';
import { ENTRY_TYPES, type EntryType } from '../../../model/entries/types.ts';
import { toRevision } from '../../../model/revision.ts';
import { sampleOf } from '../../support/described.ts';
import { kindSurroundings } from '../../support/events.ts';

/** The content with nothing at a path. */
function without(content: object, path: string, kind: string): Record<string, unknown> {
  const copy = structuredClone(content) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce<unknown>((value, name) => memberOf(value, name), copy);
  const nothing = { text: ' ', prose: [], list: [] }[kind] ?? null;
  Reflect.set(holder as object, last, nothing);
  return copy;
}

const blocks = (type: EntryType, content: unknown) => {
  const read = ENTRIES[type].shape.parse(content);
  const issues = requirements(toRevision(read, []), kindSurroundings(read));
  return issues.filter(({ severity }) => severity === 'error');
};

describe('a required field', () => {
  const cases = ENTRY_TYPES.flatMap((type) =>
    requiredOf(sampleOf(type)).map(({ path, field }) => ({ type, path, field })),
  );

  it.each(cases)('of a $type that is empty blocks its release: $path', ({ type, path, field }) => {
    const said = blocks(type, without(sampleOf(type), path, field.kind)).filter((issue) =>
      `${path}.`.startsWith(`${issue.field}.`),
    );
    const codes = said.map(({ code }) => code);
    // What is said of it is said once; an address that is empty is no address either.
    if (typeof field.required === 'object') expect(codes).toEqual([field.required.code]);
    else expect(codes.length).toBeGreaterThan(0);
  });

  it.each(ENTRY_TYPES)('of every type is the title, the address and the day of the next review: %s', (type) => {
    const paths = cases.filter((each) => each.type === type).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['title', 'slug', 'reviewDue']));
    // The entries that a course carries name their sources.
    expect(paths.includes('sources')).toBe(type !== 'course');
  });
});
