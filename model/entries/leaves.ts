import { fieldsOf } from './entries.ts';
import type { EmbeddedField, Field, Fields, LeafField, ListField, NotShown, SafetyClass, Sayings } from './field.ts';
import { inWords, rowLabel } from './labels.ts';
import type { EntryType } from './types.ts';

/** One value of an entry that has no fields below it, with its description. */
export interface Leaf {
  node: 'leaf';
  /** true path in the content, e.g. `sections.2.figures.0.alt` */
  path: string;
  /** path that a change of order leaves alone: rows by their key, figures by their file, other items by their list, e.g. `sections.safety.body` */
  place: string;
  /** the place as a reader of a diff calls it, outermost first */
  labels: readonly string[];
  field: LeafField;
  value: unknown;
  safety: SafetyClass;
  /** text for readers */
  running: boolean;
  notShown: NotShown;
  /** it names the row that it stands in */
  isKey: boolean;
  /** it belongs to a source or figure that several entries may use */
  isShared: boolean;
}

/** A shared document in an entry: a source, a figure, a place. */
export interface Embedded {
  node: 'embedded';
  path: string;
  field: EmbeddedField;
  value: unknown;
}

/** A list as a whole, be it empty. */
interface Whole {
  node: 'list';
  path: string;
  field: ListField;
  value: unknown;
}

/** A content, or what a content file says of one. */
interface Described {
  type: EntryType;
}

/**
 * Every value of a content with its description, in the order of the description. All rules that hold for fields
 * of a kind walk this list, so that none needs to know the name of a field.
 */
export const leavesOf = (content: Described): Leaf[] => walk(content).filter((node) => node.node === 'leaf');

/** The sources, figures and places of a content, in the order of the description. */
export const embeddedOf = (content: Described): Embedded[] => walk(content).filter((node) => node.node === 'embedded');

/** The values and lists of a content that its description requires. */
export const requiredOf = (content: Described): (Leaf | Whole)[] =>
  walk(content).filter((node): node is Leaf | Whole => node.node !== 'embedded' && node.field.required !== false);

/** Where the walk stands, and what the fields around it said. */
type Position = Pick<Leaf, 'path' | 'place' | 'labels' | 'running' | 'notShown' | 'isKey' | 'isShared'> & {
  safety: SafetyClass | null;
};
type Node = Leaf | Embedded | Whole;

const ROOT: Position = {
  ...{ path: '', place: '', labels: [], notShown: {} },
  ...{ safety: null, running: true, isKey: false, isShared: false },
};

function walk(content: Described): Node[] {
  const found: Node[] = [];
  inside(fieldsOf(content.type), content, ROOT, found);
  return found;
}

/** Adds what is found to `found`: everybody walks all texts, and joining lists of lists takes half of the time. */
function inside(fields: Fields, value: unknown, at: Position, found: Node[], keyedBy: string | null = null): void {
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    if (!field) continue;
    const { safety, running, notShown, isShared } = heed(at, field.says);
    const here: Position = {
      safety,
      running,
      notShown,
      isShared,
      path: joined(at.path, name),
      place: joined(at.place, name),
      labels: [...at.labels, field.says.label ?? inWords(name)],
      // A reference says something beside naming its row.
      isKey: name === keyedBy && field.kind !== 'reference',
    };
    visit(field, memberOf(value, name), here, found);
  }
}

function visit(field: Field, value: unknown, at: Position, found: Node[]): void {
  switch (field.kind) {
    case 'group':
      inside(field.fields, value, at, found);
      return;
    case 'embedded':
      found.push({ node: 'embedded', path: at.path, field, value });
      inside(field.fields, value, { ...at, isShared: true }, found);
      return;
    case 'list': {
      const { item, keyedBy, rows } = field;
      found.push({ node: 'list', path: at.path, field, value });
      itemsOf(value).forEach((each, i) => {
        const path = joined(at.path, String(i));
        if (keyedBy === null || item.kind !== 'group') {
          visit(item, each, { ...heed(at, item.says), path, place: joined(at.place, fileOf(item, each)) }, found);
          return;
        }
        const key = keyOf(each, keyedBy);
        const said = heed(heed(at, item.says), rows ? (rows[key] ?? STRICT) : {});
        const byReference = item.fields[keyedBy]?.kind === 'reference';
        const labels = byReference ? at.labels : [...at.labels.slice(0, -1), rowLabel(at.labels.at(-1) ?? '', key)];
        inside(item.fields, each, { ...said, path, place: joined(at.place, key), labels }, found, keyedBy);
      });
      return;
    }
    default: {
      const { path, place, labels, safety, running, notShown, isKey, isShared } = at;
      found.push({
        node: 'leaf',
        path,
        place,
        labels,
        field,
        value,
        safety: safety ?? 'always',
        running,
        notShown,
        isKey,
        isShared,
      });
    }
  }
}

/** A row whose key is on no list. */
const STRICT: Sayings = { safety: 'always' };

/** The position with what a field says of itself; what it leaves open, the fields around it have said. */
const heed = (at: Position, says: Sayings): Position =>
  says.safety === undefined && says.running === undefined && says.notShown === undefined
    ? at
    : {
        ...at,
        safety: stricter(says.safety ?? null, at.safety),
        running: says.running ?? at.running,
        notShown: says.notShown ? { ...at.notShown, ...says.notShown } : at.notShown,
      };

/** Running text inside a part of which every change counts counts too, whatever it says of itself. */
const stricter = (own: SafetyClass | null, around: SafetyClass | null): SafetyClass | null =>
  own === 'by-words' && around === 'always' ? 'always' : (own ?? around);

/** What names a figure among others whatever its position: its words belong to its file. Empty for all else. */
function fileOf(item: Field, value: unknown): string {
  if (item.kind !== 'embedded' || item.collection !== 'media') return '';
  const [smallest] = itemsOf(memberOf(value, 'renditions'));
  const hash = memberOf(smallest, 'sha256');
  return typeof hash === 'string' ? hash : '';
}

const joined = (path: string, next: string): string => (path === '' ? next : next === '' ? path : `${path}.${next}`);
const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A field of a value that is an object; undefined of anything else. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** The key of a row of a keyed list; empty when it has none yet. */
export function keyOf(row: unknown, keyedBy: string): string {
  const key = memberOf(row, keyedBy);
  return typeof key === 'string' ? key : '';
}
