import path from 'node:path';
import { readdir } from 'node:fs/promises';
import { checkFolder, inBoth } from './check-folder.ts';
import type { LocationFile, SourceFile, TermFile } from './content-schema.ts';
import { keyOf, neededBy, sharedIn } from './named-in.ts';
import { readFolder, type ContentProblem, type Folder, type LibraryEntry, type LibraryFigure } from './read-folder.ts';

export type { ContentProblem, LibraryEntry } from './read-folder.ts';

/** Everything that has to be loaded for a library to work, that of others included. */
export interface Library {
  sources: SourceFile[];
  figures: LibraryFigure[];
  locations: LocationFile[];
  terms: TermFile[];
  entries: LibraryEntry[];
}

/** All libraries below a folder: whatever is a folder in it. */
export const librariesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name))
    .sort();

/**
 * Reads and validates libraries: each folder whole, and of the libraries that it uses those entries that it names,
 * with what these need to be live. Problems are returned, never thrown: all of them at once, those of used folders
 * only where these were asked for too, or where they are of what is taken from there.
 */
export async function readLibrary(...folders: string[]): Promise<{ library: Library; problems: ContentProblem[] }> {
  const asked = [...new Set(folders.map((folder) => path.resolve(folder)))];
  const read = new Map<string, Folder>();
  const withUsed = async (folder: string): Promise<void> => {
    if (read.has(folder)) return;
    const found = await readFolder(folder);
    read.set(folder, found);
    for (const used of found.uses) await withUsed(used);
  };
  for (const folder of asked) await withUsed(folder);
  const all = [...read.values()];
  const own = all.filter(({ folder }) => asked.includes(folder));
  const problems = own.flatMap((folder) => {
    const found = [
      ...folder.problems,
      ...checkFolder(folder, usedBy(folder, read)),
      ...usedBy(folder, read)
        .filter(({ entries }) => entries.length === 0)
        .map((used) => ({ file: 'library.yaml', message: `uses ${path.basename(used.folder)}, which has no entries` })),
      ...all.filter((other) => other !== folder).flatMap((other) => inBoth(folder, other)),
    ];
    const name = own.length > 1 ? path.basename(folder.folder) : '';
    return found.map((problem) => ({ ...problem, file: path.join(name, problem.file) }));
  });
  const library = libraryOf(own, all);
  // What is borrowed is written too: nothing of it may be lost unsaid.
  for (const { folder, file } of library.entries.filter((entry) => !asked.includes(entry.folder)))
    for (const problem of read.get(folder)?.problems ?? [])
      if (problem.file === file) problems.push({ ...problem, file: path.join(path.basename(folder), file) });
  return { library, problems };
}

/** The folders that a folder uses, directly or through others. */
function usedBy(folder: Folder, read: ReadonlyMap<string, Folder>): Folder[] {
  const found = new Set<Folder>();
  const add = ({ uses }: Folder): void => {
    for (const used of uses.flatMap((name) => read.get(name) ?? [])) {
      if (used === folder || found.has(used)) continue;
      found.add(used);
      add(used);
    }
  };
  add(folder);
  return [...found];
}

/** The own folders whole; of the others what is needed, and the shared documents in it. */
function libraryOf(own: Folder[], all: Folder[]): Library {
  const others = all.filter((folder) => !own.includes(folder));
  const borrowable = new Map(others.flatMap(({ entries }) => entries).map((entry) => [keyOf(entry), entry]));
  const borrowed = new Set<LibraryEntry>();
  const borrow = ({ data }: LibraryEntry): void => {
    for (const needed of neededBy(data).flatMap((key) => borrowable.get(key) ?? [])) {
      if (borrowed.has(needed)) continue;
      borrowed.add(needed);
      borrow(needed);
    }
  };
  const entries = own.flatMap((folder) => folder.entries);
  entries.forEach(borrow);
  entries.push(...borrowed);
  const used = new Set(
    entries.flatMap(({ data }) => sharedIn(data)).map(({ collection, name }) => `${collection}/${name}`),
  );
  return {
    sources: all.flatMap(({ sources }) => sources).filter(({ slug }) => used.has(`sources/${slug}`)),
    figures: all.flatMap(({ figures }) => figures).filter(({ file }) => used.has(`media/${file}`)),
    locations: all.flatMap(({ locations }) => locations).filter(({ slug }) => used.has(`locations/${slug}`)),
    terms: all.flatMap(({ terms }) => terms).filter(({ slug }) => used.has(`terms/${slug}`)),
    entries,
  };
}
