import { Link } from '@payloadcms/ui';
import type { DefaultServerCellComponentProps } from 'payload';
import { COLLECTION_OF, type EntryType } from '../../model/entries/types.ts';
import { STATES, type State } from '../../model/lifecycle.ts';
import { reviewPath } from '../review/review-path.ts';
import { StateBadge } from './state-badge.tsx';

interface Row {
  id: number | string;
  type?: EntryType;
  entryId?: string;
  /** a document that it carries was changed, and its state may be of the text before */
  beingRefreshed?: boolean;
}

/** A state in a list, as a badge; of what waits for a clinician the way to its review. */
export function StateCell({ cellData, rowData, collectionSlug, payload }: DefaultServerCellComponentProps) {
  if (!isState(cellData)) return <>—</>;
  // The rows of the review queue stand for entries of all types.
  const { id, type, entryId, beingRefreshed } = rowData as Row;
  const badge = (
    <>
      <StateBadge state={cellData} />
      {beingRefreshed === true && <small> being refreshed</small>}
    </>
  );
  if (cellData !== 'in-review') return badge;
  const [collection, entry] = type && entryId ? [COLLECTION_OF[type], entryId] : [collectionSlug, id];
  return (
    <Link href={reviewPath(payload.config.routes.admin, collection, entry)} aria-label="In review: open the review">
      {badge}
    </Link>
  );
}

const isState = (value: unknown): value is State => STATES.some((state) => state === value);
