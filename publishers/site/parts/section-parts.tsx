import type { Section } from '../../../model/entries/shared.ts';
import type { Citing } from '../../html/citing.ts';
import { Figure } from '../../html/figure.tsx';
import { Prose } from '../../html/prose.tsx';
import { sectionLabel } from '../../wording/labels.ts';
import type { Part } from '../view.ts';

/** The written sections of an entry, with their figures under the text. */
export const sectionParts = (sections: Section[], citing: Citing): Part[] =>
  sections.map((section) => ({
    id: section.kind ?? 'text',
    label: sectionLabel(section.kind),
    body: (
      <>
        <Prose prose={section.body} citing={citing} />
        {section.figures.map((figure, i) => (
          <Figure key={i} figure={figure} />
        ))}
      </>
    ),
  }));
