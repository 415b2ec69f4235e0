import { describe, expect, it } from 'vitest';
import { parseSnapshot } from '../../../model/entries/snapshot.ts';
import { ENTRY_TYPES, SCHEMA } from '../../../model/entries/types.ts';
import { revisionHash } from '../../../model/revision.ts';
import { sampleOf } from '../../support/described.ts';
import { aCause } from '../../support/releases.ts';

const OLD = { schema: 1, uid: 'u', slug: 'old', title: 'Old words.', sources: [{ title: 'Old words.' }] };
const stored = (content: unknown): unknown => JSON.parse(JSON.stringify(content));

describe('a stored snapshot', () => {
  it.each(ENTRY_TYPES)('of a %s is read back as it was released', (type) => {
    const { content, problem } = parseSnapshot(SCHEMA, stored(sampleOf(type)));
    expect(problem).toBeNull();
    expect(content).toEqual(sampleOf(type));
    expect(revisionHash(content)).toBe(revisionHash(sampleOf(type)));
  });

  it.each(ENTRY_TYPES.flatMap((type) => [1, 2].map((shape) => ({ type, shape }))))(
    'of a $type of shape $shape, from before some of its fields existed, is read with these empty',
    ({ type, shape }) => {
      const { content, problem } = parseSnapshot(shape, { ...OLD, schema: shape, type });
      expect(problem).toBeNull();
      expect(content).toMatchObject({ ...OLD, schema: SCHEMA, type, reviewDue: null, terms: [] });
      expect(parseSnapshot(shape, { ...OLD, schema: shape, type, extra: 1 }).problem).toBe('malformed-snapshot');
    },
  );

  it.each([1, 2, 3])('of shape %s, which names a place by its key alone, says the key in words', (schema) => {
    const old = { ...OLD, schema, type: 'cause', locations: ['front-thigh'], possibleLocations: [] };
    expect(parseSnapshot(schema, old).content).toMatchObject({
      locations: [{ slug: 'front-thigh', label: 'front thigh' }],
      possibleLocations: [],
      schema: SCHEMA,
    });
  });

  it.each([0, SCHEMA + 1, 99, -1, 1.5, Number.NaN])('of the unknown shape %s is a problem, not a crash', (schema) => {
    expect(parseSnapshot(schema, stored(aCause()))).toMatchObject({ content: null, problem: 'unknown-schema' });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'cause'],
    ['no type', {}],
    ['an unknown type', { ...aCause(), type: 'article' }],
    ['a missing field', { ...aCause(), summary: undefined }],
    ['a field that no description has', { ...aCause(), extra: 1 }],
    ['a value of another kind', { ...aCause(), worse: 'long standing' }],
    ['an unknown block', { ...aCause(), sections: [{ kind: 'anatomy', body: [{ kind: 'table' }], figures: [] }] }],
    ['another number inside', { ...aCause(), schema: 99 }],
  ])('that holds %s is malformed', (_what, json) => {
    expect(parseSnapshot(SCHEMA, json)).toMatchObject({ content: null, problem: 'malformed-snapshot' });
  });
});
