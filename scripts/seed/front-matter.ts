import { parse as parseYaml } from 'yaml';
import type { Fields, ListField } from '../../model/entries/field.ts';
import { memberOf } from '../../model/entries/leaves.ts';

/** The two halves of an entry file. */
export interface Halves {
  fields: Record<string, unknown>;
  /** headings with the Markdown below them, in the order written */
  headings: { name: string; markdown: string }[];
}

/** Front matter between two `---` lines, then `## heading` parts. Answers what is wrong as a text. */
export function splitFile(text: string): Halves | string {
  const match = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text);
  if (!match) return 'has no front matter between two --- lines';
  try {
    const fields: unknown = parseYaml(match[1] ?? '');
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
      return 'front matter is not a list of fields';
    return { fields: Object.fromEntries(Object.entries(fields)), headings: splitHeadings(match[2] ?? '') };
  } catch (error) {
    return `front matter is not YAML: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const splitHeadings = (body: string): Halves['headings'] =>
  body
    .split(/^## +/m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n');
      return { name: name.trim(), markdown: lines.join('\n').trim() };
    });

/**
 * Puts the halves together as one value of the fields: a heading is a prose field, or a row of the list that is
 * written as headings. What else such a row holds stands in the front matter under its own name, by heading.
 */
export function joinHalves(
  described: Fields,
  { fields, headings }: Halves,
): { value: Record<string, unknown>; problems: string[] } {
  const problems: string[] = [];
  const allowed = headingsOf(described);
  const order = headings.map(({ name }) => allowed.indexOf(name));
  for (const { name, markdown } of headings) {
    if (!allowed.includes(name)) problems.push(`section ${name} is not one of ${allowed.join(', ')}`);
    if (!markdown) problems.push(`section ${name} is empty`);
  }
  if (order.some((at, i) => i > 0 && at <= (order[i - 1] ?? -1))) {
    problems.push(`sections are out of order or repeated; the order is ${allowed.join(', ')}`);
  }
  const value = { ...fields };
  for (const [name, field] of Object.entries(described)) {
    if (field.kind === 'prose') {
      const heading = headings.find((each) => each.name === name);
      if (name in fields) problems.push(`${name} is written as a heading, not in the front matter`);
      if (heading) value[name] = heading.markdown;
    } else if (field.kind === 'list' && field.headings) {
      if (name in fields) problems.push(`${name} are written as headings, not in the front matter`);
      const { rows, beside, unknown } = rowsOf(field, headings, fields);
      for (const other of beside) Reflect.deleteProperty(value, other);
      problems.push(...unknown);
      value[name] = rows;
    }
  }
  return { value, problems };
}

/** Every heading that a file of these fields may have, in order. */
const headingsOf = (described: Fields): string[] =>
  Object.entries(described).flatMap(([name, field]) => {
    if (field.kind === 'prose') return [name];
    return field.kind === 'list' && field.headings ? Object.keys(field.rows ?? {}) : [];
  });

function rowsOf(field: ListField, headings: Halves['headings'], fields: Halves['fields']) {
  const inner = field.item.kind === 'group' ? Object.entries(field.item.fields) : [];
  const textName = inner.find(([, each]) => each.kind === 'prose')?.[0] ?? '';
  const beside = inner.map(([name]) => name).filter((name) => name !== textName && name !== field.keyedBy);
  const rows = headings.map(({ name, markdown }) => ({
    [field.keyedBy ?? '']: name,
    [textName]: markdown,
    ...Object.fromEntries(beside.map((other) => [other, memberOf(fields[other], name)])),
  }));
  const unknown = beside.flatMap((other) =>
    keysOf(fields[other])
      .filter((key) => !headings.some(({ name }) => name === key))
      .map((key) => `${other}: there is no section ${key}`),
  );
  return { rows, beside, unknown };
}

const keysOf = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.keys(value) : []);
