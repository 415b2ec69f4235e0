import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SHARED_COLLECTIONS, type SharedCollection } from '../../model/entries/types.ts';
import { ifThere } from '../../model/if-there.ts';
import { kindOf, sha256, withoutFiles } from '../exchange/shared-documents.ts';
import type { ContentProblem } from '../seed/read-folder.ts';
import type { Library } from '../seed/read-library.ts';

/** A shared document as the files have it. */
export interface FileOfShared {
  collection: SharedCollection;
  /** what entries call it */
  file: string;
  name: string;
  words: Readonly<Record<string, unknown>>;
  picture: Buffer | null;
}

/** The shared documents of a library's files; a figure without its picture is a problem. */
export async function sharedFiles({ sources, figures, locations, terms }: Library): Promise<{
  shared: FileOfShared[];
  problems: ContentProblem[];
}> {
  const plain = (collection: SharedCollection, row: { slug: string }): FileOfShared => ({
    collection,
    file: row.slug,
    name: row.slug,
    words: withoutFiles(kindOf(collection).fields, row),
    picture: null,
  });
  const listed = { sources, locations, terms } satisfies Record<Exclude<SharedCollection, 'media'>, { slug: string }[]>;
  const shared = SHARED_COLLECTIONS.flatMap((collection) =>
    collection === 'media' ? [] : listed[collection].map((row) => plain(collection, row)),
  );
  const problems: ContentProblem[] = [];
  for (const { folder, file, ...row } of figures) {
    const picture = await ifThere(readFile(path.join(folder, 'figures', file)));
    if (!picture) problems.push({ file: `figures/${file}`, message: 'there is no such file' });
    else {
      const words = { ...withoutFiles(kindOf('media').fields, row), file: sha256(picture) };
      shared.push({ collection: 'media', file, name: path.parse(file).name, words, picture });
    }
  }
  return { shared, problems };
}
