import type { Exercise } from '../../model/entries/exercise.ts';
import type { Medicine } from '../../model/entries/medicine.ts';
import type { TreatmentContent } from '../../model/entries/treatment.ts';
import { doseLine } from '../wording/doses.ts';
import { medicineLists, namesOf } from '../wording/medicines.ts';

/**
 * What a treatment page is about in schema.org's words, with its exercises (https://schema.org/ExercisePlan) and its
 * medicines (https://schema.org/Drug, https://schema.org/DietarySupplement). Nothing that the page does not say.
 */
export const aboutTreatment = (treatment: TreatmentContent): Record<string, unknown>[] => [
  { '@type': 'MedicalTherapy', name: treatment.title, alternateName: treatment.synonyms },
  ...treatment.exercises.map(toExercisePlan),
  ...treatment.medicines.flatMap((medicine) => {
    if (treatment.kind === 'supplement') return [toSupplement(medicine)];
    return treatment.kind === 'medication' ? [toDrug(medicine)] : [];
  }),
];

const toExercisePlan = (exercise: Exercise): Record<string, unknown> => ({
  '@type': 'ExercisePlan',
  name: exercise.name,
  description: [exercise.start, exercise.movement].join(' '),
  activityFrequency: doseLine(exercise),
});

const limitsOf = (medicine: Medicine): string =>
  [medicine.maximum, ...medicineLists(medicine).map(({ title, lines }) => `${title}: ${lines.join(' ')}`)].join(' ');

const toDrug = (medicine: Medicine): Record<string, unknown> => ({
  '@type': 'Drug',
  name: namesOf(medicine),
  nonProprietaryName: medicine.names.join(', '),
  warning: limitsOf(medicine),
});

const toSupplement = (medicine: Medicine): Record<string, unknown> => ({
  '@type': 'DietarySupplement',
  name: namesOf(medicine),
  nonProprietaryName: medicine.names.join(', '),
  safetyConsideration: limitsOf(medicine),
});
