import { Link } from '@payloadcms/ui';
import type { DefaultServerCellComponentProps } from 'payload';
import type { ChangeSet } from '../../payload-types.ts';

/** Leads from the list of change sets to the review of one. */
export function SetLinkCell({ rowData, payload }: DefaultServerCellComponentProps) {
  const { uid, name } = rowData as ChangeSet;
  return <Link href={`${payload.config.routes.admin}/change-sets/${uid}`}>{name}</Link>;
}
