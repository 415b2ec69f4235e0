import type { Section } from '../../../model/entries/shared.ts';
import type { Citing } from '../../html/citing.ts';
import { Figure } from '../../html/figure.tsx';
import { Prose } from '../../html/prose.tsx';
import type { Library } from '../../../release-log/library.ts';
import { sectionLabel } from '../../wording/labels.ts';
import { liveOf } from '../references.ts';
import type { Part } from '../view.ts';
import { SignLines } from './care-cards.tsx';

/** The written sections of an entry, with their signs before the text and their figures under it. */
export const sectionParts = (sections: Section[], citing: Citing, library: Library): Part[] =>
  sections.map((section) => ({
    id: section.kind ?? 'text',
    label: sectionLabel(section.kind),
    body: (
      <>
        <SignLines flags={liveOf(library, section.urgentSigns)} />
        <Prose prose={section.body} citing={citing} />
        {section.figures.map((figure, i) => (
          <Figure key={i} figure={figure} />
        ))}
      </>
    ),
  }));
