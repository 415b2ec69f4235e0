/** The content of entry files on the way that a load takes, without a database: Payload's data, then the revision. */
import { createHash } from 'node:crypto';
import { readFields, referredBy, type Found } from '../../editorial/records/read-fields.ts';
import { ENTRIES, fieldsOf, type EntryContent } from '../../model/entries/entries.ts';
import type { FigureContent } from '../../model/entries/shared.ts';
import { COLLECTION_OF, SCHEMA } from '../../model/entries/types.ts';
import { toData } from '../../scripts/seed/entry-data.ts';
import type { Library, LibraryEntry } from '../../scripts/seed/read-library.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the system makes of a figure's file. */
export const filesOf = (file: string): Pick<FigureContent, 'renditions' | 'mailPicture'> => ({
  renditions: [{ width: 640, height: 480, sha256: hashOf(file) }],
  mailPicture: [{ width: 640, height: 480, sha256: hashOf(`${file} by mail`), format: 'png' }],
});

/** The content of an entry file; `renditionsOf`: the files of a figure for pages, one unless told. */
export function contentOf(
  { data }: LibraryEntry,
  library: Library,
  renditionsOf: (file: string) => FigureContent['renditions'] | undefined = () => undefined,
): EntryContent {
  const fields = fieldsOf(data.type);
  const asGiven = { entry: (reference: string) => reference, shared: (_: string, name: string) => name };
  const stored = toData(data, asGiven);
  const shared = new Map<string, unknown>([
    ...library.sources.map((source) => [source.slug, source] as const),
    ...library.locations.map((place) => [place.slug, place] as const),
    ...library.terms.map((term) => [term.slug, term] as const),
    ...library.figures.map((figure) => {
      const { renditions, mailPicture } = filesOf(figure.file);
      return [figure.file, { ...figure, renditions: renditionsOf(figure.file) ?? renditions, mailPicture }] as const;
    }),
  ]);
  const found: Found = new Map(
    [...referredBy(fields, stored)].map(([collection, ids]) => [
      collection,
      new Map([...ids].map((id) => [String(id), shared.get(String(id)) ?? { uid: String(id) }])),
    ]),
  );
  const { values, unsupported } = readFields(fields, stored, found);
  if (unsupported.length > 0) throw new Error(JSON.stringify(unsupported));

  return ENTRIES[data.type].shape.parse({
    schema: SCHEMA,
    type: data.type,
    uid: `${COLLECTION_OF[data.type]}/${data.slug}`,
    ...values,
  });
}
