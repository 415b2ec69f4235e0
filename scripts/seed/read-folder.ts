import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { ENTRIES, fieldsOf } from '../../model/entries/entries.ts';
import { leavesOf } from '../../model/entries/leaves.ts';
import { COLLECTION_OF, ENTRY_TYPES, type EntryType, type SharedCollection } from '../../model/entries/types.ts';
import { ifThere } from '../../model/if-there.ts';
import {
  figureFileSchema,
  libraryFileSchema,
  locationFileSchema,
  sourceFileSchema,
  termFileSchema,
  type EntryFile,
  type FigureFile,
  type LocationFile,
  type SourceFile,
  type TermFile,
} from './content-schema.ts';
import { joinHalves, splitFile } from './front-matter.ts';
import { readProse } from './markdown/read-prose.ts';

/** One entry file and what it says. */
export interface LibraryEntry {
  /** path in its folder */
  file: string;
  /** of the library that it belongs to */
  folder: string;
  data: EntryFile;
}

/** A figure of a library, with the folder that has its file under `figures/`. */
export interface LibraryFigure extends FigureFile {
  folder: string;
}

export interface ContentProblem {
  file: string;
  message: string;
  /** the entry without a file that it is about, as `collection/slug` */
  missing?: string;
}

/** What the files of one folder say, each for itself: nothing here looks from one file to another. */
export interface Folder {
  folder: string;
  /** folders of the libraries whose entries this one may name */
  uses: string[];
  sources: SourceFile[];
  figures: LibraryFigure[];
  locations: LocationFile[];
  terms: TermFile[];
  entries: LibraryEntry[];
  problems: ContentProblem[];
}

/** The file of a folder that lists the shared documents of a collection. */
export const LIST_OF: Record<SharedCollection, string> = {
  sources: 'sources.yaml',
  media: 'figures/figures.yaml',
  locations: 'locations.yaml',
  terms: 'glossary.yaml',
};

/** Reads one folder; what is wrong is returned, never thrown. A list or a kind of entry may be missing. */
export async function readFolder(folder: string): Promise<Folder> {
  const problems: ContentProblem[] = [];
  const parsed = async <Value>(file: string, schema: z.ZodType<Value>, otherwise: Value): Promise<Value> => {
    const text = await ifThere(readFile(path.join(folder, file), 'utf8'));
    if (text === null) return otherwise;
    let value: unknown;
    try {
      value = parseYaml(text);
    } catch (error) {
      problems.push({ file, message: `is not YAML: ${error instanceof Error ? error.message : String(error)}` });
      return otherwise;
    }
    const { data, error } = schema.safeParse(value);
    for (const issue of error?.issues ?? []) problems.push({ file, message: describe(issue) });
    return data ?? otherwise;
  };
  const { uses } = await parsed('library.yaml', libraryFileSchema, { uses: [] });
  const sources = await parsed(LIST_OF.sources, sourceFileSchema, []);
  const figures = await parsed(LIST_OF.media, figureFileSchema, []);
  const locations = await parsed(LIST_OF.locations, locationFileSchema, []);
  const terms = await parsed(LIST_OF.terms, termFileSchema, []);

  const entries: LibraryEntry[] = [];
  for (const type of ENTRY_TYPES) {
    const sub = COLLECTION_OF[type];
    const names = (await ifThere(readdir(path.join(folder, sub)))) ?? [];
    for (const name of names.filter((each) => each.endsWith('.md')).sort()) {
      const file = `${sub}/${name}`;
      const { data, messages } = parseEntry(type, await readFile(path.join(folder, file), 'utf8'));
      problems.push(...messages.map((message) => ({ file, message })));
      if (!data) continue;
      if (`${data.slug}.md` !== name) problems.push({ file, message: `is not named after its slug ${data.slug}` });
      entries.push({ file, folder, data });
    }
  }
  if (entries.length === 0) problems.push({ file: '(folder)', message: `${folder} has no entries` });
  return {
    folder,
    uses: uses.map((name) => path.join(path.dirname(folder), name)),
    sources,
    figures: figures.map((figure) => ({ ...figure, folder })),
    locations,
    terms,
    entries,
    problems,
  };
}

const describe = (issue: { path: PropertyKey[]; message: string }) =>
  `${issue.path.map(String).join('.') || '(file)'}: ${issue.message}`;

/** An entry file of a type; null with what is wrong when it cannot be read. */
export function parseEntry(type: EntryType, text: string): { data: EntryFile | null; messages: string[] } {
  const halves = splitFile(text);
  if (typeof halves === 'string') return { data: null, messages: [halves] };
  const { value, problems } = joinHalves(fieldsOf(type), halves);
  const parsed = ENTRIES[type].file.safeParse(value);
  const marks = parsed.data ? proseProblems(parsed.data) : [];
  return {
    data: parsed.data ?? null,
    messages: [...problems, ...(parsed.error?.issues ?? []).map(describe), ...marks],
  };
}

/** What running text says that no page has a place for. */
const proseProblems = (data: EntryFile): string[] =>
  leavesOf(data).flatMap(({ field, value, path: at }) =>
    field.kind === 'prose' && typeof value === 'string'
      ? readProse(value).problems.map((problem) => `${at}: ${problem}`)
      : [],
  );
