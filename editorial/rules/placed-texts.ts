import type { EntryContent } from '../../model/entries/entries.ts';
import { leavesOf, type Leaf } from '../../model/entries/leaves.ts';
import { spoken } from '../../model/entries/spoken.ts';

/** What readers read in one place of an entry: a text, or the items of a plain list, one line each. */
export interface PlacedText extends Pick<Leaf, 'field' | 'safety' | 'isShared'> {
  /** true path of the text, or of the first item, e.g. `cautions.0` */
  path: string;
  /** true path of each line's text, in their order */
  paths: string[];
  text: string;
}

/**
 * The running text of an entry by its places, in the order of the description. Which fields are running text the
 * description says: a new one is in by itself.
 */
export function placedTexts(content: EntryContent): PlacedText[] {
  const places = new Map<string, PlacedText>();
  for (const { path, place, field, value, running, isKey, isShared, safety } of leavesOf(content)) {
    const text = running && !isKey ? spoken(field).plain(value).trim() : '';
    if (text === '') continue;
    // Figures have a place by their files, which a draft may not have yet.
    const at = isShared ? path : place;
    const known = places.get(at);
    if (known) {
      known.text += `\n${text}`;
      known.paths.push(path);
    } else places.set(at, { path, paths: [path], field, safety, isShared, text });
  }
  return [...places.values()];
}
