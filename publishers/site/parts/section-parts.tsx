import type { ReactNode } from 'react';
import type { FigureContent, Section } from '../../../model/entries/shared.ts';
import type { Citing } from '../../html/citing.ts';
import { Figure } from '../../html/figure.tsx';
import { Prose } from '../../html/prose.tsx';
import type { Library } from '../../../release-log/library.ts';
import { sectionLabel } from '../../wording/labels.ts';
import { liveOf } from '../references.ts';
import type { Part } from '../view.ts';
import { SignLines } from './care-cards.tsx';

/** The written sections of an entry, with their signs before the text and their figures beside it. */
export const sectionParts = (sections: Section[], citing: Citing, library: Library): Part[] =>
  sections.map((section) => ({
    id: section.kind ?? 'text',
    label: sectionLabel(section.kind),
    body: (
      <>
        <SignLines flags={liveOf(library, section.urgentSigns)} />
        <BesideFigures figures={section.figures}>
          <Prose prose={section.body} citing={citing} />
        </BesideFigures>
      </>
    ),
  }));

/** Text with its figures beside it where there is room, below it where there is none. */
export function BesideFigures({ figures, children }: { figures: FigureContent[]; children: ReactNode }): ReactNode {
  if (figures.length === 0) return <div className="flow measure">{children}</div>;
  return (
    <div className="split">
      <div className="flow">{children}</div>
      <div className="flow">
        {figures.map((figure, i) => (
          <Figure key={i} figure={figure} />
        ))}
      </div>
    </div>
  );
}
