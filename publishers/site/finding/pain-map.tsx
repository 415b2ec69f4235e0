import type { ReactNode } from 'react';
import { FINDING } from '../../wording/finding.ts';
import { capital } from '../../../model/entries/labels.ts';
import type { BodyMap, BodyRegion, BodyView } from './body-map.ts';

/** A place as the map and its list show it. Its number is where it stands in the list, from 1. */
export interface MapPlace {
  slug: string;
  /** in the words of the entries that name it */
  label: string;
  href: string;
  /** one line more for the list: what is felt there */
  note?: string | undefined;
  chosen?: boolean | undefined;
}

interface PainMapProps {
  /** null where the body area has no drawing: the list alone */
  map: BodyMap | null;
  places: readonly MapPlace[];
  /** begins the ids inside the drawing; one page may have several maps */
  id: string;
}

/**
 * Where something is felt: one link for each place, on the drawing and, with the same number, in a list that says it
 * in words. The drawing needs no pointer: its links come in the order of the numbers of each view, and each is named.
 */
export function PainMap({ map, places, id }: PainMapProps): ReactNode {
  return (
    <div className={map ? 'panel map three' : 'panel map'}>
      {map && (
        <div className="views">
          {map.views.map((view) => (
            <figure key={view.seenFrom} className={view.seenFrom === 'side' ? 'v-side' : undefined}>
              <figcaption>{FINDING.views[view.seenFrom]}</figcaption>
              <Drawing view={view} id={`${id}-${view.seenFrom}`} label={FINDING.viewOf(view.seenFrom)}>
                {regionsOf(view, places).map(({ region, place, number }) => (
                  <a
                    key={place.slug}
                    className={place.chosen ? 'zone hit on' : 'zone hit'}
                    href={place.href}
                    aria-label={FINDING.placeSeen(number, capital(place.label), view.seenFrom)}
                    aria-current={place.chosen ? 'true' : undefined}
                  >
                    <Area region={region} clip={`${id}-${view.seenFrom}`} />
                    <circle cx={region.number.x} cy={region.number.y} r="21" />
                    <text x={region.number.x} y={region.number.y}>
                      {number}
                    </text>
                  </a>
                ))}
              </Drawing>
            </figure>
          ))}
        </div>
      )}
      <ul className="legend">
        {places.map(({ slug, label, href, note, chosen }, i) => (
          <li key={slug}>
            <a href={href} aria-current={chosen ? 'true' : undefined}>
              {map && (
                <span className="n" aria-hidden="true">
                  {i + 1}
                </span>
              )}
              <span>
                <b>{capital(label)}</b>
                {note !== undefined && <small>{note}</small>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SmallMapProps {
  map: BodyMap;
  /** places in full tone, and those drawn with a dashed edge */
  often: readonly { slug: string; label: string }[];
  sometimes: readonly { slug: string; label: string }[];
  id: string;
}

/** The view of a map that shows most of these places, without links; null when it shows none. The words say it too. */
export function SmallPainMap({ map, often, sometimes, id }: SmallMapProps): ReactNode {
  const shows = (view: BodyView, places: SmallMapProps['often']) =>
    places.filter(({ slug }) => view.regions.some(({ place }) => place === slug)).length;
  const points = (view: BodyView) => 3 * shows(view, often) + shows(view, sometimes);
  const view = [...map.views].sort((a, b) => points(b) - points(a))[0];
  if (!view || points(view) === 0) return null;
  const tone = (slug: string) =>
    often.some((place) => place.slug === slug)
      ? 'zone on'
      : sometimes.some((place) => place.slug === slug)
        ? 'zone maybe'
        : 'zone';
  return (
    <div className="mini">
      <Drawing view={view} id={id} label={FINDING.feltIn(often, sometimes)} picture>
        {view.regions.map((region) => (
          <g key={region.place} className={tone(region.place)}>
            <Area region={region} clip={id} />
          </g>
        ))}
      </Drawing>
    </div>
  );
}

/** The areas of a view that are places of this page, each with its number, in the order of the numbers. */
const regionsOf = (view: BodyView, places: readonly MapPlace[]) =>
  places.flatMap((place, i) => {
    const region = view.regions.find((one) => one.place === place.slug);
    return region ? [{ region, place, number: i + 1 }] : [];
  });

/** What the style sheet may overrule stands here, and not in the sheet of every page with a map. */
const AREA = { fillOpacity: 0.14, strokeWidth: 1.75 };
const NUMBERS = { fontSize: 25, fontWeight: 700, textAnchor: 'middle', dominantBaseline: 'central' } as const;

function Area({ region: { shape, mirrored = false }, clip }: { region: BodyRegion; clip: string }): ReactNode {
  return (
    <g clipPath={`url(#${clip})`}>
      <path {...AREA} d={shape} />
      {mirrored && <path {...AREA} d={shape} transform="scale(-1,1)" />}
    </g>
  );
}

/** The body behind the areas: its outline fades out at both ends. */
function Drawing(props: {
  view: BodyView;
  id: string;
  label: string;
  picture?: boolean;
  children: ReactNode;
}): ReactNode {
  const { view, id, label, picture = false, children } = props;
  const { width, height } = view.size;
  return (
    <svg
      className="body"
      viewBox={`0 0 ${width} ${height}`}
      role={picture ? 'img' : 'group'}
      aria-label={label}
      {...(picture ? {} : NUMBERS)}
    >
      <defs>
        <path id={`${id}-o`} d={view.outline} />
        <clipPath id={id}>
          <use href={`#${id}-o`} />
        </clipPath>
        <linearGradient id={`${id}-g`} x1="0" y1="0" x2="0" y2={height} gradientUnits="userSpaceOnUse">
          <stop stopColor="#fff" stopOpacity="0" />
          <stop offset=".07" stopColor="#fff" />
          <stop offset=".88" stopColor="#fff" />
          <stop offset="1" stopColor="#fff" stopOpacity="0" />
        </linearGradient>
        <mask id={`${id}-m`} maskUnits="userSpaceOnUse" x={-width} y="-10" width={width * 3} height={height + 20}>
          <path fill={`url(#${id}-g)`} d={`M${-width}-10h${width * 3}v${height + 20}h${-width * 3}z`} />
        </mask>
      </defs>
      <g transform={`translate(${view.middle},0)`}>
        <g mask={`url(#${id}-m)`}>
          <use fill="currentColor" fillOpacity=".16" href={`#${id}-o`} />
          {view.bones && <Bones bones={view.bones} id={id} />}
          {view.creases.length > 0 && (
            <g fill="none" stroke="currentColor" strokeWidth="2">
              {view.creases.map((shape) => (
                <path key={shape} d={shape} />
              ))}
            </g>
          )}
          <use fill="none" stroke="currentColor" strokeWidth="2" href={`#${id}-o`} />
        </g>
        {children}
      </g>
    </svg>
  );
}

function Bones({ bones, id }: { bones: NonNullable<BodyView['bones']>; id: string }): ReactNode {
  return (
    <g clipPath={`url(#${id})`}>
      <g className="bone" opacity=".5" stroke="currentColor" strokeWidth="4">
        <g id={`${id}-b`} transform={bones.place}>
          {bones.shapes.map((shape) => (
            <path key={shape} fillRule="evenodd" d={shape} />
          ))}
        </g>
        <use href={`#${id}-b`} transform="scale(-1,1)" />
      </g>
    </g>
  );
}
