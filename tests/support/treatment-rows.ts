/** What treatments are made of in tests: an exercise, a medicine, what the evidence says. */
import type { Exercise } from '../../model/entries/exercise.ts';
import type { Medicine } from '../../model/entries/medicine.ts';
import type { TreatmentContent } from '../../model/entries/treatment.ts';

const NO_NUMBER = { from: null, to: null };

export const anEvidence = (over: Partial<TreatmentContent['evidence']> = {}): TreatmentContent['evidence'] => ({
  level: 'limited',
  forWhat: 'pain and stiffness',
  statement: 'Trials are few and small.',
  search: null,
  positions: [],
  ...over,
});

export const anExercise = (over: Partial<Exercise> = {}): Exercise => ({
  key: 'bridge',
  name: 'Bridge',
  start: 'Lie on your back.',
  movement: 'Lift your hips.',
  repetitions: { from: 8, to: 10 },
  hold: NO_NUMBER,
  sets: { from: 1, to: 3 },
  minutes: NO_NUMBER,
  timesADay: NO_NUMBER,
  daysAWeek: { from: 2, to: 3 },
  progression: 'Hold it longer.',
  stopRule: 'Stop if your groin pinches.',
  figures: [],
  ...over,
});

export const aMedicine = (over: Partial<Medicine> = {}): Medicine => ({
  key: 'paracetamol',
  names: ['paracetamol'],
  mustNot: ['People who are allergic to it.'],
  mustAsk: ['People with liver disease.'],
  interactions: ['Warfarin.'],
  maximum: 'Plain words of a maximum.',
  stopSigns: ['Yellow skin.'],
  notWith: ['Any other product that contains it.'],
  ...over,
});
