import type { PayloadRequest } from 'payload';
import { referencesOf } from '../../model/entries/references.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { changesBetween, type Change } from '../rules/changes.ts';
import type { Draft } from '../records/read-draft.ts';
import { readState, type StateFacts } from './read-state.ts';
import { titlesOf } from './saved-states.ts';

/** The answer of GET …/compare (docs/http.md). */
export interface Comparison {
  /** the earlier of the two, whichever was called so */
  a: StateFacts;
  b: StateFacts;
  /** what `b` says that `a` did not, word by word */
  changes: Change[];
}

/** Any two states of the entry of this draft, the earlier one first. Throws what `readState` throws. */
export async function compareStates(
  req: PayloadRequest,
  collection: EntryCollection,
  draft: Draft,
  names: { a: string; b: string },
): Promise<Comparison> {
  const one = await readState(req, collection, draft, names.a);
  const other = await readState(req, collection, draft, names.b);
  const [a, b] = isLater(one.facts, other.facts) ? [other, one] : [one, other];
  const titles = await titlesOf(
    req,
    [a, b].flatMap(({ content }) => referencesOf(content).map(({ uid }) => uid)),
  );
  return { a: a.facts, b: b.facts, changes: changesBetween(a.content, b.content, titles) };
}

/** The draft is what may still become of the entry: later than all that was. */
const isLater = (one: StateFacts, other: StateFacts): boolean =>
  one.kind === 'draft' ? other.kind !== 'draft' : other.kind !== 'draft' && one.at > other.at;
