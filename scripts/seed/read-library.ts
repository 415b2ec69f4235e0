import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { ENTRIES, fieldsOf } from '../../model/entries/entries.ts';
import { embeddedOf, leavesOf } from '../../model/entries/leaves.ts';
import { COLLECTION_OF, ENTRY_TYPES, type EntryType } from '../../model/entries/types.ts';
import {
  figureFileSchema,
  sourceFileSchema,
  type EntryFile,
  type FigureFile,
  type SourceFile,
} from './content-schema.ts';
import { joinHalves, splitFile } from './front-matter.ts';
import { readProse } from './markdown/read-prose.ts';

/** One entry file and what it says. */
export interface LibraryEntry {
  file: string;
  data: EntryFile;
}

export interface Library {
  sources: SourceFile[];
  figures: FigureFile[];
  entries: LibraryEntry[];
}

export interface ContentProblem {
  file: string;
  message: string;
}

/** Reads and validates a library folder. Problems are returned, never thrown: all of them at once. */
export async function readLibrary(folder: string): Promise<{ library: Library; problems: ContentProblem[] }> {
  const problems: ContentProblem[] = [];
  const read = (file: string) => readFile(path.join(folder, file), 'utf8');
  const readYamlList = async <T>(file: string, schema: z.ZodType<T[]>): Promise<T[]> => {
    const result = schema.safeParse(parseYaml(await read(file)));
    for (const issue of result.error?.issues ?? []) problems.push({ file, message: describe(issue) });
    return result.data ?? [];
  };
  const sources = await readYamlList('sources.yaml', sourceFileSchema);
  const figures = await readYamlList('figures/figures.yaml', figureFileSchema);

  const entries: LibraryEntry[] = [];
  for (const type of ENTRY_TYPES) {
    const sub = COLLECTION_OF[type];
    const names = (await readdir(path.join(folder, sub))).filter((name) => name.endsWith('.md')).sort();
    for (const name of names) {
      const file = `${sub}/${name}`;
      const { data, messages } = parseEntry(type, await read(file));
      problems.push(...messages.map((message) => ({ file, message })));
      if (!data) continue;
      if (`${data.slug}.md` !== name) problems.push({ file, message: `is not named after its slug ${data.slug}` });
      entries.push({ file, data });
    }
  }
  problems.push(...checkReferences(entries, sources, figures));
  return { library: { sources, figures, entries }, problems };
}

const describe = (issue: { path: PropertyKey[]; message: string }) =>
  `${issue.path.map(String).join('.') || '(file)'}: ${issue.message}`;

/** An entry file of a type; null with what is wrong when it cannot be read. */
function parseEntry(type: EntryType, text: string): { data: EntryFile | null; messages: string[] } {
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

function checkReferences(entries: LibraryEntry[], sources: SourceFile[], figures: FigureFile[]): ContentProblem[] {
  const known = new Set(entries.map(({ data }) => `${COLLECTION_OF[data.type]}/${data.slug}`));
  const shared = {
    sources: { file: 'sources.yaml', names: new Set(sources.map(({ slug }) => slug)) },
    media: { file: 'figures/figures.yaml', names: new Set(figures.map(({ file }) => file)) },
  };
  const used = new Set<string>();
  const problems: ContentProblem[] = [];
  for (const { file, data } of entries) {
    for (const reference of referencesOf(data)) {
      if (!known.has(reference)) problems.push({ file, message: `refers to ${reference}, which has no file` });
    }
    for (const { name, at } of citedIn(data)) {
      if (!data.sources.includes(name))
        problems.push({ file, message: `${at}: cites ${name}, which is not among its sources` });
    }
    for (const { collection, name, at } of sharedOf(data)) {
      used.add(`${collection}/${name}`);
      const { file: list, names } = shared[collection];
      if (!names.has(name)) problems.push({ file, message: `${at}: ${name} is not in ${list}` });
    }
  }
  for (const [collection, { file, names }] of Object.entries(shared)) {
    for (const name of names) {
      if (!used.has(`${collection}/${name}`)) problems.push({ file, message: `${name} is not used by any entry` });
    }
  }
  return problems;
}

/** Every other entry that a file names, as `collection/slug`. */
export const referencesOf = (data: EntryFile): string[] =>
  leavesOf(data).flatMap(({ field, value }) =>
    field.kind === 'reference' && typeof value === 'string' ? [value] : [],
  );

/** The sources and figures that a file names. */
const sharedOf = (data: EntryFile) =>
  embeddedOf(data).map(({ field, value, path: at }) => ({ collection: field.collection, name: String(value), at }));

/** The sources that the running text of a file cites. */
const citedIn = (data: EntryFile) =>
  leavesOf(data).flatMap(({ field, value, path: at }) =>
    field.kind === 'prose' && typeof value === 'string'
      ? [...value.matchAll(/\[@([^\]]*)\]/g)].map(([, name = '']) => ({ name, at }))
      : [],
  );
