/** A drawing of a part of the body whose areas are places, as an installation hands it in (`body-maps.ts`). */
export interface BodyMap {
  /** the body area as its guides name it */
  bodyArea: string;
  /** keys of the places that are drawn, in the order of their numbers */
  order: readonly string[];
  views: readonly BodyView[];
}

interface Point {
  x: number;
  y: number;
}

/** The body from one side. Shapes are path data of SVG 2 §9.3, measured from `middle`. */
export interface BodyView {
  seenFrom: 'front' | 'side' | 'back';
  size: { width: number; height: number };
  /** x of the line along which shapes are mirrored */
  middle: number;
  outline: string;
  /** bones of one side, drawn on both */
  bones?: { shapes: readonly string[]; place: string };
  creases: readonly string[];
  regions: readonly BodyRegion[];
}

export interface BodyRegion {
  /** key of a place */
  place: string;
  shape: string;
  /** the area is on both sides of the middle */
  mirrored?: boolean;
  /** where its number stands */
  number: Point;
}

/** The map of a guide's body area, as its words are written there; null when the installation has none. */
export const mapOf = (maps: readonly BodyMap[], bodyArea: string): BodyMap | null =>
  maps.find((map) => map.bodyArea.toLowerCase() === bodyArea.trim().toLowerCase()) ?? null;

/** Places as the map numbers them; what it does not draw comes after, in its own order. */
export function inOrderOf<Place extends { slug: string }>(map: BodyMap | null, places: readonly Place[]): Place[] {
  const order = map?.order ?? [];
  const drawn = order.flatMap((slug) => places.find((place) => place.slug === slug) ?? []);
  return [...drawn, ...places.filter(({ slug }) => !order.includes(slug))];
}
