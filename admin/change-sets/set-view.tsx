import type { AdminViewServerProps } from 'payload';
import { DeskView, staffOf } from '../desk-view/desk-view.tsx';
import { SetReview } from './set-review.tsx';

/** /admin/change-sets/{uid}: all entries of a change set, for one review. */
export function ChangeSetView(props: AdminViewServerProps) {
  const { role } = staffOf(props);
  const { admin, api } = props.initPageResult.req.payload.config.routes;
  const uid = props.params?.segments?.[1] ?? '';
  return (
    <DeskView {...props}>
      <SetReview uid={uid} role={role} api={api} admin={admin} />
    </DeskView>
  );
}
