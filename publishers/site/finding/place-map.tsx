import { PUBLIC_CACHE } from '../../http/caching.ts';
import { sizeOf, toRepresentation, type Rendered } from '../../http/representation.ts';
import { LRUCache } from 'lru-cache';
import { styleOf } from '../../html/style-of.ts';
import type { BodyMap, BodyView } from './body-map.ts';
import { SmallPainMap } from './pain-map.tsx';

/** Places by their keys, in the order of a map. */
interface Places {
  often: readonly string[];
  sometimes: readonly string[];
}

interface PlaceMap {
  map: BodyMap;
  /** of every picture of this map, whatever view it shows */
  size: BodyView['size'];
  path: string;
}

/** A map with these places on it as a picture of its own; null when no map of the installation draws one of them. */
export function placeMapOf(maps: readonly BodyMap[], { often, sometimes }: Places): PlaceMap | null {
  const map = maps.find(({ order }) => [...often, ...sometimes].some((slug) => order.includes(slug)));
  const size = map?.views[0]?.size;
  if (!map || !size) return null;
  const drawn = (slugs: readonly string[]) => map.order.filter((slug) => slugs.includes(slug));
  const most = drawn(often);
  const rest = drawn(sometimes).filter((slug) => !most.includes(slug));
  return { map, size, path: `/maps/${most.join('.')}_${rest.join('.')}.svg` };
}

/** The places that an address of a picture names; null for what is none. */
export function placesAt(pathname: string): Places | null {
  const [, often, sometimes] = /^\/maps\/([a-z0-9.-]{0,300})_([a-z0-9.-]{0,300})\.svg$/.exec(pathname) ?? [];
  if (often === undefined || sometimes === undefined) return null;
  const slugs = (text: string) => text.split('.').filter((slug) => slug !== '');
  return { often: slugs(often), sometimes: slugs(sometimes) };
}

/** The picture at an address, or null where none is. */
export type PlaceMaps = (pathname: string) => Promise<Rendered | null>;

/** Bytes of pictures that are kept. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Pictures of these maps, each drawn and compressed once while it is asked for: the log says nothing of them. */
export function createPlaceMaps(maps: readonly BodyMap[]): PlaceMaps {
  const kept = new LRUCache<string, Rendered>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ representation }) => sizeOf(representation),
  });
  return async (pathname) => {
    const known = kept.get(pathname);
    if (known) return known;
    const picture = await renderPlaceMap(maps, pathname);
    if (picture) kept.set(pathname, picture);
    return picture;
  };
}

/**
 * The picture: it has its own colours, light and dark, and no words, which stand beside it. Null when its address is not
 * the one that a page would give it, so that each picture has one.
 */
async function renderPlaceMap(maps: readonly BodyMap[], pathname: string): Promise<Rendered | null> {
  const places = placesAt(pathname);
  const found = places && placeMapOf(maps, places);
  if (!places || found?.path !== pathname) return null;
  const { renderToStaticMarkup } = await import('react-dom/server');
  const named = (slugs: readonly string[]) => slugs.map((slug) => ({ slug, label: slug }));
  const drawn = renderToStaticMarkup(
    <SmallPainMap map={found.map} often={named(places.often)} sometimes={named(places.sometimes)} id="m" />,
  );
  const [svg = ''] = /<svg.*<\/svg>/s.exec(drawn) ?? [];
  const alone = svg
    .replace(/ aria-label="[^"]*"/, '')
    .replace(
      '<svg',
      `<svg xmlns="http://www.w3.org/2000/svg" width="${found.size.width}" height="${found.size.height}"`,
    )
    .replace('>', () => `><style>${styleOf(svg)}</style>`);
  return {
    representation: toRepresentation(alone, 'image/svg+xml; charset=utf-8'),
    status: 200,
    headers: { 'Cache-Control': PUBLIC_CACHE, 'X-Content-Type-Options': 'nosniff' },
  };
}
