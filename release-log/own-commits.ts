import type { Payload } from 'payload';

type Hear = () => void;

/** Beside what the configuration of this Payload was given, as the library is: one for each process. */
const seatOf = ({ config }: Payload): { hearCommits?: Set<Hear> } => config.custom;

/**
 * Calls `hear` whenever a row that this process appended is committed: readers then need not wait until the next look
 * at the head of the log. What others commit is not told.
 */
export function onOwnCommit(payload: Payload, hear: Hear): void {
  (seatOf(payload).hearCommits ??= new Set()).add(hear);
}

export function tellOwnCommit(payload: Payload): void {
  for (const hear of seatOf(payload).hearCommits ?? []) hear();
}
