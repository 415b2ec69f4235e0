import canonicalize from 'canonicalize';
import { diffWordsWithSpace } from 'diff';
import type { EntryContent, FigureContent, LessonContent, Section, SourceContent } from '../../model/content.ts';
import type { Block, Inline, Prose } from '../../model/prose.ts';

/** One field that differs between what readers have and the draft, word by word. */
export interface Change {
  field: string;
  label: string;
  parts: { text: string; kind: 'same' | 'added' | 'removed' }[];
}

/**
 * What `after` would change for readers who have `before` now (null: nothing yet). Pure. Two contents of
 * different hash always differ here too: a change that words cannot show is named instead.
 */
export function changesBetween(
  before: EntryContent | null,
  after: EntryContent,
  titles: ReadonlyMap<string, string>,
): Change[] {
  const was = before ? partsOf(before, titles) : new Map<string, Part>();
  const is = partsOf(after, titles);
  const changes = [...new Set([...is.keys(), ...was.keys()])].flatMap((field) => {
    const old = was.get(field) ?? NOTHING;
    const now = is.get(field) ?? NOTHING;
    if (old.text !== now.text) return [change(field, old.text, now.text)];
    if (before === null || old.canonical === now.canonical) return [];
    return [change(field, '', 'Formatting or order changed.')];
  });
  return before ? [...changes, ...reordered(was, is)] : changes;
}

function change(field: string, old: string, now: string): Change {
  const parts = diffWordsWithSpace(old, now).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
  }));
  return { field, label: labelOf(field), parts };
}

/** Sections and lessons that are in both and stand in another order. */
function reordered(was: Map<string, Part>, is: Map<string, Part>): Change[] {
  return ['sections', 'lessons'].flatMap((group) => {
    const order = (one: Map<string, Part>, other: Map<string, Part>) =>
      [...one.keys()]
        .filter((field) => field.startsWith(`${group}.`) && other.has(field))
        .map(labelOf)
        .join(', ');
    const old = order(was, is);
    const now = order(is, was);
    return old === now ? [] : [change(group, old, now)];
  });
}

/** One field, or one section or lesson of it, as text to compare and as the exact value behind it. */
interface Part {
  text: string;
  canonical: string | undefined;
}

const NOTHING: Part = { text: '', canonical: undefined };
const HIDDEN = ['schema', 'type', 'uid'];

function partsOf(content: EntryContent, titles: ReadonlyMap<string, string>): Map<string, Part> {
  const parts = new Map<string, Part>();
  const add = (field: string, text: string, value: unknown) => {
    let name = field;
    for (let n = 2; parts.has(name); n += 1) name = `${field}.${n}`;
    parts.set(name, { text, canonical: canonicalize(value) });
  };
  for (const [field, value] of Object.entries(content)) {
    if (HIDDEN.includes(field)) continue;
    if (field === 'sections') {
      for (const section of value as Section[]) {
        add(
          `sections.${section.kind}`,
          [proseText(section.body), ...section.figures.map(figureText)].join('\n'),
          section,
        );
      }
    } else if (field === 'lessons') {
      for (const lesson of value as LessonContent[]) add(`lessons.${lesson.key}`, lessonText(lesson, titles), lesson);
    } else add(field, toText(field, value, titles), value);
  }
  return parts;
}

const PROSE_FIELDS = ['intro', 'closing', 'explanation'];

function toText(field: string, value: unknown, titles: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return '';
  if (PROSE_FIELDS.includes(field)) return proseText(value as Prose);
  if (field === 'sources') return (value as SourceContent[]).map(sourceText).join('\n');
  if (field === 'figures') return (value as FigureContent[]).map(figureText).join('\n');
  if (Array.isArray(value)) return value.map((item) => toText('', item, titles)).join('\n');
  if (typeof value === 'object')
    return Object.values(value)
      .map((item) => toText('', item, titles))
      .join(': ');
  return titles.get(String(value)) ?? String(value);
}

/** Text with what a reader can also tell apart: headings, list marks and where links lead. */
const proseText = (prose: Prose): string => prose.map(blockText).join('\n');

function blockText(block: Block): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${inlineText(block.children)}`;
  if (block.kind === 'paragraph') return inlineText(block.children);
  return block.items
    .map(
      ({ children, list }, i) =>
        `${block.ordered ? `${i + 1}.` : '•'} ${inlineText(children)}${list ? `\n${blockText(list)}` : ''}`,
    )
    .join('\n');
}

const inlineText = (inlines: Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      return inline.kind === 'link' ? `${inlineText(inline.children)} (${inline.href})` : inline.text;
    })
    .join('');

const said = (parts: (string | number | null | undefined)[]): string => parts.filter(Boolean).join('. ');
const sourceText = ({ title, publisher, kind, year, url, doi, pmid, accessedOn }: SourceContent) =>
  said([
    title,
    publisher,
    year,
    kind,
    url,
    doi && `DOI ${doi}`,
    pmid && `PubMed ${pmid}`,
    accessedOn && `read on ${accessedOn}`,
  ]);
const figureText = ({ alt, caption, credit, licence, renditions }: FigureContent) =>
  said([
    `Figure: ${caption ?? ''} (${alt})`,
    credit,
    licence,
    `file ${renditions.at(-1)?.sha256.slice(0, 8) ?? 'missing'}`,
  ]);

const lessonText = (lesson: LessonContent, titles: ReadonlyMap<string, string>) =>
  [
    lesson.subject,
    lesson.preheader,
    lesson.intro,
    ...lesson.entries.map((uid) => `• ${titles.get(uid) ?? uid}`),
    lesson.outro,
    `After ${lesson.delayDays} days`,
  ].join('\n');

function labelOf(field: string): string {
  const [group = '', ...rest] = field.split('.');
  const words = (text: string) =>
    text
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll('-', ' ')
      .toLowerCase();
  const label = rest.length > 0 ? `${words(group).replace(/s$/, '')} “${words(rest.join(' '))}”` : words(group);
  return label.charAt(0).toUpperCase() + label.slice(1);
}
