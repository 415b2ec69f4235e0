import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import { liveOf } from '../references.ts';
import type { BodyMap } from './body-map.ts';
import { materialOf } from './finder-material.ts';

/** The first guide, in the order of their titles, with a cause that is felt at a place; null when there is none. */
export type GuideAt = (place: string, library: Library, maps: readonly BodyMap[]) => Promise<LibraryEntry | null>;

/** Guides that are looked into for a place that was named without a guide. */
const MOST_GUIDES = 20;
/** Milliseconds that a reading stands in which something did not verify: somebody may have repaired it. */
const LOOK_AGAIN_MS = 10_000;

interface Reading {
  /** id and position of the log */
  of: string;
  at: number;
  places: Promise<Places>;
}

interface Places {
  /** uid of a guide by the key of a place */
  guides: ReadonlyMap<string, string>;
  /** whether every row verified */
  whole: boolean;
}

/** Reads the guides once for a position of the log, whatever places are asked for. */
export function createGuidesByPlace(now: () => number = () => performance.now()): GuideAt {
  let reading: Reading | null = null;

  const placesIn = async (library: Library, maps: readonly BodyMap[]): Promise<Places> => {
    const of = `${library.logId} ${library.head}`;
    const last = reading;
    if (last?.of === of) {
      const known = await last.places;
      if (known.whole || now() - last.at < LOOK_AGAIN_MS) return known;
    }
    const places = readPlaces(library, maps);
    const next = { of, at: now(), places };
    reading = next;
    places.catch(() => {
      if (reading === next) reading = null;
    });
    return places;
  };

  return async (place, library, maps) => {
    const uid = (await placesIn(library, maps)).guides.get(place);
    const guide = uid === undefined ? null : library.live(uid);
    return guide?.type === 'guide' ? guide : null;
  };
}

async function readPlaces(library: Library, maps: readonly BodyMap[]): Promise<Places> {
  const guides = new Map<string, string>();
  let whole = true;
  for (const guide of library.list('guide').slice(0, MOST_GUIDES)) {
    const material = await materialOf(guide, library, maps);
    if (!material || material.causes.length < liveOf(library, material.guide.causes).length) whole = false;
    for (const { slug } of material?.places ?? []) if (!guides.has(slug)) guides.set(slug, guide.uid);
  }
  return { guides, whole };
}
