import type { PayloadRequest } from 'payload';
import type { Origin } from '../../editorial/records/origin.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';

/** Where a request keeps it. No symbol: a context without a name in it is dropped when a hook calls Payload. */
const ORIGIN = 'imprimatur: where the text comes from';

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
  if (isDuplicating) Object.assign(req.context, { [ORIGIN]: { duplicateOf: duplicateFromID } });
  else if (operation === 'restoreVersion') Object.assign(req.context, { [ORIGIN]: { version: id ?? null } });
}

/** Where what is being saved comes from, told once. A restored version that nobody announced is of any time. */
export function takeOrigin({ context }: PayloadRequest): Origin | null {
  const { [ORIGIN]: origin, isRestoringVersion } = context as Kept;
  Object.assign(context, { [ORIGIN]: null });
  return origin ?? (isRestoringVersion === true ? { version: null } : null);
}
