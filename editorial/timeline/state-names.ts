import { CodedError } from '../../model/errors.ts';

/**
 * A state of an entry by the name that it has in addresses: the draft as it is now, a release by its position in the
 * log, or what was saved at that moment or last before it. No name holds an id of the database.
 */
export type StateName = { kind: 'draft' } | { kind: 'release'; seq: number } | { kind: 'saved'; at: string };

const RELEASE = /^release-([1-9]\d{0,14})$/;
const SAVED = /^saved-(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/;

/** Throws `invalid-request` for what is no such name. */
export function parseStateName(text: string): StateName {
  if (text === 'draft') return { kind: 'draft' };
  const seq = RELEASE.exec(text)?.[1];
  if (seq !== undefined) return { kind: 'release', seq: Number(seq) };
  const at = SAVED.exec(text)?.[1];
  if (at !== undefined && !Number.isNaN(Date.parse(at))) return { kind: 'saved', at };
  throw new CodedError('invalid-request', 'Name a state: draft, release-12, or saved-2026-01-31T09:30:00.000Z.');
}

export const releaseName = (seq: number): string => `release-${seq}`;
export const savedName = (at: string): string => `saved-${at}`;
