/** From the paths of issues and changes to what an editor sees in the form. */

/** The part of a field's configuration that its name on screen comes from. */
export interface FieldWords {
  name?: string;
  label?: unknown;
  labels?: unknown;
  fields?: readonly unknown[];
  tabs?: readonly unknown[];
}

/**
 * The name of a field on screen, for example `Lessons 2 › Entries` for `lessons.1.entries`; null for the
 * entry as a whole or a path that the form does not have. Rows count from 1.
 */
export function labelOfPath(path: string, fields: readonly FieldWords[]): string | null {
  const [name, ...rest] = formPath(path, fields).split('.');
  const field = flatten(fields).find((candidate) => candidate.name === name);
  if (!field) return null;
  const label = typeof field.label === 'string' ? field.label : (name ?? '');
  const row = /^\d+$/.test(rest[0] ?? '') ? Number(rest.shift()) + 1 : null;
  const own = row === null ? label : `${label} ${row}`;
  const below = rest.length > 0 ? labelOfPath(rest.join('.'), childrenOf(field)) : null;
  return below ? `${own} › ${below}` : own;
}

/** The name on screen of a changed field; the words that came with the change where the form has none. */
export function labelOfChange(
  { field, label }: { field: string; label: string },
  fields: readonly FieldWords[],
): string {
  if (field.includes('.')) return label;
  return labelOfPath(field, fields) ?? label;
}

/** Ids of elements that may stand for a path in the form, the most exact one first. */
export function anchorsOfPath(path: string, fields: readonly FieldWords[]): string[] {
  const parts = formPath(path, fields).split('.').filter(Boolean);
  return parts.flatMap((_, i) => {
    const upTo = parts.slice(0, parts.length - i);
    const last = upTo.at(-1) ?? '';
    const field = `field-${upTo.join('__')}`;
    return /^\d+$/.test(last) ? [`${upTo.slice(0, -1).join('-')}-row-${last}`, field] : [field];
  });
}

/** A red flag's title is its sign: the form knows it by that name. */
function formPath(path: string, fields: readonly FieldWords[]): string {
  const names = flatten(fields).map(({ name }) => name);
  const [first = '', ...rest] = path.split('.');
  if (first === 'title' && !names.includes('title') && names.includes('sign')) return ['sign', ...rest].join('.');
  return path;
}

/** Rows, tabs and collapsibles without a name do not show in paths. */
function flatten(fields: readonly FieldWords[]): FieldWords[] {
  return fields.flatMap((field) => (field.name === undefined ? flatten(childrenOf(field)) : [field]));
}

function childrenOf(field: FieldWords): FieldWords[] {
  return [...(field.fields ?? []), ...(field.tabs ?? [])] as FieldWords[];
}
