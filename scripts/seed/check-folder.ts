import path from 'node:path';
import { notThere } from '../../model/entries/lesson-parts.ts';
import type { SharedCollection } from '../../model/entries/types.ts';
import { citedIn, keyOf, referencesOf, sharedIn } from './named-in.ts';
import { LIST_OF, type ContentProblem, type Folder, type LibraryEntry } from './read-folder.ts';

/** The names of the shared documents of a folder, by collection. */
const namesIn = ({ sources, figures, locations, terms }: Pick<Folder, 'sources' | 'figures' | 'locations' | 'terms'>) =>
  ({
    sources: sources.map(({ slug }) => slug),
    media: figures.map(({ file }) => file),
    locations: locations.map(({ slug }) => slug),
    terms: terms.map(({ slug }) => slug),
  }) satisfies Record<SharedCollection, string[]>;

/**
 * What is wrong between the files of a folder and those of the libraries it uses, directly or not: names that lead
 * nowhere, shared documents that nothing in the folder uses, causes of a guide that are felt where
 * its body area has no place, lessons that ask an entry for what it does not have.
 */
export function checkFolder(own: Folder, used: Folder[]): ContentProblem[] {
  const all = [own, ...used];
  const entries = new Map(all.flatMap((folder) => folder.entries).map((entry) => [keyOf(entry), entry]));
  return [
    ...own.entries.flatMap((entry) => missingIn(entry, all, entries)),
    ...own.entries.flatMap((entry) => askedInVain(entry, entries)),
    ...unusedIn(own),
    ...namedTwice(own),
    ...placesOfOthers(own, all, entries),
  ];
}

/** Short names are unique: of two rows one would be lost. A figure's is its file's without the ending. */
function namedTwice(own: Folder): ContentProblem[] {
  const all = pairs(namesIn(own)).map(({ collection, name }) => ({
    collection,
    name: collection === 'media' ? path.parse(name).name : name,
  }));
  return all
    .filter((one, i) => all.findIndex((other) => other.collection === one.collection && other.name === one.name) < i)
    .map(({ collection, name }) => ({ file: LIST_OF[collection], message: `${name} is listed twice` }));
}

function missingIn(
  { file, data }: LibraryEntry,
  all: Folder[],
  entries: ReadonlyMap<string, LibraryEntry>,
): ContentProblem[] {
  const has = (collection: SharedCollection, name: string) =>
    all.some((folder) => namesIn(folder)[collection].includes(name));
  return [
    ...referencesOf(data)
      .filter((reference) => !entries.has(reference))
      .map((reference) => ({ file, message: `refers to ${reference}, which has no file`, missing: reference })),
    ...citedIn(data)
      .filter(({ name }) => !data.sources.includes(name))
      .map(({ name, at }) => ({ file, message: `${at}: cites ${name}, which is not among its sources` })),
    ...sharedIn(data)
      .filter(({ collection, name }) => !has(collection, name))
      .map(({ collection, name, at }) => ({ file, message: `${at}: ${name} is not in ${LIST_OF[collection]}` })),
  ];
}

/** Rows of lessons that name no entry, or ask one for what it does not have. */
function askedInVain({ file, data }: LibraryEntry, entries: ReadonlyMap<string, LibraryEntry>): ContentProblem[] {
  if (data.type !== 'course') return [];
  return data.lessons.flatMap(({ key, entries: rows }) =>
    rows.flatMap((asked) => {
      if (asked.entry === null) return [{ file, message: `lesson ${key}: a row names no entry` }];
      const entry = entries.get(asked.entry)?.data;
      const missing = entry ? notThere(entry, asked) : [];
      return missing.map(({ name, value }) => ({
        file,
        message: `lesson ${key}: ${asked.entry} has no “${value}” (${name})`,
      }));
    }),
  );
}

function unusedIn(own: Folder): ContentProblem[] {
  const used = new Set(
    own.entries.flatMap(({ data }) => sharedIn(data)).map(({ collection, name }) => `${collection}/${name}`),
  );
  return pairs(namesIn(own))
    .filter(({ collection, name }) => !used.has(`${collection}/${name}`))
    .map(({ collection, name }) => ({ file: LIST_OF[collection], message: `${name} is not used by any entry` }));
}

/** What two libraries both have: slugs and short names are unique in an installation, whoever knows whom. */
export function inBoth(own: Folder, other: Folder): ContentProblem[] {
  const where = `is in ${path.basename(other.folder)} too`;
  const theirs = new Set(other.entries.map(keyOf));
  const listed = namesIn(other);
  return [
    ...own.entries.filter((entry) => theirs.has(keyOf(entry))).map(({ file }) => ({ file, message: where })),
    ...pairs(namesIn(own))
      .filter(({ collection, name }) => listed[collection].includes(name))
      .map(({ collection, name }) => ({ file: LIST_OF[collection], message: `${name} ${where}` })),
  ];
}

function placesOfOthers(own: Folder, all: Folder[], entries: ReadonlyMap<string, LibraryEntry>): ContentProblem[] {
  const areasOf = new Map(
    all.flatMap((folder) => folder.locations).map(({ slug, bodyAreas }) => [slug, bodyAreas] as const),
  );
  return own.entries.flatMap(({ file, data }) =>
    data.type !== 'guide'
      ? []
      : data.causes.flatMap((key) => {
          const cause = entries.get(key)?.data;
          if (cause?.type !== 'cause') return [];
          return [...cause.locations, ...cause.possibleLocations]
            .filter((place) => areasOf.get(place)?.includes(data.bodyArea) === false)
            .map((place) => ({ file, message: `${key} is felt in ${place}, which ${data.bodyArea} does not name` }));
        }),
  );
}

const pairs = (names: Record<SharedCollection, string[]>) =>
  (Object.keys(names) as SharedCollection[]).flatMap((collection) =>
    names[collection].map((name) => ({ collection, name })),
  );
