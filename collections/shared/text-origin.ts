import type { PayloadRequest } from 'payload';
import { announceOrigin, ORIGIN, type Origin } from '../../editorial/records/origin.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';

interface Kept {
  [ORIGIN]?: Origin | null;
  isRestoringVersion?: unknown;
}

/** An operation of Payload, whatever it is called. */
interface Asked {
  operation: string;
  args: unknown;
  req: PayloadRequest;
}

/** Before an operation that duplicates or restores: its words may be somebody else's. */
export function keepOrigin({ operation, args, req }: Asked): void {
  const { duplicateFromID, id } = args as { duplicateFromID?: DocumentId | null; id?: DocumentId };
  const isDuplicating = duplicateFromID !== undefined && duplicateFromID !== null;
  if (isDuplicating) announceOrigin(req, { duplicateOf: duplicateFromID });
  else if (operation === 'restoreVersion') announceOrigin(req, { version: id ?? null });
}

/** Where what is being saved comes from, told once. A restored version that nobody announced is of any time. */
export function takeOrigin({ context }: PayloadRequest): Origin | null {
  const { [ORIGIN]: origin, isRestoringVersion } = context as Kept;
  Object.assign(context, { [ORIGIN]: null });
  return origin ?? (isRestoringVersion === true ? { version: null } : null);
}
