import { v7 as uuidv7 } from 'uuid';
import { COLLECTION_OF, type SharedCollection } from '../../model/entries/types.ts';
import type { State } from '../../model/lifecycle.ts';
import type { Manifest } from '../exchange/manifest.ts';
import { wordsOfFile, type KnownNames, type OwnWords } from '../exchange/own-words.ts';
import { sharedKey, type SharedDocument } from '../exchange/shared-documents.ts';
import { addressOf, type StoredEntry } from '../exchange/stored-entries.ts';
import { keyOf, neededBy } from '../seed/named-in.ts';
import type { ContentProblem, LibraryEntry } from '../seed/read-folder.ts';
import type { Installation } from './installation.ts';
import { stepOfEntry, stepOfShared, type Step } from './plan.ts';
import type { FileOfShared } from './shared-files.ts';

export interface PlannedShared extends FileOfShared {
  stored: SharedDocument | null;
  step: Step;
}
export interface PlannedEntry {
  entry: LibraryEntry;
  /** that of the stored entry, of the file, or a new one */
  uid: string;
  stored: StoredEntry | null;
  state: State | null;
  words: OwnWords;
  step: Step;
}
export interface ImportPlan {
  shared: PlannedShared[];
  entries: PlannedEntry[];
  /** references to entries that are nowhere, which are left out until they are there */
  leftOut: ContentProblem[];
  problems: ContentProblem[];
}

interface Given {
  entries: LibraryEntry[];
  shared: FileOfShared[];
  /** what reading the folder found */
  problems: ContentProblem[];
  manifest: Manifest | null;
  overwrite: boolean;
}

/** What an import would do: pure. An entry is known by its uid, then by its address. */
export function planImport(here: Installation, { entries, shared, problems, manifest, overwrite }: Given): ImportPlan {
  const plannedShared = planShared(here, shared, manifest, overwrite);
  const names = new Map(
    plannedShared.map(({ collection, file, name, stored }) => [sharedKey(collection, file), stored?.name ?? name]),
  );
  const byUid = new Map(here.entries.map((entry) => [entry.uid, entry]));
  const byAddress = new Map(here.entries.map((entry) => [addressOf(entry), entry]));
  const matched = entries.map((entry) => {
    const { uid } = entry.data;
    const stored = (uid === undefined ? undefined : byUid.get(uid)) ?? byAddress.get(keyOf(entry)) ?? null;
    return { entry, stored, uid: stored?.uid ?? uid ?? uuidv7() };
  });
  const uids = new Map(matched.map(({ entry, uid }) => [keyOf(entry), uid]));
  const uidOf: KnownNames['uid'] = (reference) => uids.get(reference) ?? byAddress.get(reference)?.uid ?? null;
  const sharedName = (collection: SharedCollection, file: string) => names.get(sharedKey(collection, file)) ?? file;

  const planned = matched.map(({ entry, stored, uid }): PlannedEntry => {
    const read = wordsOfFile(entry.data, { uid: uidOf, shared: sharedName });
    // The day of the next review is a clinician's: a file that says none leaves it.
    const reviewDue = read.values.reviewDue ?? stored?.values.reviewDue ?? null;
    const words: OwnWords = { type: read.type, values: { ...read.values, reviewDue } };
    const step = stepOfEntry(stored, words, {
      exported: manifest?.bases[entry.data.uid ?? ''],
      imported: here.marks.get(`${COLLECTION_OF[read.type]}/${uid}`),
      overwrite,
    });
    return { entry, stored, uid, state: here.states.get(uid) ?? null, words, step };
  });

  const unknown = problems.filter(({ missing }) => missing === undefined || uidOf(missing) === null);
  const isOptional = ({ file, missing }: ContentProblem) =>
    missing !== undefined &&
    entries.some((entry) => file.endsWith(entry.file) && !neededBy(entry.data).includes(missing));
  return {
    shared: plannedShared,
    entries: planned,
    leftOut: unknown.filter(isOptional),
    problems: [
      ...unknown.filter((problem) => !isOptional(problem)),
      ...planned.flatMap((one) => troubleOf(one, planned, here)),
    ],
  };
}

function planShared(here: Installation, shared: FileOfShared[], manifest: Manifest | null, overwrite: boolean) {
  const all = new Map(here.shared.map((one) => [sharedKey(one.collection, one.name), one]));
  const wanted = new Set(shared.map(({ collection, name }) => sharedKey(collection, name)));
  return shared.map((file): PlannedShared => {
    const key = sharedKey(file.collection, file.name);
    // A picture that somebody uploaded under another name is the same picture.
    const isSame = (one: SharedDocument) =>
      file.collection === 'media' &&
      one.collection === 'media' &&
      one.words.file === file.words.file &&
      !wanted.has(sharedKey('media', one.name));
    const stored = all.get(key) ?? here.shared.find(isSame) ?? null;
    const imported = stored ? here.marks.get(`${file.collection}/${stored.id}`) : undefined;
    const step = stepOfShared(stored?.words ?? null, file.words, {
      exported: manifest?.bases[key],
      imported,
      overwrite,
    });
    return { ...file, stored, step };
  });
}

/** Why an entry cannot come in as the one that it says it is. */
function troubleOf(one: PlannedEntry, all: PlannedEntry[], here: Installation): ContentProblem[] {
  const { entry, stored, uid } = one;
  const told = (message: string): ContentProblem[] => [{ file: entry.file, message }];
  if (all.some((other) => other !== one && other.uid === uid)) return told(`another file is the same entry, ${uid}`);
  if (stored && stored.type !== entry.data.type) return told(`${uid} is ${addressOf(stored)} here, of another type`);
  if (!stored && here.trash.has(uid)) return told('is in the trash here: put it back, or give the file no uid');
  const holder = here.entries.find((other) => addressOf(other) === keyOf(entry));
  if (holder && holder.uid !== uid) return told(`another entry has this address here, ${holder.uid}`);
  return [];
}
