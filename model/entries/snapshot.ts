import { ENTRIES, fieldsOf, type EntryContent } from './entries.ts';
import { fillMissing } from './fill-missing.ts';
import { memberOf } from './leaves.ts';
import { lessonsChoosing } from './older-lessons.ts';
import { ENTRY_TYPES, SCHEMA } from './types.ts';

/** Why a stored snapshot cannot be shown. The row's address answers `integrity`; the rest of the log is served. */
export type SnapshotProblem = 'unknown-schema' | 'malformed-snapshot';
export type ParsedSnapshot =
  { content: EntryContent; problem: null } | { content: null; problem: SnapshotProblem; message: string };

/**
 * How a snapshot of one shape becomes one of the next: number `n` is read with `UPGRADES[n]`, then `n + 1`, up to
 * today's. Numbers of shapes that readers ever had stay in this list.
 */
const UPGRADES: Readonly<Record<number, (old: unknown) => unknown>> = {
  // Shapes 2 and 3 only have more fields than the one before them.
  1: (old) => withNewFields(old, 2),
  2: (old) => withNewFields(old, 3),
  // Shape 4 carries the words of a place beside its key.
  3: (old) => withNewFields(old, 4),
  // In shape 5 a lesson chooses what it shows of an entry; before, it showed the whole.
  4: (old) => withNewFields(old, 5),
};

/** The fields that there are today, empty where the old shape had none. */
function withNewFields(old: unknown, schema: number): unknown {
  const type = typeIn(old);
  if (!type) return old;
  const today = type === 'course' ? lessonsChoosing(old) : placesInWords(old);
  return { ...fillMissing(fieldsOf(type), today), schema };
}

/** Before shape 4 a place was its key alone: its hyphens become blanks. */
function placesInWords(old: unknown): Record<string, unknown> {
  const inWords = (place: unknown) =>
    typeof place === 'string' ? { slug: place, label: place.replaceAll('-', ' ') } : place;
  const fields = ['locations', 'possibleLocations'].flatMap((name) => {
    const places: unknown = memberOf(old, name);
    return Array.isArray(places) ? [[name, places.map(inWords)] as const] : [];
  });
  return { ...(typeof old === 'object' ? old : {}), ...Object.fromEntries(fields) };
}

/**
 * A stored snapshot as the content that rules and channels work with, whatever shape it was released in. Answers
 * problems as values. The revision hash is checked over what is stored, before this, not over what comes out.
 */
export function parseSnapshot(schema: number, json: unknown): ParsedSnapshot {
  let value = json;
  for (let number = schema; number !== SCHEMA; number += 1) {
    const upgrade = UPGRADES[number];
    if (!upgrade) return failed('unknown-schema', `Nothing here reads snapshots of shape ${schema}.`);
    value = upgrade(value);
  }
  const type = typeIn(value);
  if (!type) return failed('malformed-snapshot', 'The snapshot is of no known type.');
  const { data, error } = ENTRIES[type].shape.safeParse(value);
  if (data) return { content: data, problem: null };
  const [first] = error.issues;
  return failed('malformed-snapshot', `${first?.path.map(String).join('.') ?? ''}: ${first?.message ?? ''}`);
}

const typeIn = (snapshot: unknown) => ENTRY_TYPES.find((known) => known === memberOf(snapshot, 'type'));

const failed = (problem: SnapshotProblem, message: string): ParsedSnapshot => ({ content: null, problem, message });
