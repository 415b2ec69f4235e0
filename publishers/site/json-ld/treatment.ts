import type {
  DietarySupplement,
  Drug,
  ExercisePlan,
  LifestyleModification,
  MedicalTherapy,
  QuantitativeValue,
  Thing,
} from 'schema-dts';
import type { Exercise, Range } from '../../../model/entries/exercise.ts';
import type { Medicine } from '../../../model/entries/medicine.ts';
import type { TreatmentContent } from '../../../model/entries/treatment.ts';
import { doseLine } from '../../wording/doses.ts';
import { medicineLists, namesOf } from '../../wording/medicines.ts';

/**
 * What a treatment page is about in schema.org's words, with its exercises (https://schema.org/ExercisePlan) and its
 * medicines (https://schema.org/Drug, https://schema.org/DietarySupplement). Nothing that the page does not say.
 */
export const aboutTreatment = (treatment: TreatmentContent): Thing[] => [
  therapy(treatment),
  ...treatment.exercises.map(toExercisePlan),
  ...treatment.medicines.flatMap((medicine): Thing[] => {
    if (treatment.kind === 'supplement') return [toSupplement(medicine)];
    return treatment.kind === 'medication' ? [toDrug(medicine)] : [];
  }),
];

/** Habits are no therapy: schema.org has a word of its own for them. */
export const isHabit = (kind: string | null): boolean => kind === 'diet' || kind === 'lifestyle';

/** Without `contraindication`: a caution says when to take care, which is not yet that something must not be. */
function therapy({ title, synonyms, summary, kind }: TreatmentContent): MedicalTherapy | LifestyleModification {
  const said = { name: title, alternateName: synonyms, description: summary };
  return { '@type': isHabit(kind) ? 'LifestyleModification' : 'MedicalTherapy', ...said };
}

const toExercisePlan = (exercise: Exercise): ExercisePlan => ({
  '@type': 'ExercisePlan',
  name: exercise.name,
  description: [exercise.start, exercise.movement].join(' '),
  activityFrequency: doseLine(exercise),
  repetitions: between(exercise.repetitions),
  activityDuration: between(exercise.minutes, 'MIN'),
  additionalVariable: exercise.stopRule,
});

/** Numbers where the exercise has some; the unit is a code of UN/CEFACT. */
const between = ({ from, to }: Range, unitCode?: string): QuantitativeValue | undefined =>
  from === null
    ? undefined
    : { '@type': 'QuantitativeValue', minValue: from, maxValue: to ?? from, ...(unitCode && { unitCode }) };

const limitsOf = (medicine: Medicine): string =>
  [medicine.maximum, ...medicineLists(medicine).map(({ title, lines }) => `${title}: ${lines.join(' ')}`)].join(' ');

const toDrug = (medicine: Medicine): Drug => ({
  '@type': 'Drug',
  name: namesOf(medicine),
  nonProprietaryName: medicine.names.join(', '),
  warning: limitsOf(medicine),
});

const toSupplement = (medicine: Medicine): DietarySupplement => ({
  '@type': 'DietarySupplement',
  name: namesOf(medicine),
  nonProprietaryName: medicine.names.join(', '),
  safetyConsideration: limitsOf(medicine),
});
