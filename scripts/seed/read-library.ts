import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { CAUSE_SECTIONS, TREATMENT_SECTIONS } from '../../model/content.ts';
import {
  entryFileSchema,
  figureFileSchema,
  sourceFileSchema,
  type EntryFile,
  type FigureFile,
  type SourceFile,
} from './content-schema.ts';

/** One entry file: its parsed front matter and its Markdown by section kind, in the order written. */
export interface LibraryEntry {
  file: string;
  data: EntryFile;
  sections: { kind: string; markdown: string }[];
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

const SECTIONS: Record<EntryFile['type'], readonly string[]> = {
  guide: ['intro', 'closing'],
  cause: CAUSE_SECTIONS,
  treatment: TREATMENT_SECTIONS,
  'red-flag': ['explanation'],
  course: [],
};

const FOLDERS: Record<string, EntryFile['type']> = {
  guides: 'guide',
  causes: 'cause',
  treatments: 'treatment',
  'red-flags': 'red-flag',
  courses: 'course',
};

/** Reads and validates a library folder. Problems are returned, never thrown: all of them at once. */
export async function readLibrary(folder: string): Promise<{ library: Library; problems: ContentProblem[] }> {
  const problems: ContentProblem[] = [];
  const readYamlList = async <T>(
    file: string,
    schema: { safeParse(value: unknown): { success: boolean; data?: T[]; error?: { issues: Issue[] } } },
  ): Promise<T[]> => {
    const result = schema.safeParse(parseYaml(await readFile(path.join(folder, file), 'utf8')));
    for (const issue of result.error?.issues ?? []) problems.push({ file, message: describe(issue) });
    return result.data ?? [];
  };
  const sources = await readYamlList('sources.yaml', sourceFileSchema);
  const figures = await readYamlList('figures/figures.yaml', figureFileSchema);

  const entries: LibraryEntry[] = [];
  for (const [sub, type] of Object.entries(FOLDERS)) {
    const names = (await readdir(path.join(folder, sub))).filter((name) => name.endsWith('.md')).sort();
    for (const name of names) {
      const file = `${sub}/${name}`;
      const entry = parseEntry(file, await readFile(path.join(folder, file), 'utf8'), problems);
      if (!entry) continue;
      if (entry.data.type !== type)
        problems.push({ file, message: `type ${entry.data.type} does not belong in ${sub}/` });
      if (`${entry.data.slug}.md` !== name)
        problems.push({ file, message: `is not named after its slug ${entry.data.slug}` });
      entries.push(entry);
    }
  }
  problems.push(...checkReferences(entries, sources, figures));
  return { library: { sources, figures, entries }, problems };
}

type Issue = { path: PropertyKey[]; message: string };
const describe = (issue: Issue) => `${issue.path.map(String).join('.') || '(file)'}: ${issue.message}`;

function parseEntry(file: string, text: string, problems: ContentProblem[]): LibraryEntry | null {
  const match = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text);
  if (!match) {
    problems.push({ file, message: 'has no front matter between two --- lines' });
    return null;
  }
  let fields: unknown;
  try {
    fields = parseYaml(match[1] ?? '');
  } catch (error) {
    problems.push({
      file,
      message: `front matter is not YAML: ${error instanceof Error ? error.message : String(error)}`,
    });
    return null;
  }
  const parsed = entryFileSchema.safeParse(fields);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push({ file, message: describe(issue) });
    return null;
  }
  const sections = splitSections(match[2] ?? '');
  const allowed = SECTIONS[parsed.data.type];
  const order = sections.map(({ kind }) => allowed.indexOf(kind));
  for (const { kind, markdown } of sections) {
    if (!allowed.includes(kind))
      problems.push({ file, message: `section ${kind} is not one of ${allowed.join(', ')}` });
    if (!markdown) problems.push({ file, message: `section ${kind} is empty` });
  }
  if (order.some((at, i) => i > 0 && at <= (order[i - 1] ?? -1))) {
    problems.push({ file, message: `sections are out of order or repeated; the order is ${allowed.join(', ')}` });
  }
  const required = {
    guide: 'intro',
    cause: 'what-it-is',
    treatment: 'what-it-is',
    'red-flag': 'explanation',
    course: null,
  }[parsed.data.type];
  if (required && !sections.some(({ kind }) => kind === required)) {
    problems.push({ file, message: `section ${required} is missing` });
  }
  return { file, data: parsed.data, sections };
}

function splitSections(body: string): LibraryEntry['sections'] {
  return body
    .split(/^## +/m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return end < 0
        ? { kind: part.trim(), markdown: '' }
        : { kind: part.slice(0, end).trim(), markdown: part.slice(end + 1).trim() };
    });
}

function checkReferences(entries: LibraryEntry[], sources: SourceFile[], figures: FigureFile[]): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const known = new Set(entries.map(({ data }) => `${collectionOf(data.type)}/${data.slug}`));
  const knownSources = new Set(sources.map(({ slug }) => slug));
  const knownFigures = new Set(figures.map(({ file }) => file));
  const used = new Set<string>();
  for (const { file, data } of entries) {
    for (const slug of data.sources) {
      used.add(slug);
      if (!knownSources.has(slug)) problems.push({ file, message: `sources: ${slug} is not in sources.yaml` });
    }
    for (const reference of referencesOf(data)) {
      if (!known.has(reference)) problems.push({ file, message: `refers to ${reference}, which has no file` });
    }
    for (const name of figuresOf(data)) {
      if (!knownFigures.has(name)) problems.push({ file, message: `figure ${name} is not in figures/figures.yaml` });
    }
  }
  for (const slug of knownSources) {
    if (!used.has(slug)) problems.push({ file: 'sources.yaml', message: `${slug} is not cited by any entry` });
  }
  return problems;
}

/** The collection that holds entries of a type, as in URLs and references. */
export const collectionOf = (type: EntryFile['type']) =>
  ({ guide: 'guides', cause: 'causes', treatment: 'treatments', 'red-flag': 'red-flags', course: 'courses' })[type];

/** Every other entry that a file names, as `collection/slug`. */
export function referencesOf(data: EntryFile): string[] {
  const of = (collection: string, slugs: string[]) => slugs.map((slug) => `${collection}/${slug}`);
  switch (data.type) {
    case 'guide':
      return [
        ...of('causes', data.causes),
        ...of('red-flags', data.redFlags),
        ...of('treatments', data.treatments),
        ...of('guides', data.relatedGuides),
      ];
    case 'cause':
      return [
        ...(data.partOf ? [`causes/${data.partOf}`] : []),
        ...of('treatments', data.treatments),
        ...of('red-flags', data.redFlags),
        ...data.related,
      ];
    case 'treatment':
      return [...(data.partOf ? [`treatments/${data.partOf}`] : []), ...data.related];
    case 'red-flag':
      return [];
    case 'course':
      return data.lessons.flatMap((lesson) => lesson.entries);
  }
}

function figuresOf(data: EntryFile): string[] {
  if (data.type === 'guide') return data.figures.map(({ file }) => file);
  if (data.type === 'cause' || data.type === 'treatment') return Object.values(data.figures).flat();
  return [];
}
