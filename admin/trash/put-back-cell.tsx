import type { DefaultServerCellComponentProps } from 'payload';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import type { DeletedDraft } from '../../payload-types.ts';
import { PutBack } from './put-back.tsx';

/** The button on a row of the trash. */
export function PutBackCell({ rowData }: DefaultServerCellComponentProps) {
  const { id, title, type } = rowData as DeletedDraft;
  return <PutBack id={id} title={title ?? ''} collection={COLLECTION_OF[type]} />;
}
