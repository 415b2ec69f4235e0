import { ENTRIES, fieldsOf, type EntryContent } from './entries.ts';
import { fillMissing } from './fill-missing.ts';
import { memberOf } from './leaves.ts';
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
  1: withMoreFields(2),
  2: withMoreFields(3),
};

/** The way to a shape that only has more fields than the one before it. */
function withMoreFields(schema: number) {
  return (old: unknown): unknown => {
    const type = typeIn(old);
    return type ? { ...fillMissing(fieldsOf(type), old), schema } : old;
  };
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

function typeIn(snapshot: unknown) {
  return ENTRY_TYPES.find((known) => known === memberOf(snapshot, 'type'));
}

const failed = (problem: SnapshotProblem, message: string): ParsedSnapshot => ({ content: null, problem, message });
