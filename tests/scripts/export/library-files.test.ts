import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENTRY_TYPES, type SharedCollection } from '../../../model/entries/types.ts';
import {
  libraryFiles,
  type Exported,
  type WrittenEntry,
  type WrittenShared,
} from '../../../scripts/export/library-files.ts';
import { wordsOfContent, wordsOfFile } from '../../../scripts/exchange/own-words.ts';
import { SHARED } from '../../../scripts/exchange/shared-documents.ts';
import { sharedFiles } from '../../../scripts/import/shared-files.ts';
import { keyOf } from '../../../scripts/seed/named-in.ts';
import { librariesIn, readLibrary } from '../../../scripts/seed/read-library.ts';
import { sampleOf } from '../../support/described.ts';

const figure: WrittenShared = {
  collection: 'media',
  name: 'a-figure',
  words: { alt: 'Old words.' },
  picture: { bytes: Buffer.from('a picture'), ending: 'png' },
};
const exported = (entries: WrittenEntry[], more: Partial<Exported> = {}): Exported => ({
  of: 'live',
  entries,
  shared: [figure],
  // As `support/described.ts` names what its samples name.
  address: (uid) => `${uid.slice('target-'.length).replace(/-\d$/, '')}s/a`,
  ...more,
});
const UID = '0190a0a0-0000-7000-8000-000000000001';
const sample = (type: (typeof ENTRY_TYPES)[number]) => {
  const content = sampleOf(type);
  const nameOf = (field: { collection: SharedCollection }) => (field.collection === 'media' ? 'a-figure' : 'a-name');
  return { ...wordsOfContent(content, nameOf), uid: UID, slug: content.slug, unsupported: [] };
};

describe('an entry as a file', () => {
  it.each(ENTRY_TYPES)('says every field that the description of a %s has', (type) => {
    const entry = sample(type);
    const { files, problems } = libraryFiles(exported([entry]));
    expect(problems).toEqual([]);
    const text = String(files.get(`${type}s/${entry.slug}.md`));
    const said = JSON.stringify(entry.values).match(/Canary \d of \S+ here/g) ?? [];
    expect(said.length).toBeGreaterThan(3);
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('is refused where the format cannot say it', () => {
    const entry = sample('cause');
    const refused = (values: object, unsupported: WrittenEntry['unsupported'] = []) =>
      libraryFiles(exported([{ ...entry, values: { ...entry.values, ...values }, unsupported }])).problems.map(
        ({ message }) => message,
      );
    const [first, second] = entry.values.sections as { kind: string }[];
    expect(refused({ sections: [second, first] })).toEqual([expect.stringContaining('out of order')]);
    expect(refused({ title: '' })).toEqual([expect.stringContaining('title: Invalid input')]);
    expect(refused({ title: ' Old words.' })).toEqual(['title: no file can say what is here']);
    expect(refused({}, [{ field: 'sections.0.body', what: 'an image' }])).toContain(
      'sections.0.body: no file can say an image',
    );
  });
});

describe('every library of this project', () => {
  it('is the same when it was written and read again', async () => {
    const { library, problems: before } = await readLibrary(...(await librariesIn('content')));
    expect(before).toEqual([]);
    const { shared } = await sharedFiles(library);
    const uids = new Map(library.entries.map((entry, i) => [keyOf(entry), UID.slice(0, -6) + String(100_000 + i)]));
    const names = {
      uid: (reference: string) => uids.get(reference) ?? null,
      shared: (collection: SharedCollection, name: string) => (collection === 'media' ? path.parse(name).name : name),
    };
    const addresses = new Map([...uids].map(([key, uid]) => [uid, key]));
    const address = (uid: string) => addresses.get(uid) ?? null;
    const entries = library.entries.map((entry) => ({
      ...wordsOfFile(entry.data, names),
      uid: uids.get(keyOf(entry)) ?? '',
      slug: entry.data.slug,
      unsupported: [],
    }));
    const { files, problems } = libraryFiles(
      exported(entries, {
        shared: shared.map((one) => ({ ...one, picture: one.picture && { bytes: one.picture, ending: 'png' } })),
        address,
      }),
    );
    expect(problems).toEqual([]);
    expect(files.size).toBe(entries.length + SHARED.length + library.figures.length);
  });
});
