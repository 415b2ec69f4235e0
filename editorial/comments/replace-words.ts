import { memberOf } from '../../model/entries/leaves.ts';
import type { Field, Fields } from '../../model/entries/field.ts';
import { asNode } from '../records/lexical-nodes.ts';
import { replaceInLexical } from './replace-in-lexical.ts';
import { replaceStretch, stretchOf, type Words } from './stretch.ts';

/**
 * The stored fields of an entry with other words in one place: the one member to save. Null where words cannot be put
 * by a machine: across a link, a citation or a paragraph, in a document of its own, or where what is stored is not
 * what was counted.
 */
export function replaceWords(
  fields: Fields,
  stored: unknown,
  words: Words,
  replacement: string,
): Record<string, unknown> | null {
  const copy: unknown = structuredClone(stored);
  const steps = words.path.split('.');
  const [first = ''] = steps;
  const field = fields[first];
  if (!field) return null;
  const name = field.says.form ?? first;
  const put = (leaf: Field, value: unknown) => otherWords(leaf, value, words, replacement);
  const done = putAt(field, copy, name, steps.slice(1), put);
  return done ? { [name]: memberOf(copy, name) } : null;
}

type Put = (leaf: Field, value: unknown) => unknown;

/** Puts a value where the steps lead, below `name` of `owner`; false where they lead nowhere. */
function putAt(field: Field, owner: unknown, name: string | number, steps: readonly string[], put: Put): boolean {
  if (typeof owner !== 'object' || owner === null) return false;
  const value: unknown = Reflect.get(owner, name);
  const [step = '', ...rest] = steps;
  if (field.kind === 'group') {
    const inner = field.fields[step];
    return inner ? putAt(inner, value, inner.says.form ?? step, rest, put) : false;
  }
  if (field.kind === 'list') {
    const items: unknown[] = Array.isArray(value) ? value : [];
    const at = Number(step);
    return field.rowsOf === null
      ? putAt(field.item, items, at, rest, put)
      : putAt(field.item, items[at], field.rowsOf, rest, put);
  }
  if (field.kind === 'embedded' || steps.length > 0) return false;
  const other = put(field, value);
  return other === null ? false : Reflect.set(owner, name, other);
}

function otherWords(leaf: Field, value: unknown, words: Words, replacement: string): unknown {
  if (leaf.kind === 'text' && typeof value === 'string') {
    const stretch = stretchOf([value], words);
    return stretch && replaceStretch(value, { from: stretch.from.at, to: stretch.to.at }, replacement);
  }
  return leaf.kind === 'prose' ? replaceInLexical(asNode(value), words, replacement) : null;
}
