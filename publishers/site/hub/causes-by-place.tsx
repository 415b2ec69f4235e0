import type { ReactNode } from 'react';
import { capital } from '../../../model/entries/labels.ts';
import type { CauseContent } from '../../../model/entries/cause.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { EntryLink } from '../parts/entry-lists.tsx';
import { FoldedGroup } from './folded-group.tsx';

/** A cause of a guide, with the narrower ones below it. */
export interface HubCause {
  entry: LibraryEntry;
  /** null where its text does not verify */
  text: CauseContent | null;
  children: LibraryEntry[];
  isEmergency: boolean;
}

interface Group {
  /** what the place is called; null for causes that name none */
  place: string | null;
  causes: HubCause[];
}

/** Causes under the place that each names first: where it is felt most. Places in the order of `places`, then of the causes. */
function byPlace(causes: readonly HubCause[], places: readonly string[] = []): Group[] {
  const placeOf = ({ text }: HubCause) => text?.locations[0]?.label ?? null;
  const named = causes.map(placeOf).filter((place) => place !== null);
  const order = [...new Set([...places.filter((place) => named.includes(place)), ...named]), null];
  return order
    .map((place) => ({ place, causes: causes.filter((cause) => placeOf(cause) === place) }))
    .filter((group) => group.causes.length > 0);
}

/**
 * Cards with the whole summary of each, folded under the places with the names of all; what is or may be an emergency
 * stands open. Without headings where no cause names a place.
 */
export function CausesByPlace({ causes, places }: { causes: HubCause[]; places: readonly string[] }): ReactNode {
  const groups = byPlace(causes, places);
  if (groups.every(({ place }) => place === null)) return <Cards causes={causes} />;
  return groups.map(({ place, causes: here }) => (
    <FoldedGroup
      key={place ?? ''}
      heading={
        <>
          <Number place={place} places={places} />
          {place === null ? HEADINGS.noPlace : capital(place)}
        </>
      }
      names={here.map(({ entry }) => entry.title)}
      open={here.some(({ isEmergency, text }) => isEmergency || text === null)}
    >
      <Cards causes={here} />
    </FoldedGroup>
  ));
}

const Cards = ({ causes }: { causes: readonly HubCause[] }): ReactNode => (
  <ul className="grid">
    {causes.map((cause) => (
      <Card key={cause.entry.uid} cause={cause} />
    ))}
  </ul>
);

/** The number that the map gives the place. */
function Number({ place, places }: { place: string | null; places: readonly string[] }): ReactNode {
  const at = place === null ? -1 : places.indexOf(place);
  return (
    at >= 0 && (
      <span className="n" aria-hidden="true">
        {at + 1}
      </span>
    )
  );
}

function Card({ cause: { entry, text, children, isEmergency } }: { cause: HubCause }): ReactNode {
  const felt = text?.locations.map(({ label }) => label) ?? [];
  return (
    <li className="card">
      <h4>
        <EntryLink entry={entry} />
      </h4>
      <p>{entry.summary}</p>
      {isEmergency && (
        <p>
          <span className="tag now">{HEADINGS.emergency}</span>
        </p>
      )}
      {felt.length > 1 && (
        <p className="s lg">
          {HEADINGS.locations}: {felt.join(', ')}
        </p>
      )}
      <Narrower entries={children} />
    </li>
  );
}

/** The narrower entries in one line. */
export const Narrower = ({ entries }: { entries: LibraryEntry[] }): ReactNode =>
  entries.length > 0 && (
    <ul className="s over also">
      {entries.map((entry) => (
        <li key={entry.uid}>
          <EntryLink entry={entry} />
        </li>
      ))}
    </ul>
  );
