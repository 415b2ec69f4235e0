/** The vocabulary of schema.org, as the type definitions of `schema-dts` carry it: read, not kept here. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = createRequire(import.meta.url)
  .resolve('schema-dts')
  .replace(/schema\.js$/, 'schema.d.ts');

interface Type {
  parents: string[];
  /** what each property of its own may be: names of types and of data types */
  properties: Map<string, string[]>;
}

const types = new Map<string, Type>();
/** `MedicalSymptom` of the type that an object names → the interface that describes it */
const named = new Map<string, string>();

for (const [, name = '', parents = '', body = ''] of readFileSync(file, 'utf8').matchAll(
  /^(?:export )?interface (\w+)(?: extends ([^{]+))? \{\n(.*?)^\}/gms,
)) {
  const properties = [...body.matchAll(/^ {4}"(\w+)"\?: SchemaValue<(.+?), "\w+">;$/gm)].map(
    ([, property = '', range = '']) => [property, range.split(' | ')] as const,
  );
  types.set(name, { parents: parents.split(', ').map((one) => one.trim()), properties: new Map(properties) });
  const says = /^ {4}"@type": "(\w+)";$/m.exec(body)?.[1];
  if (says !== undefined) named.set(says, name);
}

/** An interface and all that it extends. */
function lineOf(name: string): string[] {
  return [name, ...(types.get(name)?.parents ?? []).flatMap(lineOf)];
}

const DATA = new Set(['Text', 'URL', 'Date', 'DateTime', 'Number', 'Integer', 'Float', 'Boolean', 'Time', 'Duration']);
const KEYWORDS = new Set(['@type', '@id', '@context']);

/** What of a description the vocabulary does not know: an unknown type or property, a value of a wrong kind. */
export function problemsOf(value: unknown, at = '$'): string[] {
  if (typeof value !== 'object' || value === null) return [`${at} is no object`];
  const { '@type': type } = value as Record<string, unknown>;
  const known = typeof type === 'string' ? named.get(type) : undefined;
  if (known === undefined) return [`${at}: there is no type ${JSON.stringify(type)}`];
  const line = lineOf(known).flatMap((name) => types.get(name) ?? []);
  return Object.entries(value)
    .filter(([property]) => !KEYWORDS.has(property))
    .flatMap(([property, given]) => {
      const ranges = line.flatMap(({ properties }) => properties.get(property) ?? []);
      if (ranges.length === 0) return [`${at}: ${String(type)} has no ${property}`];
      return [given].flat().flatMap((one: unknown, i) => problemsOfValue(one, ranges, `${at}.${property}[${i}]`));
    });
}

function problemsOfValue(value: unknown, ranges: string[], at: string): string[] {
  if (typeof value !== 'object' || value === null) {
    return ranges.some((range) => DATA.has(range)) ? [] : [`${at} must be one of ${ranges.join(', ')}`];
  }
  const { '@type': type } = value as Record<string, unknown>;
  const line = lineOf(named.get(String(type)) ?? '').map((name) => name.replace(/(Base|Leaf)$/, ''));
  const fits = ranges.some((range) => line.includes(range));
  return [...(fits ? [] : [`${at}: ${String(type)} is none of ${ranges.join(', ')}`]), ...problemsOf(value, at)];
}
