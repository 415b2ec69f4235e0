import { stringify } from 'yaml';
import { fieldsOf } from '../../model/entries/entries.ts';
import type { Field, Fields, ListField } from '../../model/entries/field.ts';
import { emptyOf } from '../../model/entries/fill-missing.ts';
import { memberOf } from '../../model/entries/leaves.ts';
import { isDeepStrictEqual } from 'node:util';
import type { SharedCollection } from '../../model/entries/types.ts';
import type { Prose } from '../../model/prose.ts';
import type { OwnWords } from '../exchange/own-words.ts';
import { writeProse } from '../seed/markdown/write-prose.ts';

/** What a file calls what an entry names. */
export interface Names {
  /** `collection/slug` of an entry by its uid; null of one that nobody knows */
  address: (uid: string) => string | null;
  /** a shared document by its short name: of a figure the name of its file */
  shared: (collection: SharedCollection, name: string) => string;
}

/**
 * An entry as its content file: the way back from `seed/front-matter.ts` and the description's `file` schemas. What
 * stands in no file when it is empty is left out.
 */
export function writeEntry({ type, values }: OwnWords, uid: string, names: Names): string {
  const fields = fieldsOf(type);
  const front: Record<string, unknown> = { type, uid };
  const parts: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (field.kind === 'prose') parts.push(...partOf(name, value as Prose));
    else if (field.kind === 'list' && field.headings) {
      const { beside, written } = rowsAsParts(field, value, names);
      Object.assign(front, beside);
      parts.push(...written);
    } else Object.assign(front, member(name, field, value, names));
  }
  return [`---\n${asYaml(front)}---\n`, ...parts].join('\n');
}

const NO_NAMES: Names = { address: () => null, shared: (_, name) => name };

/** As every list and front matter is written: one text for one value, lines of any length. */
export const asYaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

/** The fields of a shared document, or of a row, that say something. */
export const writtenFields = (fields: Fields, value: unknown, names: Names = NO_NAMES): Record<string, unknown> =>
  Object.assign(
    {},
    ...Object.entries(fields).map(([name, field]) => member(name, field, memberOf(value, name), names)),
  ) as Record<string, unknown>;

function member(name: string, field: Field, value: unknown, names: Names): Record<string, unknown> {
  const isEmpty =
    field.kind === 'group'
      ? Object.keys(writtenFields(field.fields, value, names)).length === 0
      : field.kind !== 'embedded' && isDeepStrictEqual(value, emptyOf(field));
  return isEmpty ? {} : { [name]: written(field, value, names) };
}

function written(field: Field, value: unknown, names: Names): unknown {
  switch (field.kind) {
    case 'group':
      return writtenFields(field.fields, value, names);
    case 'list':
      return (Array.isArray(value) ? value : []).map((item) => written(field.item, item, names));
    case 'reference': {
      const address = typeof value === 'string' ? (names.address(value) ?? value) : value;
      return field.to.length === 1 && typeof address === 'string' ? address.split('/').at(-1) : address;
    }
    case 'prose':
      return writeProse(value as Prose);
    case 'embedded':
      return names.shared(field.collection, String(value));
    default:
      return value;
  }
}

const partOf = (heading: string, prose: Prose): string[] =>
  prose.length === 0 ? [] : [`## ${heading}\n\n${writeProse(prose)}\n`];

/** Rows that a file writes as headings: what else they hold stands in the front matter under its own name, by heading. */
function rowsAsParts(field: ListField, value: unknown, names: Names) {
  const rows: unknown[] = Array.isArray(value) ? value : [];
  const beside: Record<string, Record<string, unknown>> = {};
  const inner = field.item.kind === 'group' ? Object.entries(field.item.fields) : [];
  const written: string[] = [];
  for (const row of rows) {
    const heading = String(memberOf(row, field.keyedBy ?? ''));
    for (const [name, each] of inner) {
      if (name === field.keyedBy) continue;
      if (each.kind === 'prose') written.push(`## ${heading}\n\n${writeProse(memberOf(row, name) as Prose)}\n`);
      else
        for (const said of Object.values(member(name, each, memberOf(row, name), names)))
          beside[name] = { ...beside[name], [heading]: said };
    }
  }
  return { beside, written };
}
