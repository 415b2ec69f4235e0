import type { ReactNode } from 'react';
import { ANY_COUNTRY } from '../../../model/emergency-numbers.ts';
import type { TreatmentContent } from '../../../model/entries/treatment.ts';
import { citingOf } from '../../html/citing.ts';
import { HELP_ID } from '../../html/frame.tsx';
import { HEADINGS } from '../../wording/headings.ts';
import { treatmentKindLabel } from '../../wording/labels.ts';
import { breadcrumbsTo } from '../breadcrumbs.ts';
import { CareCards } from '../parts/care-cards.tsx';
import { BranchList, EntryLink } from '../parts/entry-lists.tsx';
import { EvidenceMeter, EvidencePart, hasEvidence } from '../parts/evidence.tsx';
import { Exercises } from '../parts/exercises.tsx';
import { Lines, Medicines } from '../parts/medicines.tsx';
import { NextPages } from '../parts/next-pages.tsx';
import { sectionParts } from '../parts/section-parts.tsx';
import { childrenOf, parentOf, seeAlso, signsOf } from '../references.ts';
import { present, type EntryView, type ReadingContext, type RowOf } from '../view.ts';

export async function treatmentView(row: RowOf<TreatmentContent>, context: ReadingContext): Promise<EntryView> {
  const treatment = row.snapshot;
  const { library, emergency = ANY_COUNTRY } = context;
  const parent = parentOf(library, treatment.partOf);
  const narrower = childrenOf(library, treatment).map((entry) => ({ entry, children: [] }));
  const related = seeAlso(library, treatment);
  return {
    eyebrow: `Treatment: ${treatmentKindLabel(treatment.kind).toLowerCase()}`,
    alsoCalled: treatment.synonyms,
    summary: treatment.summary,
    grade: treatment.evidence.level !== null && (
      <p>
        <EvidenceMeter level={treatment.evidence.level} />
      </p>
    ),
    help: (
      <CareCards
        id={HELP_ID}
        title="Get help if you have one of these signs"
        signs={await signsOf(library, treatment.redFlags)}
        emergency={emergency}
      />
    ),
    first: <First treatment={treatment}>{parent && <EntryLink entry={parent} />}</First>,
    parts: present([
      hasEvidence(treatment) && { id: 'evidence', label: HEADINGS.evidence, body: <EvidencePart {...treatment} /> },
      treatment.dose !== null &&
        treatment.dose !== '' && {
          id: 'dose',
          label: HEADINGS.dose,
          body: <p className="measure">{treatment.dose}</p>,
        },
      treatment.medicines.length > 0 && {
        id: 'medicines',
        label: HEADINGS.medicines,
        body: <Medicines medicines={treatment.medicines} />,
      },
      treatment.howTo.length > 0 && { id: 'how-to', label: HEADINGS.howTo, body: <Steps steps={treatment.howTo} /> },
      treatment.exercises.length > 0 && {
        id: 'exercises',
        label: HEADINGS.exercises,
        body: <Exercises exercises={treatment.exercises} />,
      },
      narrower.length > 0 && { id: 'options', label: 'Options', body: <BranchList branches={narrower} /> },
      ...sectionParts(treatment.sections, citingOf(treatment), library),
      related.length > 0 && {
        id: 'related',
        label: HEADINGS.relatedPages,
        body: <NextPages entries={related} from="treatment" />,
      },
    ]),
    breadcrumbs: breadcrumbsTo(treatment, context),
  };
}

/** Who pays, of what the page is a part, and what to take care of before anything is used. */
function First({ treatment, children: parent }: { treatment: TreatmentContent; children: ReactNode }): ReactNode {
  const { cautions, interactions, commercialDisclosure } = treatment;
  const isTaken = cautions.length + interactions.length > 0;
  if (!parent && !commercialDisclosure && !isTaken) return null;
  return (
    <div className="flow">
      {parent && <p>This page is part of {parent}.</p>}
      {commercialDisclosure && (
        <aside className="note" aria-label="Commercial interests">
          <p>
            <b>Commercial interests.</b> {commercialDisclosure}
          </p>
        </aside>
      )}
      {isTaken && (
        <section className="care day" id="cautions" aria-labelledby="cautions-title">
          <h2 id="cautions-title">Before you use it</h2>
          <div className="in">
            {cautions.length > 0 && <Named title={HEADINGS.cautions} lines={cautions} />}
            {interactions.length > 0 && <Named title={HEADINGS.interactions} lines={interactions} />}
          </div>
        </section>
      )}
    </div>
  );
}

const Named = ({ title, lines }: { title: string; lines: string[] }): ReactNode => (
  <div>
    <h3>{title}</h3>
    <Lines lines={lines} />
  </div>
);

const Steps = ({ steps }: { steps: string[] }): ReactNode => (
  <ol>
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
);
