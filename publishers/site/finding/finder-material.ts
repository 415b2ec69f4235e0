import type { CauseContent } from '../../../model/entries/cause.ts';
import type { GuideContent } from '../../../model/entries/guide.ts';
import type { Location } from '../../../model/entries/location.ts';
import { ifProved } from '../../../release-log/integrity.ts';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import { liveOf } from '../references.ts';
import { inOrderOf, mapOf, type BodyMap } from './body-map.ts';
import { MOST_WORSE, type FinderAnswers } from './finder-query.ts';
import type { Candidate } from './finder-rules.ts';
import { saysWorse } from './worse.ts';

/** A cause that a guide names, with what the finder asks of it. */
export interface FoundCause extends Candidate {
  entry: LibraryEntry;
}

/** What the finder of one guide works with. */
export interface FinderMaterial {
  entry: LibraryEntry;
  guide: GuideContent;
  map: BodyMap | null;
  /** where its causes are felt, in the words of the causes, as the map numbers them */
  places: Location[];
  causes: FoundCause[];
  /** its live warning signs */
  flags: LibraryEntry[];
}

/**
 * Reads the guide and every cause that it names. A cause whose text does not verify is left out: it has no page
 * either. Null when the guide itself cannot be read.
 */
export async function materialOf(
  entry: LibraryEntry,
  library: Library,
  maps: readonly BodyMap[],
): Promise<FinderMaterial | null> {
  const guide = (await ifProved(library.released(entry.uid)))?.snapshot;
  if (guide?.type !== 'guide') return null;
  const causes = (await Promise.all(liveOf(library, guide.causes).map((cause) => described(cause, library)))).filter(
    (cause) => cause !== null,
  );
  const map = mapOf(maps, guide.bodyArea);
  return { entry, guide, map, places: placesOf(causes, map), causes, flags: liveOf(library, guide.redFlags) };
}

/** Where these causes are felt, each place once. */
export const placesIn = (causes: readonly Pick<CauseContent, 'locations' | 'possibleLocations'>[]): Location[] => [
  ...new Map(
    causes
      .flatMap(({ locations, possibleLocations }) => [...locations, ...possibleLocations])
      .map((place) => [place.slug, place]),
  ).values(),
];

const placesOf = (causes: readonly FoundCause[], map: BodyMap | null) =>
  inOrderOf(map, placesIn(causes.map((cause) => cause.described)));

async function described(entry: LibraryEntry, library: Library): Promise<FoundCause | null> {
  const cause = (await ifProved(library.released(entry.uid)))?.snapshot;
  if (cause?.type !== 'cause') return null;
  const urgencies = liveOf(library, cause.redFlags).map(({ urgency }) => urgency);
  return { entry, title: entry.title, described: cause, urgencies };
}

/** How many of these causes can be felt at a place. */
export const feltHere = (causes: readonly FoundCause[], slug: string): number =>
  causes.filter(({ described: { locations, possibleLocations } }) =>
    [...locations, ...possibleLocations].some((place) => place.slug === slug),
  ).length;

/** What a key of what makes it worse means, in the words of the first of these causes that says it. */
export function wordsFor(key: string, causes: readonly FoundCause[]): string | null {
  for (const { described: cause } of causes) {
    const phrase = saysWorse(cause.worse, key);
    if (phrase !== null) return phrase;
  }
  return null;
}

/** The answers that this guide knows: what is unknown here is as good as not said. */
export function knownAnswers(answers: FinderAnswers, { entry, places, causes }: FinderMaterial): FinderAnswers {
  const location = places.find(({ slug }) => slug === answers.location)?.slug ?? null;
  const worse = answers.worse.filter((key) => wordsFor(key, causes) !== null).slice(0, MOST_WORSE);
  return { ...answers, guide: entry.slug, location, worse };
}
