import type { EntryCollection, SharedCollection } from '../../model/entries/types.ts';
import type { EmbeddedField, Field, Fields, LeafField, ReferenceField } from '../../model/entries/field.ts';
import { memberOf } from '../../model/entries/leaves.ts';
import type { Unsupported } from '../../model/revision.ts';
import { citedIds, idOf } from './lexical-nodes.ts';
import { lexicalToProse, type SourceNames } from './lexical-to-prose.ts';
import type { DocumentId } from './stored-entry.ts';

export type Referred = EntryCollection | SharedCollection;
/** Stored documents by collection and id, as text. */
export type Found = ReadonlyMap<Referred, ReadonlyMap<string, unknown>>;

/** What stands in the values for a shared document. */
export type Carried = (field: EmbeddedField, document: unknown) => unknown;

/** Ids of the documents that a stored entry refers to, carries or cites, by collection. */
export function referredBy(fields: Fields, doc: unknown): Map<Referred, Set<DocumentId>> {
  const wanted = new Map<Referred, Set<DocumentId>>();
  const want = (collection: Referred, id: DocumentId) =>
    wanted.set(collection, (wanted.get(collection) ?? new Set()).add(id));
  const look = (field: Field, stored: unknown): void => {
    if (field.kind === 'group') eachField(field.fields, stored, look);
    else if (field.kind === 'list')
      itemsOf(field, stored).forEach((item) => {
        look(field.item, item);
      });
    else if (field.kind === 'prose')
      citedIds(stored).forEach((id) => {
        want('sources', id);
      });
    else if (field.kind === 'reference' || field.kind === 'embedded') {
      const target = targetOf(field, stored);
      if (target) want(target.collection, target.id);
    }
  };
  eachField(fields, doc, look);
  return wanted;
}

/**
 * The described fields of a stored entry in one shape, whatever database holds them: sources, figures and places
 * embedded, other entries by uid, text without the blanks at its ends that no reader can see. What a field cannot carry is
 * named in `unsupported` with its path, instead of being dropped silently. `carried` answers what stands
 * for a shared document in place of its fields.
 */
export function readFields(
  fields: Fields,
  doc: unknown,
  found: Found,
  { carried }: { carried?: Carried } = {},
): { values: Record<string, unknown>; unsupported: Unsupported[] } {
  const unsupported: Unsupported[] = [];
  const document = (field: EmbeddedField | ReferenceField, stored: unknown): unknown => {
    const target = targetOf(field, stored);
    return target ? found.get(target.collection)?.get(String(target.id)) : undefined;
  };
  const sourceOf: SourceNames = (id) => {
    const slug = memberOf(found.get('sources')?.get(String(id)), 'slug');
    return typeof slug === 'string' && slug !== '' ? slug : null;
  };
  const readAll = (inner: Fields, stored: unknown, path: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(inner).map(([name, field]) => [
        name,
        read(field, memberOf(stored, field.says.form ?? name), path === '' ? name : `${path}.${name}`),
      ]),
    );
  const read = (field: Field, stored: unknown, path: string): unknown => {
    switch (field.kind) {
      case 'group':
        return readAll(field.fields, stored, path);
      case 'embedded': {
        const source = document(field, stored);
        if (source === undefined) return null;
        return carried ? carried(field, source) : readAll(field.fields, source, path);
      }
      case 'list':
        return itemsOf(field, stored)
          .map((item, i) => read(field.item, item, `${path}.${i}`))
          .filter((value) => value !== null && (value !== '' || field.rowsOf !== null));
      case 'reference':
        return memberOf(document(field, stored), 'uid') ?? null;
      default: {
        const { value, refused } = readLeaf(field, stored, sourceOf);
        unsupported.push(...refused.map((what) => ({ field: path, what })));
        return value;
      }
    }
  };
  return { values: readAll(fields, doc, ''), unsupported };
}

type PlainLeaf = Exclude<LeafField, ReferenceField>;

function readLeaf(field: PlainLeaf, stored: unknown, sourceOf: SourceNames): { value: unknown; refused: string[] } {
  const fine = (value: unknown) => ({ value, refused: [] });
  const refuse = (value: unknown) => ({
    value,
    refused: [typeof stored === 'string' ? stored : JSON.stringify(stored)],
  });
  const nothing = stored === null || stored === undefined || stored === '';
  switch (field.kind) {
    case 'text':
      return fine((typeof stored === 'string' ? stored.trim() : '') || field.empty);
    case 'prose': {
      const { prose, unsupported } = lexicalToProse(stored, sourceOf);
      return { value: prose, refused: unsupported };
    }
    case 'choice':
      if (nothing) return fine(null);
      return typeof stored === 'string' && field.options.includes(stored) ? fine(stored) : refuse(null);
    case 'number':
      if (nothing) return fine(field.empty);
      return typeof stored === 'number' && Number.isFinite(stored) ? fine(stored) : refuse(field.empty);
    case 'flag':
      return fine(stored === true);
    case 'day': {
      if (nothing) return fine(null);
      const day = typeof stored === 'string' ? stored.slice(0, 10) : null;
      return day !== null && field.shape.safeParse(day).success ? fine(day) : refuse(null);
    }
    case 'files': {
      const files = field.shape.safeParse(stored ?? []);
      return files.success ? fine(files.data) : refuse([]);
    }
  }
}

function eachField(fields: Fields, stored: unknown, look: (field: Field, stored: unknown) => void): void {
  for (const [name, field] of Object.entries(fields)) look(field, memberOf(stored, field.says.form ?? name));
}

/** The items of a list as stored; those of a form's rows without the row around them. */
function itemsOf({ rowsOf }: { rowsOf: string | null }, stored: unknown): unknown[] {
  const items: unknown[] = Array.isArray(stored) ? stored : [];
  return rowsOf === null ? items : items.map((row) => memberOf(row, rowsOf) ?? '');
}

/** What a stored relationship points to; polymorphic ones name their collection themselves. */
function targetOf(
  field: EmbeddedField | ReferenceField,
  stored: unknown,
): { collection: Referred; id: DocumentId } | null {
  const possible: readonly Referred[] = field.kind === 'embedded' ? [field.collection] : field.to;
  const named = memberOf(stored, 'relationTo');
  const collection = possible.length === 1 ? possible[0] : possible.find((candidate) => candidate === named);
  const id = idOf(named === undefined ? stored : memberOf(stored, 'value'));
  return collection && id !== null ? { collection, id } : null;
}
