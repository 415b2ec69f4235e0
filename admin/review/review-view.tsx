import { Link, SetStepNav } from '@payloadcms/ui';
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import { readReview } from '../../editorial/verbs/take-verb.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { TYPE_OF, type EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { DeskView, staffOf } from '../desk-view/desk-view.tsx';
import { lookOf } from './look.ts';
import { readSetting } from './read-setting.ts';
import { ReviewScreen } from './review-screen.tsx';
import { KEYS_OFF, ticksKey, toTicks } from './ticks.ts';
import './review.css';

/** The screen on which a clinician looks at a revision and decides (docs/workflow.md). For staff who are logged in. */
export async function ReviewView(props: AdminViewServerProps) {
  const { id: account } = staffOf(props);
  const { initPageResult, params, searchParams } = props;
  const { req } = initPageResult;
  const { payload } = req;
  const { admin, api } = payload.config.routes;
  const [, collection = '', id = ''] = segmentsOf(params?.segments);
  const found = isCollection(collection) ? await find(req, collection, id) : null;
  if (!found)
    return (
      <DeskView {...props}>
        <Nothing admin={admin} />
      </DeskView>
    );
  const { sheet, title, entryId } = found;
  const label = payload.collections[collection as EntryCollection].config.labels.plural;
  const list = `${admin}/collections/${collection}`;
  return (
    <DeskView {...props}>
      <SetStepNav nav={[{ label: typeof label === 'string' ? label : collection, url: list }, { label: 'Review' }]} />
      <ReviewScreen
        collection={collection}
        id={entryId}
        title={title}
        sheet={sheet}
        ticks={toTicks(await readSetting(req, ticksKey(sheet.uid)))}
        keysOff={(await readSetting(req, KEYS_OFF)) === true}
        look={lookOf(searchParams ?? {})}
        chosen={chosenOf(searchParams?.change, sheet)}
        admin={admin}
        api={api}
        account={String(account)}
      />
    </DeskView>
  );
}

interface Found {
  sheet: ReviewSheet;
  title: string;
  entryId: string;
}

async function find(req: PayloadRequest, collection: EntryCollection, id: string): Promise<Found | null> {
  try {
    const sheet = await readReview(req, collection, id);
    const { docs } = await req.payload.find({
      collection: 'entry-status',
      where: { uid: { equals: sheet.uid } },
      limit: 1,
      depth: 0,
      pagination: false,
      select: { title: true, entryId: true },
      req,
      overrideAccess: false,
      user: req.user,
    });
    return { sheet, title: docs[0]?.title || 'Untitled', entryId: docs[0]?.entryId ?? id };
  } catch (error) {
    if (error instanceof CodedError && error.code === 'not-found') return null;
    throw error;
  }
}

const chosenOf = (given: unknown, { changes }: ReviewSheet): number | null =>
  changes.find(({ number }) => String(number) === given)?.number ?? null;

const segmentsOf = (segments: unknown): string[] => (Array.isArray(segments) ? segments.map(String) : []);
const isCollection = (name: string): name is EntryCollection => Object.hasOwn(TYPE_OF, name);

const Nothing = ({ admin }: { admin: string }) => (
  <div className="review-nothing">
    <h1>There is no such entry</h1>
    <p>It may have been deleted, or the address was cut off.</p>
    <p>
      <Link href={admin}>Go to the desk</Link>
    </p>
  </div>
);
