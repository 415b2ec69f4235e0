import { ANY_COUNTRY } from '../../../model/emergency-numbers.ts';
import type { CauseContent } from '../../../model/entries/cause.ts';
import type { Location } from '../../../model/entries/location.ts';
import type { GuideContent } from '../../../model/entries/guide.ts';
import { citingOf } from '../../html/citing.ts';
import { Figure } from '../../html/figure.tsx';
import { HELP_ID } from '../../html/frame.tsx';
import { Prose } from '../../html/prose.tsx';
import { ifProved } from '../../../release-log/integrity.ts';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import { FINDING } from '../../wording/finding.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { mapOf, inOrderOf } from '../finding/body-map.ts';
import { placesIn } from '../finding/finder-material.ts';
import { finderPath } from '../finding/finder-query.ts';
import { PainMap, type MapPlace } from '../finding/pain-map.tsx';
import { CausesByPlace, type HubCause } from '../hub/causes-by-place.tsx';
import { FoldedProse } from '../hub/folded-prose.tsx';
import { RankedTreatments } from '../hub/ranked-treatments.tsx';
import { CourseInvitations, RelatedList } from '../parts/entry-lists.tsx';
import { SignLines, SignPanel } from '../parts/care-cards.tsx';
import { childrenOf, coursesAbout, liveOf, signsOf } from '../references.ts';
import { present, type EntryView, type Part, type ReadingContext, type RowOf } from '../view.ts';

/**
 * A guide leads: what must not wait, where it hurts, what it may be, what helps, when to see somebody. Each in the words
 * of the entries that it leads to, the whole summary of each; the long texts are theirs.
 */
export async function guideView(
  row: RowOf<GuideContent>,
  { library, emergency = ANY_COUNTRY, maps = [] }: ReadingContext,
): Promise<EntryView> {
  const guide = row.snapshot;
  const causes = await Promise.all(liveOf(library, guide.causes).map((entry) => hubCause(entry, library)));
  const map = mapOf(maps, guide.bodyArea);
  const places = inOrderOf(map, placesIn(causes.flatMap(({ text }) => text ?? []))).map((place) =>
    toMapPlace(place, guide, causes),
  );
  const treatments = liveOf(library, guide.treatments).map((entry) => ({
    entry,
    children: childrenOf(library, entry),
  }));
  const related = liveOf(library, guide.relatedGuides);
  const courses = coursesAbout(library, guide, [...guide.causes, ...guide.treatments]);
  return {
    eyebrow: `Guide: ${guide.bodyArea}`,
    alsoCalled: [],
    summary: guide.summary,
    helpBeforeSummary: true,
    help: (
      <SignPanel
        id={HELP_ID}
        title="Get help if you have one of these signs"
        flags={liveOf(library, guide.redFlags)}
        emergency={emergency}
        wide
        later={guide.whenToConsult.map(({ key, sign }) => ({ sign, href: `#sign-${key}` }))}
      />
    ),
    first: null,
    parts: present([
      places.length > 0 && {
        id: 'places',
        label: HEADINGS.places,
        body: (
          <>
            <p className="measure">{HEADINGS.placeIsAClue}</p>
            <PainMap id="map" map={map} places={places} />
          </>
        ),
      },
      causes.length > 0 && {
        id: 'causes',
        label: HEADINGS.causes,
        body: <CausesByPlace causes={causes} places={places.map(({ label }) => label)} />,
      },
      treatments.length > 0 && {
        id: 'treatments',
        label: HEADINGS.treatments,
        body: (
          <>
            <p className="measure">{HEADINGS.rankedBy}</p>
            <RankedTreatments branches={treatments} />
          </>
        ),
      },
      guide.whenToConsult.length > 0 && visits(guide, library),
      ...texts(guide),
      courses.length > 0 && { id: 'course', label: HEADINGS.course, body: <CourseInvitations courses={courses} /> },
      related.length > 0 && { id: 'related', label: HEADINGS.relatedGuides, body: <RelatedList entries={related} /> },
    ]),
    breadcrumbs: [
      { href: '/', label: 'Home' },
      { href: '/#guides', label: 'Guides' },
    ],
  };
}

async function hubCause(entry: LibraryEntry, library: Library): Promise<HubCause> {
  const cause = (await ifProved(library.released(entry.uid)))?.snapshot;
  const text = cause?.type === 'cause' ? cause : null;
  return { entry, text, children: childrenOf(library, entry), isEmergency: await isEmergency(text, library) };
}

/** It begins suddenly, and one of its own signs is an emergency. */
async function isEmergency(text: CauseContent | null, library: Library): Promise<boolean> {
  const signs = text?.onset === 'sudden' ? await signsOf(library, text.redFlags) : [];
  return signs.some(({ entry }) => entry.urgency === 'emergency-now');
}

/** A place as the map shows it: it leads to the finder, and says how many pages name it. */
function toMapPlace({ slug, label }: Location, guide: GuideContent, causes: readonly HubCause[]): MapPlace {
  const felt = causes.filter(({ text }) =>
    [...(text?.locations ?? []), ...(text?.possibleLocations ?? [])].some((place) => place.slug === slug),
  );
  return { slug, label, href: finderPath({ guide: guide.slug, location: slug }), note: FINDING.pages(felt.length) };
}

const visits = ({ whenToConsult }: GuideContent, library: Library): Part => ({
  id: 'when-to-consult',
  label: HEADINGS.whenToConsult,
  body: (
    <ul className="grid">
      {whenToConsult.map(({ key, sign, explanation, urgentSigns }) => (
        <li key={key} id={`sign-${key}`} className="card">
          <h3>{sign}</h3>
          <p>{explanation}</p>
          <SignLines flags={liveOf(library, urgentSigns)} />
        </li>
      ))}
    </ul>
  ),
});

/** What the guide says itself: its introduction with the figures, and how to go on. */
function texts(guide: GuideContent): Part[] {
  const citing = citingOf(guide);
  return present([
    {
      id: 'overview',
      label: HEADINGS.overview,
      body: (
        <>
          <FoldedProse prose={guide.intro} citing={citing} />
          <div className="grid">
            {guide.figures.map((figure, i) => (
              <Figure key={i} figure={figure} />
            ))}
          </div>
        </>
      ),
    },
    guide.closing.length > 0 && {
      id: 'next-steps',
      label: HEADINGS.nextSteps,
      body: (
        <div className="flow">
          <Prose prose={guide.closing} citing={citing} />
        </div>
      ),
    },
  ]);
}
