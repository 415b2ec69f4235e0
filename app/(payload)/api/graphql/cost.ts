import { Kind, parse, type DocumentNode, type FieldNode, type SelectionSetNode, type ValueNode } from 'graphql';
import { MOST_LISTED } from '../../../../collections/shared/requests.ts';

/** The most that one question may ask for. */
export const MOST = { bytes: 64 * 1024, depth: 12, rows: 500, fields: 20_000 } as const;

/** Rows of a list, and of a list inside a row, when the question does not say how many. */
const ROWS = 10;
const INNER_ROWS = 5;

interface Cost {
  depth: number;
  /** of the collections' lists: `limit`, once for every alias and every row around it */
  rows: number;
  /** fields answered, counted for every row */
  fields: number;
}

/**
 * What a question may cost at most, by its words alone: every alias counts, each list as often as it has rows, and
 * what stands in a fragment wherever it is used. Without end for fragments that contain themselves. Throws graphql's
 * SyntaxError.
 */
export function costOf(query: string, variables: Readonly<Record<string, unknown>> = {}): Cost {
  const document = parse(query, { maxTokens: 10_000, noLocation: true });
  const count = counter(document, variables);
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ selectionSet }) => count(selectionSet, true))
    .reduce(add, NOTHING);
}

export const isTooDear = ({ depth, rows, fields }: Cost): boolean =>
  depth > MOST.depth || rows > MOST.rows || fields > MOST.fields;

const NOTHING: Cost = { depth: 0, rows: 0, fields: 0 };
const ENDLESS: Cost = { depth: Infinity, rows: Infinity, fields: Infinity };

const add = (one: Cost, other: Cost): Cost => ({
  depth: Math.max(one.depth, other.depth),
  rows: one.rows + other.rows,
  fields: one.fields + other.fields,
});

function counter(document: DocumentNode, variables: Readonly<Record<string, unknown>>) {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
    ),
  );
  // Each fragment is counted once: they may stand in each other many times over.
  const known = new Map<string, Cost>();
  const ofFragment = (name: string, isOutermost: boolean): Cost => {
    const key = `${name} ${isOutermost}`;
    const counted = known.get(key);
    const set = fragments.get(name);
    if (counted || !set) return counted ?? NOTHING;
    known.set(key, ENDLESS);
    const cost = ofSet(set, isOutermost);
    known.set(key, cost);
    return cost;
  };
  const ofField = ({ selectionSet, arguments: given, name }: FieldNode, isOutermost: boolean): Cost => {
    if (!selectionSet) return { depth: 1, rows: 0, fields: 1 };
    const inside = ofSet(selectionSet, false);
    const limit = given?.find((each) => each.name.value === 'limit')?.value;
    // What is asked first is held to be a list, whatever it is.
    const rows = isOutermost || limit ? rowsOf(limit, variables) : 0;
    const times = rows || (name.value === 'docs' ? 1 : INNER_ROWS);
    return { depth: inside.depth + 1, rows: rows + times * inside.rows, fields: 1 + times * inside.fields };
  };
  const ofSet = ({ selections }: SelectionSetNode, isOutermost: boolean): Cost =>
    selections
      .map((each) => {
        if (each.kind === Kind.FIELD) return ofField(each, isOutermost);
        if (each.kind === Kind.FRAGMENT_SPREAD) return ofFragment(each.name.value, isOutermost);
        return ofSet(each.selectionSet, isOutermost);
      })
      .reduce(add, NOTHING);
  return ofSet;
}

/** As the server bounds it: what is no number from 1 to 100 is a hundred. */
function rowsOf(limit: ValueNode | undefined, variables: Readonly<Record<string, unknown>>): number {
  if (!limit) return ROWS;
  const value =
    limit.kind === Kind.INT ? limit.value : limit.kind === Kind.VARIABLE ? variables[limit.name.value] : null;
  const asked = Math.trunc(Number(value));
  return asked >= 1 && asked <= MOST_LISTED ? asked : MOST_LISTED;
}
