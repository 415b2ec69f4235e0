import type { DefaultServerCellComponentProps } from 'payload';
import { toAssignment } from '../../editorial/records/status-row.ts';

/** Who is asked to review an entry, in a list. */
export function AssignedCell({ cellData }: DefaultServerCellComponentProps) {
  const { author, reviewers } = toAssignment(cellData);
  if (reviewers.length > 0) return <>{reviewers.map(({ name }) => name).join(', ')}</>;
  return <>{author ? `${author.name} (author)` : '—'}</>;
}
