import type { Exercise } from '../../model/entries/exercise.ts';
import type { Medicine } from '../../model/entries/medicine.ts';
import type { FigureContent } from '../../model/entries/shared.ts';
import type { TreatmentContent } from '../../model/entries/treatment.ts';
import { markup, type Child, type Markup } from '../html/markup.ts';
import { doseLine } from '../wording/doses.ts';
import { HEADINGS } from '../wording/headings.ts';
import { evidenceLabel, positionLabel } from '../wording/labels.ts';
import { medicineLists, namesOf } from '../wording/medicines.ts';

/** The grade, what it speaks of, what was looked for where, and every guideline that was named. */
export const evidenceHtml = ({ evidence }: TreatmentContent): Child => {
  const { level, forWhat, statement, search, positions } = evidence;
  return [
    (level !== null || statement !== '') &&
      markup`<p>${level && markup`<strong>${evidenceLabel(level)}.</strong> `}${statement}</p>`,
    forWhat !== '' && markup`<p>${HEADINGS.forWhat}: ${forWhat}</p>`,
    search && markup`<p>${HEADINGS.search}: ${search}</p>`,
    positions.length > 0 &&
      markup`<h3>${HEADINGS.positions}</h3><ul>${positions.map(
        ({ body, position, statement: said }) =>
          markup`<li><strong>${body}: ${positionLabel(position)}.</strong> ${said}</li>`,
      )}</ul>`,
  ];
};

export const exercisesHtml = (exercises: Exercise[], figureHtml: (figure: FigureContent) => Markup): Child =>
  exercises.map(
    (exercise) =>
      markup`<h3>${exercise.name}</h3><p><strong>${doseLine(exercise)}</strong></p>${exercise.figures.map(
        figureHtml,
      )}${said(HEADINGS.start, exercise.start)}${said(HEADINGS.movement, exercise.movement)}${said(
        HEADINGS.progression,
        exercise.progression,
      )}${said(HEADINGS.stopRule, exercise.stopRule)}`,
  );

export const medicinesHtml = (medicines: Medicine[]): Child =>
  medicines.map(
    (medicine) =>
      markup`<h3>${namesOf(medicine)}</h3>${said(HEADINGS.maximum, medicine.maximum)}${medicineLists(medicine).map(
        ({ title, lines }) => markup`<h4>${title}</h4><ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`,
      )}`,
  );

const said = (title: string, text: string): Child => text !== '' && markup`<p><strong>${title}:</strong> ${text}</p>`;
