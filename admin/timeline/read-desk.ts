import type { PayloadRequest } from 'payload';
import { findDraft } from '../../editorial/records/dossier.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { compareAsk, dayAsk, timelineAsk } from '../../editorial/timeline/ask.ts';
import { compareStates, type Comparison } from '../../editorial/timeline/compare.ts';
import { readTimeline, type Timeline, type TimelineAsk } from '../../editorial/timeline/read-timeline.ts';
import { readersHad, type ReadersHad } from '../../editorial/timeline/readers-had.ts';
import type { EntryCollection } from '../../model/entries/types.ts';

/** All that the page of a timeline shows. */
export interface Shown {
  collection: EntryCollection;
  id: DocumentId;
  slug: string;
  timeline: Timeline;
  comparison: Comparison | null;
  had: { day: string; had: ReadersHad[]; unverified: number[] } | null;
  asked: TimelineAsk;
  /** the query of the address, as far as it is one */
  query: Readonly<Record<string, string | undefined>>;
  mayStart: boolean;
}

const NAMES = ['kind', 'from', 'until', 'a', 'b', 'on'] as const;

/** Throws CodedError for an entry or a state that is not there, and for a question that is none. */
export async function readDesk(
  req: PayloadRequest,
  collection: EntryCollection,
  id: string,
  given: Readonly<Record<string, unknown>>,
): Promise<Shown> {
  const query = Object.fromEntries(
    NAMES.map((name) => [name, typeof given[name] === 'string' && given[name] !== '' ? given[name] : undefined]),
  );
  const asked = timelineAsk(query);
  const draft = await findDraft(req, collection, id);
  const timeline = await readTimeline(req, collection, draft, asked);
  const names = query.a && query.b ? compareAsk(query) : byItself(timeline);
  return {
    collection,
    id: draft.doc.id,
    slug: draft.revision.content.slug,
    timeline,
    comparison: names && (await compareStates(req, collection, draft, names)),
    had: query.on ? { ...(await readersHad(req, draft.doc.uid, dayAsk(query))) } : null,
    asked,
    query,
    mayStart: req.user?.role !== 'mailer',
  };
}

/** What is compared before anybody chose: what readers have with the draft, else the last two releases. */
function byItself({ live, revision, lines }: Timeline): { a: string; b: string } | null {
  const releases = lines.flatMap((line) => (line.kind === 'release' ? (line.state ?? []) : []));
  if (live && live.revision !== revision) return { a: `release-${live.seq}`, b: 'draft' };
  const [b, a] = releases;
  return a && b ? { a, b } : null;
}
