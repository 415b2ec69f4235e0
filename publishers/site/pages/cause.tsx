import type { ReactNode } from 'react';
import { ANY_COUNTRY } from '../../../model/emergency-numbers.ts';
import type { CauseContent } from '../../../model/entries/cause.ts';
import { citingOf } from '../../html/citing.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { onsetLabel } from '../../wording/labels.ts';
import { breadcrumbsTo } from '../breadcrumbs.ts';
import { CareCards } from '../parts/care-cards.tsx';
import { BranchList, EntryLink, RelatedList } from '../parts/entry-lists.tsx';
import { Facts } from '../parts/facts.tsx';
import { sectionParts } from '../parts/section-parts.tsx';
import { childrenOf, liveOf, parentOf, seeAlso, signsOf } from '../references.ts';
import { present, type EntryView, type ReadingContext, type RowOf } from '../view.ts';

export async function causeView(row: RowOf<CauseContent>, context: ReadingContext): Promise<EntryView> {
  const cause = row.snapshot;
  const { library, emergency = ANY_COUNTRY } = context;
  const parent = parentOf(library, cause.partOf);
  const treatments = liveOf(library, cause.treatments).map((entry) => ({ entry, children: [] }));
  const narrower = childrenOf(library, cause).map((entry) => ({ entry, children: [] }));
  const related = seeAlso(library, cause);
  return {
    eyebrow: 'Cause',
    alsoCalled: cause.synonyms,
    summary: cause.summary,
    help: (
      <CareCards
        id="get-help"
        title="Get help if you have one of these signs"
        signs={await signsOf(library, cause.redFlags)}
        emergency={emergency}
      />
    ),
    first: parent && (
      <p>
        This page is part of <EntryLink entry={parent} />.
      </p>
    ),
    parts: present([
      { id: 'key-facts', label: 'Key facts', body: <KeyFacts cause={cause} /> },
      narrower.length > 0 && {
        id: 'forms',
        label: 'Forms of this condition',
        body: <BranchList branches={narrower} />,
      },
      ...sectionParts(cause.sections, citingOf(cause), library),
      treatments.length > 0 && {
        id: 'treatments',
        label: HEADINGS.treatments,
        body: <BranchList branches={treatments} />,
      },
      related.length > 0 && { id: 'related', label: HEADINGS.relatedPages, body: <RelatedList entries={related} /> },
    ]),
    breadcrumbs: breadcrumbsTo(cause, context),
  };
}

function KeyFacts({ cause }: { cause: CauseContent }): ReactNode {
  return (
    <Facts
      facts={[
        { name: HEADINGS.locations, value: cause.locations.map(({ label }) => label).join(', ') },
        { name: HEADINGS.possibleLocations, value: cause.possibleLocations.map(({ label }) => label).join(', ') },
        { name: HEADINGS.onset, value: cause.onset && onsetLabel(cause.onset) },
        { name: HEADINGS.worse, value: cause.worse },
        { name: HEADINGS.better, value: cause.better },
        { name: HEADINGS.tests, value: cause.tests },
        { name: HEADINGS.specialists, value: cause.specialists },
        { name: 'ICD-10', value: cause.icd10.join(', ') },
      ]}
    />
  );
}
