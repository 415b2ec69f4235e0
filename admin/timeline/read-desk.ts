import type { PayloadRequest } from 'payload';
import { findDraft } from '../../editorial/records/dossier.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { compareAsk, dayAsk, timelineAsk } from '../../editorial/timeline/ask.ts';
import { compareStates, type Comparison } from '../../editorial/timeline/compare.ts';
import { readTimeline, type Timeline, type TimelineAsk } from '../../editorial/timeline/read-timeline.ts';
import { readersHad, type DayOfReaders } from '../../editorial/timeline/readers-had.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';

/** All that the page of a timeline shows. */
export interface Shown {
  collection: EntryCollection;
  id: DocumentId;
  timeline: Timeline;
  comparison: Comparison | null;
  had: DayOfReaders | null;
  /** why one of those two is not to be had, in words: what happened is told all the same */
  refusals: { comparison: string | null; had: string | null };
  asked: TimelineAsk;
  /** the query of the address, as far as it is one */
  query: Readonly<Record<string, string | undefined>>;
  mayStart: boolean;
}

const NAMES = ['kind', 'from', 'until', 'a', 'b', 'on'] as const;

/** Throws CodedError for an entry that is not there, and for a place in the timeline that is none. */
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
  const [comparison, had] = [
    await orRefusal(async () => {
      const names = query.a && query.b ? compareAsk(query) : byItself(timeline);
      return names && (await compareStates(req, collection, draft, names));
    }),
    await orRefusal(async () => (query.on ? await readersHad(req, draft.doc.uid, dayAsk(query)) : null)),
  ];
  return {
    collection,
    id: draft.doc.id,
    timeline,
    comparison: comparison.answer,
    had: had.answer,
    refusals: { comparison: comparison.refusal, had: had.refusal },
    asked,
    query,
    mayStart: req.user?.role !== 'mailer',
  };
}

async function orRefusal<T>(read: () => Promise<T | null>): Promise<{ answer: T | null; refusal: string | null }> {
  try {
    return { answer: await read(), refusal: null };
  } catch (error) {
    if (error instanceof CodedError) return { answer: null, refusal: error.message };
    throw error;
  }
}

/** What is compared before anybody chose: what readers have with the draft, else the last two releases. */
function byItself({ live, revision, lines }: Timeline): { a: string; b: string } | null {
  const releases = lines.flatMap((line) => (line.kind === 'release' ? (line.state ?? []) : []));
  if (live && live.revision !== revision) return { a: `release-${live.seq}`, b: 'draft' };
  const [b, a] = releases;
  return a && b ? { a, b } : null;
}
