import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { COLLECTION_OF, type SharedCollection } from '../../model/entries/types.ts';
import type { Unsupported } from '../../model/revision.ts';
import type { Manifest } from '../exchange/manifest.ts';
import { changedFields } from '../exchange/changed-fields.ts';
import { baseOf, namedIn, wordsOfFile, type OwnWords } from '../exchange/own-words.ts';
import { sha256, SHARED, sharedKey } from '../exchange/shared-documents.ts';
import { LIST_OF, parseEntry, type ContentProblem } from '../seed/read-folder.ts';
import { asYaml, writeEntry, writtenFields, type Names } from './entry-file.ts';

/** An entry that is to be written. */
export interface WrittenEntry extends OwnWords {
  uid: string;
  slug: string;
  unsupported: Unsupported[];
}

/** A shared document that is to be written. */
export interface WrittenShared {
  collection: SharedCollection;
  name: string;
  words: Readonly<Record<string, unknown>>;
  /** a figure's picture, and the ending of its name */
  picture: { bytes: Buffer; ending: string } | null;
}

export interface Exported {
  of: Manifest['of'];
  entries: WrittenEntry[];
  shared: WrittenShared[];
  /** `collection/slug` of an entry by its uid, written or not */
  address: (uid: string) => string | null;
}

/**
 * The files of a library, by path, and what marks their state. Each is read back: what the format cannot say is a
 * problem, never a loss.
 */
export function libraryFiles({ entries, shared, address }: Exported): {
  files: Map<string, string | Buffer>;
  bases: Record<string, string>;
  problems: ContentProblem[];
} {
  const files = new Map<string, string | Buffer>();
  const bases: Record<string, string> = {};
  const problems: ContentProblem[] = [];
  const endings = new Map(
    shared.map(({ collection, name, picture }) => [sharedKey(collection, name), picture?.ending]),
  );
  const fileOf: Names['shared'] = (collection, name) => {
    const ending = endings.get(sharedKey(collection, name));
    return ending === undefined ? name : `${name}.${ending}`;
  };
  const names: Names = { address, shared: fileOf };
  for (const entry of entries) {
    const file = `${COLLECTION_OF[entry.type]}/${entry.slug}.md`;
    const text = writeEntry(entry, entry.uid, names);
    if (files.has(file)) problems.push({ file, message: 'two entries have this address' });
    problems.push(...lostIn(entry, text, names).map((message) => ({ file, message })));
    files.set(file, text);
    bases[entry.uid] = baseOf({ type: entry.type, values: entry.values });
  }
  for (const { collection, fields, schema } of SHARED) {
    const list = LIST_OF[collection];
    const listed = shared
      .filter((each) => each.collection === collection)
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const rows = listed.map(({ name, words, picture }) => ({
      ...(picture ? { file: fileOf(collection, name) } : {}),
      ...writtenFields(fields, words),
    }));
    const text = asYaml(rows);
    const { error } = schema.safeParse(parseYaml(text));
    for (const issue of error?.issues ?? [])
      problems.push({ file: list, message: `${nameIn(listed, issue.path)}: ${issue.message}` });
    files.set(list, text);
    for (const { name, words, picture } of listed) {
      bases[sharedKey(collection, name)] = baseOf(words);
      if (picture) files.set(path.posix.join(path.posix.dirname(list), fileOf(collection, name)), picture.bytes);
    }
  }
  return { files, bases, problems };
}

const nameIn = (listed: WrittenShared[], [row, ...rest]: PropertyKey[]): string =>
  [typeof row === 'number' ? (listed[row]?.name ?? row) : row, ...rest].map(String).join('.');

/** What would not come back out of the file. */
function lostIn(entry: WrittenEntry, text: string, names: Names): string[] {
  const unsupported = entry.unsupported.map(({ field, what }) => `${field}: no file can say ${what}`);
  const { data, messages } = parseEntry(entry.type, text);
  if (!data) return [...unsupported, ...messages];
  const uids = new Map(namedIn(entry).map((uid) => [names.address(uid) ?? uid, uid]));
  const back = wordsOfFile(data, {
    uid: (reference) => uids.get(reference) ?? null,
    shared: (collection, name) => (collection === 'media' ? path.parse(name).name : name),
  });
  const lost = changedFields(entry, back).map((field) => `${field}: no file can say what is here`);
  return [...unsupported, ...messages, ...(messages.length === 0 ? lost : [])];
}

/** SHA-256 of each file. */
export const hashesOf = (files: ReadonlyMap<string, string | Buffer>): Record<string, string> =>
  Object.fromEntries([...files].map(([file, content]) => [file, sha256(content)]));
