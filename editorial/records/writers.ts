import type { Acting } from '../../model/person.ts';

/** Somebody who wrote part of an entry, a source or a figure, with the first and the last time (RFC 3339). */
export interface Writer extends Acting {
  first: string;
  last: string;
}

/** A source or figure that a draft carries, and who wrote it. */
export interface Carried {
  /** collection/id */
  key: string;
  writers: readonly Writer[];
}

/** What stood in the draft when it was released last. */
export interface Base {
  at: string;
  /** keys of the sources and figures */
  carries: readonly string[];
}

/** Those of a stored list; nobody where there is none. */
export const toWriters = (stored: unknown): Writer[] => (Array.isArray(stored) ? (stored as Writer[]) : []);

/**
 * The list with these people. An account that was given a profile since stands there twice, as the account and as
 * the clinician: each may be met again through another account.
 */
export function withWriters(known: readonly Writer[], people: readonly Acting[], at: string): Writer[] {
  const isSame = (one: Acting, other: Acting) => one.actor === other.actor && one.person === other.person;
  const seen = known.map((one) => (people.some((other) => isSame(one, other)) ? { ...one, last: at } : one));
  const others = people.filter(
    (one, i) => !known.some((other) => isSame(one, other)) && people.findIndex((other) => isSame(one, other)) === i,
  );
  return [...seen, ...others.map(({ actor, person }) => ({ actor, person, first: at, last: at }))];
}

/**
 * Who wrote what a draft carries since its last release: of a source or figure that readers have in it, whoever
 * changed it since; of one that is new to it, whoever wrote any of it.
 */
export const carriedWriters = (carried: readonly Carried[], base: Base | null): Writer[] =>
  carried.flatMap(({ key, writers }) =>
    base?.carries.includes(key) ? writers.filter(({ last }) => last >= base.at) : writers,
  );

/** Who may have written part of a state of that time. */
export const writersUntil = (writers: readonly Writer[], at: string | null): Writer[] =>
  at === null ? [...writers] : writers.filter(({ first }) => first <= at);
