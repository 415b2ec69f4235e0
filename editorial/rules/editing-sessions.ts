/** A save of an entry, as the audit trail has it. */
export interface Save {
  /** RFC 3339 */
  at: string;
  actor: string | null;
  actorName: string;
  /** the first save of a new entry */
  isFirst: boolean;
}

/** Saves of one person at one sitting, which a reader of the history wants as one line. */
export interface Session<S extends Save = Save> {
  /** newest first; at least one */
  saves: [S, ...S[]];
}

/** Who comes back after a longer break than this sits down anew. */
const BREAK_MINUTES = 30;

/**
 * Saves in sessions, both newest first: of one person, no break between them longer than half an hour, and nothing of
 * `between` (RFC 3339: submissions, releases …) amid them, so that what happened stands in its order.
 */
export function sessionsOf<S extends Save>(saves: readonly S[], between: readonly string[]): Session<S>[] {
  const sessions: Session<S>[] = [];
  for (const save of saves) {
    const last = sessions.at(-1);
    const later = last?.saves.at(-1);
    if (last && later && isOneSitting(save, later, between)) last.saves.push(save);
    else sessions.push({ saves: [save] });
  }
  return sessions;
}

function isOneSitting(earlier: Save, later: Save, between: readonly string[]): boolean {
  if (earlier.actor !== later.actor || earlier.actorName !== later.actorName) return false;
  const gap = Date.parse(later.at) - Date.parse(earlier.at);
  return gap <= BREAK_MINUTES * 60_000 && !between.some((at) => at > earlier.at && at <= later.at);
}
