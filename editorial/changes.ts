import { diffWordsWithSpace } from 'diff';
import type { EntryContent, FigureContent, LessonContent, Section, SourceContent } from './content.ts';
import { proseToText, type Prose } from './prose.ts';

/** One field that differs between what readers have and the draft, word by word. */
export interface Change {
  field: string;
  label: string;
  parts: { text: string; kind: 'same' | 'added' | 'removed' }[];
}

/** What `after` would change for readers who have `before` now (null: nothing yet). Pure. */
export function changesBetween(before: EntryContent | null, after: EntryContent, titles: ReadonlyMap<string, string>): Change[] {
  const was = before ? asTexts(before, titles) : new Map<string, string>();
  const is = asTexts(after, titles);
  const fields = [...new Set([...is.keys(), ...was.keys()])];
  return fields.flatMap((field) => {
    const old = was.get(field) ?? '';
    const now = is.get(field) ?? '';
    if (old === now) return [];
    const parts = diffWordsWithSpace(old, now).map(({ value, added, removed }) => ({
      text: value,
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    }));
    return [{ field, label: labelOf(field), parts }];
  });
}

const HIDDEN = ['schema', 'type', 'uid'];

function asTexts(content: EntryContent, titles: ReadonlyMap<string, string>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [field, value] of Object.entries(content)) {
    if (HIDDEN.includes(field)) continue;
    if (field === 'sections') {
      for (const section of value as Section[]) {
        texts.set(`sections.${section.kind}`, [proseToText(section.body), ...section.figures.map(figureText)].join('\n'));
      }
    } else if (field === 'lessons') {
      for (const lesson of value as LessonContent[]) texts.set(`lessons.${lesson.key}`, lessonText(lesson, titles));
    } else texts.set(field, toText(field, value, titles));
  }
  return texts;
}

const PROSE_FIELDS = ['intro', 'closing', 'explanation'];

function toText(field: string, value: unknown, titles: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return '';
  if (PROSE_FIELDS.includes(field)) return proseToText(value as Prose);
  if (field === 'sources') return (value as SourceContent[]).map(sourceText).join('\n');
  if (field === 'figures') return (value as FigureContent[]).map(figureText).join('\n');
  if (Array.isArray(value)) return value.map((item) => toText('', item, titles)).join('\n');
  if (typeof value === 'object') return Object.values(value).map((item) => toText('', item, titles)).join(': ');
  return titles.get(String(value)) ?? String(value);
}

const sourceText = ({ title, publisher, year, url }: SourceContent) => `${title}. ${publisher}${year ? ` ${year}` : ''}. ${url}`;
const figureText = ({ alt, caption, renditions }: FigureContent) => `Figure: ${caption ?? ''} (${alt}) ${renditions.at(-1)?.sha256.slice(0, 8) ?? ''}`;

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
  const words = (text: string) => text.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('-', ' ').toLowerCase();
  const label = rest.length > 0 ? `${words(group).replace(/s$/, '')} “${words(rest.join(' '))}”` : words(group);
  return label.charAt(0).toUpperCase() + label.slice(1);
}
