import type { Field } from 'payload';
import { SLUG } from '../../model/entries/describe/text.ts';
import { DOSE_NAMES, exercises as exerciseRows, type DoseName } from '../../model/entries/exercise.ts';
import { medicines as medicineRows } from '../../model/entries/medicine.ts';
import { EVIDENCE_LEVELS, POSITIONS, takesGrade, treatment } from '../../model/entries/treatment.ts';
import { figures, options, rowLabel, sentences, words } from './entry-fields.ts';

const exercise = exerciseRows.item.fields;
const medicine = medicineRows.item.fields;
const evidenceFields = treatment.fields.evidence.fields;

const rowKey = (description: string): Field => ({
  name: 'key',
  label: 'Key',
  type: 'text',
  required: true,
  maxLength: exercise.key.max,
  validate: (value: string | null | undefined) =>
    SLUG.test(value ?? '') || 'Lower-case letters, digits and single hyphens',
  admin: { description },
});

/** How sure research makes us, and of what. */
export const evidence: Field = {
  name: 'evidence',
  label: 'Evidence',
  type: 'group',
  fields: [
    {
      name: 'level',
      label: 'Level',
      type: 'select',
      options: options(EVIDENCE_LEVELS),
      admin: {
        condition: (data) => takesGrade(typeof data.kind === 'string' ? data.kind : null),
        description: 'How sure studies make us, not how large the effect is. None for seeing a professional.',
      },
    },
    {
      name: 'forWhat',
      label: 'For what',
      type: 'text',
      maxLength: evidenceFields.forWhat.max,
      admin: { description: 'What the level speaks of, for example: pain and function in osteoarthritis.' },
    },
    {
      name: 'statement',
      label: 'What it shows',
      type: 'textarea',
      maxLength: evidenceFields.statement.max,
      admin: { description: 'In plain words, with its limits.' },
    },
    {
      name: 'search',
      label: 'Where we looked',
      type: 'textarea',
      maxLength: evidenceFields.search.max,
      admin: { description: 'Needed to say that no study was found: which sources, and when.' },
    },
    {
      name: 'positions',
      label: 'What guidelines say',
      labels: { singular: 'Guideline', plural: 'Guidelines' },
      type: 'array',
      admin: {
        description: 'Where guidelines disagree, name each of them.',
        components: { RowLabel: rowLabel({ by: 'body', fallback: 'New guideline' }) },
      },
      fields: [
        {
          name: 'body',
          label: 'Who says it',
          type: 'text',
          required: true,
          maxLength: evidenceFields.positions.item.fields.body.max,
        },
        { name: 'position', label: 'Position', type: 'select', required: true, options: options(POSITIONS) },
        {
          name: 'statement',
          label: 'In words',
          type: 'textarea',
          maxLength: evidenceFields.positions.item.fields.statement.max,
        },
      ],
    },
  ],
};

const UNITS: Record<DoseName, { label: string; description: string }> = {
  repetitions: { label: 'Repetitions', description: 'In one set.' },
  hold: { label: 'Hold', description: 'Seconds in one position.' },
  sets: { label: 'Sets', description: 'In one session.' },
  minutes: { label: 'Minutes', description: 'How long the whole takes, where that is what counts.' },
  timesADay: { label: 'Times a day', description: 'Where it is done more than once a day, or every day.' },
  daysAWeek: { label: 'Days a week', description: '' },
};

const range = (name: DoseName): Field => {
  const { from, to } = exercise[name].fields;
  const { label, description } = UNITS[name];
  return {
    name,
    label,
    type: 'group',
    admin: { description },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'from', label: 'From', type: 'number', min: from.min, max: from.max },
          { name: 'to', label: 'To', type: 'number', min: to.min, max: to.max },
        ],
      },
    ],
  };
};

/** Exercises that can be followed. */
export const exercises: Field = {
  name: 'exercises',
  label: 'Exercises',
  labels: { singular: 'Exercise', plural: 'Exercises' },
  type: 'array',
  admin: {
    description: 'Whole enough to be done by somebody who reads nothing else. A change needs two clinicians.',
    initCollapsed: true,
    components: { RowLabel: rowLabel({ by: 'name', fallback: 'New exercise' }) },
  },
  fields: [
    rowKey('Names the exercise in addresses; do not change it.'),
    { name: 'name', label: 'Name', type: 'text', required: true, maxLength: exercise.name.max },
    {
      name: 'start',
      label: 'Start',
      type: 'textarea',
      required: true,
      maxLength: exercise.start.max,
      admin: { description: 'The position before the first movement.' },
    },
    {
      name: 'movement',
      label: 'Movement',
      type: 'textarea',
      required: true,
      maxLength: exercise.movement.max,
      admin: { description: 'What moves, how far and how fast, and the way back.' },
    },
    ...DOSE_NAMES.map(range),
    {
      name: 'progression',
      label: 'When it gets easy',
      type: 'textarea',
      maxLength: exercise.progression.max,
      admin: { description: 'The next steps, one change at a time.' },
    },
    {
      name: 'stopRule',
      label: 'When to stop',
      type: 'textarea',
      required: true,
      maxLength: exercise.stopRule.max,
      admin: { description: 'What ends it at once, and what makes it smaller or another exercise.' },
    },
    figures,
  ],
};

/** Medicines by generic name, each with its limits. */
export const medicines: Field = {
  name: 'medicines',
  label: 'Medicines and their limits',
  labels: { singular: 'Medicine', plural: 'Medicines' },
  type: 'array',
  admin: {
    description: 'By generic name, no brands. Only what the sources say. A change needs two clinicians.',
    initCollapsed: true,
    components: { RowLabel: rowLabel({ by: 'key', fallback: 'New medicine' }) },
  },
  fields: [
    rowKey('Names the medicine in addresses; do not change it.'),
    words('names', 'Generic names', 'Names of one medicine, or of a group with the same limits.'),
    {
      name: 'maximum',
      label: 'The most',
      type: 'textarea',
      maxLength: medicine.maximum.max,
      admin: { description: 'The largest dose and the time between doses, or who sets them.' },
    },
    sentences('mustNot', 'Who must not take it', 'One each.', 'Group of people'),
    sentences('mustAsk', 'Who must ask first', 'One each.', 'Group of people'),
    sentences('interactions', 'Interactions', 'Other medicines that need care.', 'Interaction'),
    sentences('notWith', 'Never together with', 'What must not be combined with it.', 'Substance'),
    sentences('stopSigns', 'Stop and get help', 'Signs of harm.', 'Sign'),
  ],
};
