import { Link } from '@payloadcms/ui';
import type { DefaultServerCellComponentProps } from 'payload';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import type { EntryStatus } from '../../payload-types.ts';

/** Leads from a row of the review queue to the entry itself. */
export function EntryLinkCell({ rowData, payload }: DefaultServerCellComponentProps) {
  const { type, entryId, title } = rowData as EntryStatus;
  const admin = payload.config.routes.admin;
  return <Link href={`${admin}/collections/${COLLECTION_OF[type]}/${entryId}`}>{title || 'Untitled'}</Link>;
}
