import { CodedError } from '../../model/errors.ts';

/** Where a page of a timeline begins: below these places in the two chains that it is made of. */
export interface Cursor {
  /** in the review history */
  events: number;
  /** in the audit trail */
  saves: number;
}

const SHAPE = /^(\d{1,15})\.(\d{1,15})$/;

/** Throws `invalid-request`. */
export function parseCursor(text: string): Cursor {
  const [, events, saves] = SHAPE.exec(text) ?? [];
  if (events === undefined || saves === undefined)
    throw new CodedError('invalid-request', 'No timeline has a page there.');
  return { events: Number(events), saves: Number(saves) };
}

interface Placed {
  at: string;
  position: number;
}

/**
 * What of two chains, each read newest first up to one line more than its limit, belongs on one page: no line that is
 * older than one which the other chain may still have. Each chain is numbered in the order of time, so a page begins
 * where the one before it ended, whatever is written meanwhile.
 */
export function linesAbove<E extends Placed, S extends Placed>(
  { events, saves }: { events: readonly E[]; saves: readonly S[] },
  limits: { events: number; saves: number },
): { events: E[]; saves: S[]; next: string | null } {
  const ends = [edge(events, limits.events), edge(saves, limits.saves)].flatMap((end) => end ?? []);
  // The chain that was cut later ends the page.
  const end = ends.sort().at(-1);
  const isOn = ({ at }: Placed) => end === undefined || at >= end;
  const [onEvents, onSaves] = [events.slice(0, limits.events).filter(isOn), saves.slice(0, limits.saves).filter(isOn)];
  if (end === undefined) return { events: onEvents, saves: onSaves, next: null };
  return { events: onEvents, saves: onSaves, next: `${below(onEvents, events)}.${below(onSaves, saves)}` };
}

/** Time of the last line within the limit, where there are more. */
const edge = (lines: readonly Placed[], limit: number): string | null =>
  lines.length > limit ? (lines[limit - 1]?.at ?? null) : null;

/** The place that the next page goes on below: of a chain with nothing on this page, where it stands. */
const below = (shown: readonly Placed[], all: readonly Placed[]): number =>
  shown.at(-1)?.position ?? (all[0] === undefined ? 0 : all[0].position + 1);
