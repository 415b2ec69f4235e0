import { SetStepNav } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';
import { TYPE_OF, type EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { DeskView, staffOf } from '../desk-view/desk-view.tsx';
import { readDesk, type Shown } from './read-desk.ts';
import { TimelinePage } from './timeline-page.tsx';
import { timelinePath } from './timeline-path.ts';
import './timeline.css';

/** /admin/timeline/{collection}/{id}: what happened to an entry, who did it, and what readers had. */
export async function TimelineView(props: AdminViewServerProps) {
  staffOf(props);
  const { initPageResult, params, searchParams } = props;
  const { req } = initPageResult;
  const { admin, api } = req.payload.config.routes;
  const [, given = '', id = '', ...more] = (params?.segments ?? []) as string[];
  const collection = Object.keys(TYPE_OF).find((one): one is EntryCollection => one === given);
  const shown = collection && id !== '' && more.length === 0 ? await read(req, collection, id, searchParams) : null;
  return (
    <DeskView {...props}>
      <SetStepNav
        nav={[
          ...(shown && 'desk' in shown
            ? [{ label: shown.desk.timeline.title || 'Untitled', url: `/collections/${given}/${shown.desk.id}` }]
            : []),
          { label: 'Timeline' },
        ]}
      />
      <div className="timeline gutter--left gutter--right">
        {shown === null && <Nothing>There is no such entry.</Nothing>}
        {shown && 'refusal' in shown && (
          <Nothing>
            {shown.refusal} <a href={timelinePath(admin, { collection: given, id })}>The whole timeline</a>
          </Nothing>
        )}
        {shown && 'desk' in shown && <TimelinePage {...shown.desk} admin={admin} api={api} />}
      </div>
    </DeskView>
  );
}

const Nothing = ({ children }: { children: ReactNode }) => (
  <>
    <h1>Timeline</h1>
    <p>{children}</p>
  </>
);

type Read = { desk: Shown } | { refusal: string };

async function read(
  req: AdminViewServerProps['initPageResult']['req'],
  collection: EntryCollection,
  id: string,
  asked: AdminViewServerProps['searchParams'],
): Promise<Read> {
  try {
    return { desk: await readDesk(req, collection, id, asked ?? {}) };
  } catch (error) {
    if (error instanceof CodedError) return { refusal: error.message };
    throw error;
  }
}
