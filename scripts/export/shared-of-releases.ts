import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Payload } from 'payload';
import canonicalize from 'canonicalize';
import sharp from 'sharp';
import { originalOf as fileOfOriginal } from '../../collections/media-renditions.ts';
import { readFields, type Carried } from '../../editorial/records/read-fields.ts';
import { memberOf } from '../../model/entries/leaves.ts';
import { figure } from '../../model/entries/shared.ts';
import { baseOf } from '../exchange/own-words.ts';
import { originalOf, sha256, kindOf, withoutFiles, type SharedDocument } from '../exchange/shared-documents.ts';
import { LIST_OF, type ContentProblem } from '../seed/read-folder.ts';
import type { WrittenShared } from './library-files.ts';
import { ifThere } from '../../model/if-there.ts';

/** A shared document as a release froze it, and where. */
interface Frozen {
  collection: SharedDocument['collection'];
  content: unknown;
  /** `collection/slug` of the first entry with it */
  at: string;
}

const keyOf = (content: unknown): string => canonicalize(content) ?? '';

/**
 * The sources and figures that readers have, each under the short name that it has in the installation. A source that
 * two releases have in two states has no place in one list: a problem. So is a figure whose file was not kept.
 */
export function sharedOfReleases(payload: Payload, stored: readonly SharedDocument[], dataDir: string) {
  const frozen = new Map<string, Frozen>();
  const keep =
    (at: string): Carried =>
    (field, content) => {
      const key = keyOf(content);
      if (!frozen.has(key)) frozen.set(key, { collection: field.collection, content, at });
      return key;
    };
  const settle = async (): Promise<{ nameOf: Carried; shared: WrittenShared[]; problems: ContentProblem[] }> => {
    const names = new Map<string, string>();
    const problems: ContentProblem[] = [];
    const taken = new Map<string, Frozen>();
    for (const [key, one] of inOrder(frozen, stored)) {
      const name = one.collection === 'media' ? figureName(one, stored) : String(memberOf(one.content, 'slug'));
      const other = taken.get(`${one.collection}/${name}`);
      if (other && one.collection !== 'media') {
        const message = `${one.at} and ${other.at} have ${name} in two states: release the one that is behind`;
        problems.push({ file: LIST_OF[one.collection], message });
      }
      const own = other && one.collection === 'media' ? `${name}-${baseOf(one.content).slice(0, 8)}` : name;
      taken.set(`${one.collection}/${own}`, one);
      names.set(key, own);
    }
    const shared: WrittenShared[] = [];
    for (const [key, one] of frozen) {
      const name = names.get(key) ?? '';
      // What is no part of an entry's words, such as the body areas of a place, is as it stands now.
      const now = stored.find((each) => each.collection === one.collection && each.name === name)?.words;
      const words = withoutFiles(kindOf(one.collection).fields, { ...now, ...Object(one.content) });
      if (one.collection !== 'media') shared.push({ collection: one.collection, name, words, picture: null });
      else {
        const bytes = await pictureOf(payload, one, stored, dataDir);
        if (!bytes)
          problems.push({
            file: LIST_OF[one.collection],
            message: `${name}: the file that ${one.at} shows was not kept`,
          });
        else {
          const picture = { bytes, ending: await endingOf(bytes) };
          shared.push({ collection: 'media', name, words: { ...words, file: sha256(bytes) }, picture });
        }
      }
    }
    return { nameOf: (_, content) => names.get(keyOf(content)), shared, problems };
  };
  return { keep, settle };
}

/** A figure as its collection has it now keeps its name before one that was changed since. */
function inOrder(frozen: ReadonlyMap<string, Frozen>, stored: readonly SharedDocument[]): [string, Frozen][] {
  const current = new Set(
    stored.filter(({ collection }) => collection === 'media').map(({ doc }) => keyOf(contentOf(doc))),
  );
  const rank = (key: string) => (current.has(key) ? 0 : 1);
  return [...frozen].sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

const contentOf = (doc: unknown): unknown => readFields(figure.fields, doc, new Map()).values;

const widestOf = (content: unknown): string => figure.shape.parse(content).renditions.at(-1)?.sha256 ?? '';

const docOf = ({ content }: Frozen, stored: readonly SharedDocument[]): SharedDocument | undefined => {
  const figures = stored.filter(({ collection }) => collection === 'media');
  const widest = widestOf(content);
  return (
    figures.find(({ doc }) => keyOf(contentOf(doc)) === keyOf(content)) ??
    figures.find(({ doc }) => widest !== '' && widestOf(contentOf(doc)) === widest)
  );
};

const figureName = (one: Frozen, stored: readonly SharedDocument[]): string =>
  docOf(one, stored)?.name ?? `figure-${widestOf(one.content).slice(0, 12)}`;

async function pictureOf(payload: Payload, one: Frozen, stored: readonly SharedDocument[], dataDir: string) {
  const doc = docOf(one, stored)?.doc;
  const kept = () => ifThere(readFile(path.join(dataDir, 'figures', fileOfOriginal(widestOf(one.content)))));
  return (doc ? await originalOf(payload, doc) : null) ?? kept();
}

const ENDINGS: Readonly<Record<string, string>> = { png: 'png', jpeg: 'jpg', webp: 'webp', heif: 'avif' };

/** The ending of a picture's name, by what its bytes are. */
export async function endingOf(bytes: Buffer): Promise<string> {
  const { format } = await sharp(bytes).metadata();
  return ENDINGS[format] ?? 'png';
}
