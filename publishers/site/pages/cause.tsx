import type { ReactNode } from 'react';
import { ANY_COUNTRY } from '../../../model/emergency-numbers.ts';
import type { CauseContent } from '../../../model/entries/cause.ts';
import { citingOf } from '../../html/citing.ts';
import { HELP_ID } from '../../html/frame.tsx';
import { FINDING } from '../../wording/finding.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { onsetLabel } from '../../wording/labels.ts';
import { breadcrumbsTo } from '../breadcrumbs.ts';
import type { BodyMap } from '../finding/body-map.ts';
import { placeMapOf } from '../finding/place-map.tsx';
import { isEmergencyCause } from '../emergency.ts';
import { CareCards } from '../parts/care-cards.tsx';
import { BranchList, EntryLink } from '../parts/entry-lists.tsx';
import { Facts } from '../parts/facts.tsx';
import { NextPages } from '../parts/next-pages.tsx';
import { sectionParts } from '../parts/section-parts.tsx';
import { choicesOf, TreatmentTable } from '../parts/treatment-table.tsx';
import { childrenOf, liveOf, parentOf, seeAlso, signsOf } from '../references.ts';
import { present, type EntryView, type ReadingContext, type RowOf } from '../view.ts';

/** Pixels; the column of the map is a little wider. */
const MAP_WIDTH = 160;

export async function causeView(row: RowOf<CauseContent>, context: ReadingContext): Promise<EntryView> {
  const cause = row.snapshot;
  const { library, emergency = ANY_COUNTRY } = context;
  const parent = parentOf(library, cause.partOf);
  const signs = await signsOf(library, cause.redFlags);
  const choices = await choicesOf(library, liveOf(library, cause.treatments));
  const narrower = childrenOf(library, cause).map((entry) => ({ entry, children: [] }));
  const related = seeAlso(library, cause);
  const isEmergency = isEmergencyCause(cause, signs);
  return {
    eyebrow: 'Cause',
    alsoCalled: cause.synonyms,
    summary: cause.summary,
    isEmergency,
    help: (
      <CareCards
        id={HELP_ID}
        title="Get help if you have one of these signs"
        signs={signs}
        emergency={emergency}
        callFirst={isEmergency}
      />
    ),
    glance: <AtAGlance cause={cause} maps={context.maps ?? []} />,
    first: parent && (
      <p>
        This page is part of <EntryLink entry={parent} />.
      </p>
    ),
    parts: present([
      narrower.length > 0 && {
        id: 'forms',
        label: 'Forms of this condition',
        body: <BranchList branches={narrower} />,
      },
      ...sectionParts(cause.sections, citingOf(cause), library),
      choices.length > 0 && {
        id: 'treatments',
        label: HEADINGS.treatments,
        body: <TreatmentTable choices={choices} caption={`${HEADINGS.treatments}: strongest evidence first`} />,
      },
      related.length > 0 && {
        id: 'related',
        label: HEADINGS.relatedPages,
        body: <NextPages entries={related} from="cause" />,
      },
    ]),
    breadcrumbs: breadcrumbsTo(cause, context),
  };
}

/** The answers that tell one cause from another, with the places on a small map where there is room and one is drawn. */
function AtAGlance({ cause, maps }: { cause: CauseContent; maps: readonly BodyMap[] }): ReactNode {
  const facts = (
    <Facts
      facts={[
        { name: HEADINGS.locations, value: cause.locations.map(({ label }) => label) },
        { name: HEADINGS.possibleLocations, value: cause.possibleLocations.map(({ label }) => label) },
        { name: HEADINGS.onset, value: cause.onset && onsetLabel(cause.onset) },
        { name: HEADINGS.worse, value: cause.worse },
        { name: HEADINGS.better, value: cause.better },
        { name: HEADINGS.tests, value: cause.tests },
        { name: HEADINGS.specialists, value: cause.specialists },
        { name: 'ICD-10', value: cause.icd10 },
      ]}
    />
  );
  const slugs = (places: CauseContent['locations']) => places.map(({ slug }) => slug);
  const places = { often: slugs(cause.locations), sometimes: slugs(cause.possibleLocations) };
  const picture = placeMapOf(maps, places);
  return (
    <section id="key-facts" aria-labelledby="key-facts-title">
      <h2 id="key-facts-title" className="vh">
        {HEADINGS.keyFacts}
      </h2>
      {picture ? (
        <div className="facts mapfacts">
          <div className="mini">
            <img
              src={picture.path}
              width={MAP_WIDTH}
              height={Math.round((MAP_WIDTH * picture.size.height) / picture.size.width)}
              alt={FINDING.feltIn(cause.locations, cause.possibleLocations)}
              loading="lazy"
            />
          </div>
          {facts}
        </div>
      ) : (
        facts
      )}
    </section>
  );
}
