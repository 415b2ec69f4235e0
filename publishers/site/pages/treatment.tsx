import type { ReactNode } from 'react';
import { ANY_COUNTRY } from '../../../model/emergency-numbers.ts';
import type { TreatmentContent } from '../../../model/entries/treatment.ts';
import { citingOf } from '../../html/citing.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { treatmentKindLabel } from '../../wording/labels.ts';
import { breadcrumbsTo } from '../breadcrumbs.ts';
import { CareCards } from '../parts/care-cards.tsx';
import { BranchList, EntryLink, RelatedList } from '../parts/entry-lists.tsx';
import { EvidenceBox } from '../parts/evidence.tsx';
import { Exercises } from '../parts/exercises.tsx';
import { Medicines } from '../parts/medicines.tsx';
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
    eyebrow: treatmentKindLabel(treatment.kind),
    alsoCalled: treatment.synonyms,
    summary: treatment.summary,
    help: (
      <CareCards
        id="get-help"
        title={`${treatment.kind === 'professional-care' ? 'Get help' : 'Stop and get help'} if you have one of these signs`}
        signs={await signsOf(library, treatment.redFlags)}
        emergency={emergency}
      />
    ),
    first: (
      <>
        {parent && (
          <p>
            This page is part of <EntryLink entry={parent} />.
          </p>
        )}
        <Disclosure treatment={treatment} />
        <EvidenceBox evidence={treatment.evidence} />
        <Warnings treatment={treatment} />
      </>
    ),
    parts: present([
      treatment.dose !== null &&
        treatment.dose !== '' && { id: 'dose', label: HEADINGS.dose, body: <p>{treatment.dose}</p> },
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
      related.length > 0 && { id: 'related', label: HEADINGS.relatedPages, body: <RelatedList entries={related} /> },
    ]),
    breadcrumbs: breadcrumbsTo(treatment, context),
  };
}

function Warnings({ treatment: { cautions, interactions } }: { treatment: TreatmentContent }): ReactNode {
  if (cautions.length + interactions.length === 0) return null;
  return (
    <section className="box amber" id="cautions" aria-labelledby="cautions-title">
      <h2 id="cautions-title">Before you use it</h2>
      <Lines title={HEADINGS.cautions} lines={cautions} />
      <Lines title={HEADINGS.interactions} lines={interactions} />
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Steps({ steps }: { steps: string[] }): ReactNode {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function Disclosure({ treatment }: { treatment: TreatmentContent }): ReactNode {
  if (!treatment.commercialDisclosure) return null;
  return (
    <aside className="box tint" aria-label="Commercial interests">
      <p>
        <strong>Commercial interests.</strong> {treatment.commercialDisclosure}
      </p>
    </aside>
  );
}
