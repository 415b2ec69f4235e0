import type { FlattenedField } from 'payload';

/** A member that cannot be saved, as Payload's forms are told of it. */
export interface FieldFault {
  path: string;
  message: string;
}

/** What forms send beside the fields, and what reads answer beside them, which comes back with them: Payload takes it out itself. */
const BESIDE_FIELDS = new Set([
  ...['id', '_status', 'createdAt', 'updatedAt', 'deletedAt', 'workflow', 'file', 'uploadEdits'],
  ...['revision', 'liveRevision', 'beingRefreshed', 'sameAs'],
  ...['password', 'confirm-password', 'sizes', '_verified', 'collection', '_strategy'],
]);
const OF_A_ROW = new Set(['id', 'blockName', 'blockType', '_uuid']);

/** Levels of anything sent, and of rich text: a list in a list in a list is what somebody writes. */
const MOST_LEVELS = 200;

/** What the rich-text editor makes (`rich-text.ts`). */
const PARTS = new Set([
  ...['paragraph', 'heading', 'list', 'listitem', 'text', 'linebreak', 'tab', 'link', 'autolink'],
  ...['table', 'tablerow', 'tablecell', 'inlineBlock'],
]);

type Sent = Record<string, unknown>;

/**
 * What was sent of fields that there are not, of choices that there are not, and of text and rows of the wrong shape:
 * Payload would drop it, or break on it. Rows that are set to nothing become none, which both databases understand.
 */
export function faultsOf(fields: readonly FlattenedField[], data: Sent): FieldFault[] {
  if (isTooDeep(data)) return [{ path: deepest(data), message: 'Too many levels inside each other.' }];
  return faultsIn(fields, data, '', BESIDE_FIELDS);
}

function faultsIn(fields: readonly FlattenedField[], data: Sent, inside: string, beside: Set<string>): FieldFault[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const path = `${inside}${name}`;
    const field = fields.find((each) => each.name === name);
    if (!field) return beside.has(name) ? [] : [{ path, message: 'There is no such field.' }];
    if (field.type === 'array' && value === null) data[name] = [];
    return value === null || value === undefined ? [] : faultsOfValue(field, value, path);
  });
}

function faultsOfValue(field: FlattenedField, value: unknown, path: string): FieldFault[] {
  const fault = (message: string): FieldFault[] => [{ path, message }];
  switch (field.type) {
    case 'array':
      // A form says 0 of a list without rows.
      if (value === 0) return [];
      if (!Array.isArray(value)) return fault('This is a list of rows.');
      return value.flatMap((row: unknown, i) =>
        isObject(row)
          ? faultsIn(field.flattenedFields, row, `${path}.${i}.`, OF_A_ROW)
          : [{ path: `${path}.${i}`, message: 'This is no row.' }],
      );
    case 'group':
    case 'tab':
      return isObject(value) ? faultsIn(field.flattenedFields, value, `${path}.`, OF_A_ROW) : fault('This is a group.');
    case 'select': {
      const choices = field.options.map((option) => (typeof option === 'string' ? option : option.value));
      const chosen: unknown[] = Array.isArray(value) ? value : [value];
      const isChoice = (one: unknown) => one === '' || (typeof one === 'string' && choices.includes(one));
      return chosen.every(isChoice) ? [] : fault(`Choose from: ${choices.join(', ')}.`);
    }
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
    case 'date':
    case 'number':
    case 'checkbox':
      return isPlain(value) || ('hasMany' in field && field.hasMany === true) ? [] : fault('This is no single value.');
    case 'richText':
      return isRichText(value) ? [] : fault('This is not text as the editor makes it.');
    default:
      return [];
  }
}

function isRichText(value: unknown): boolean {
  if (!isObject(value) || !isObject(value.root) || value.root.type !== 'root') return false;
  const waiting = childrenOf(value.root);
  for (let node = waiting?.pop(); node !== undefined; node = waiting?.pop()) {
    if (!isObject(node) || typeof node.type !== 'string' || !PARTS.has(node.type)) return false;
    if (node.children !== undefined && !Array.isArray(node.children)) return false;
    waiting?.push(...(childrenOf(node) ?? []));
  }
  return waiting !== null;
}

/** JSON has no dates; our own code has. */
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value instanceof Date;

const childrenOf = ({ children }: Sent): unknown[] | null =>
  Array.isArray(children) ? [...(children as unknown[])] : null;
const isObject = (value: unknown): value is Sent =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const deepest = (data: Sent): string => Object.keys(data).find((name) => isTooDeep(data[name])) ?? '';

/** Level by level, because what calls itself would break on it too. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    );
  }
  return false;
}
