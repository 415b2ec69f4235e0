import type { AdminViewServerProps } from 'payload';
import { DeskView, staffOf } from '../desk-view/desk-view.tsx';
import { ImpactPage } from './impact-page.tsx';

/** /admin/impact/{collection}/{id}: what a change of a shared document touches, and one change set for all of it. */
export function ImpactView(props: AdminViewServerProps) {
  const { role } = staffOf(props);
  const { admin, api } = props.initPageResult.req.payload.config.routes;
  const [, collection = '', id = ''] = props.params?.segments ?? [];
  return (
    <DeskView {...props}>
      <ImpactPage collection={collection} id={id} role={role} api={api} admin={admin} />
    </DeskView>
  );
}
