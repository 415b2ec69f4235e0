import { treatment, TREATMENT_KINDS, TREATMENT_SECTIONS } from '../model/entries/treatment.ts';
import { entryCollection } from './shared/entry-collection.ts';
import {
  commonFields,
  options,
  partOf,
  related,
  relation,
  sections,
  sentences,
  summary,
  synonyms,
} from './shared/entry-fields.ts';
import { evidence, exercises, medicines } from './shared/treatment-fields.ts';

export const treatments = entryCollection({
  slug: 'treatments',
  labels: { singular: 'Treatment', plural: 'Treatments' },
  description: 'What can be done: medicines, exercise, products, surgery.',
  titleField: 'title',
  defaultColumns: ['title', 'state', 'kind', 'reviewDue', 'updatedAt'],
  sectionKinds: TREATMENT_SECTIONS,
  fields: [
    ...commonFields({
      type: 'treatment',
      title: { name: 'title', label: 'Title', description: 'The generic name; no brands.' },
    }),
    {
      name: 'kind',
      label: 'Kind',
      type: 'select',
      required: true,
      index: true,
      options: options(TREATMENT_KINDS),
      admin: { position: 'sidebar' },
    },
    summary,
    synonyms,
    evidence,
    relation(
      'redFlags',
      'Red flags',
      'red-flags',
      'Signs to stop and call at. Shown before everything else. Each must be live.',
    ),
    sentences('cautions', 'Cautions', 'Who should be careful, and why. A change needs two clinicians.', 'Caution'),
    sentences(
      'interactions',
      'Interactions',
      'With other medicines or conditions. A change needs two clinicians.',
      'Interaction',
    ),
    {
      name: 'dose',
      label: 'Dose or limit',
      type: 'textarea',
      maxLength: treatment.fields.dose.max,
      admin: { description: 'Only what the sources say. A change needs two clinicians.' },
    },
    medicines,
    sentences('howTo', 'How to do it', 'Steps, in order.', 'Step'),
    exercises,
    sections(TREATMENT_SECTIONS),
    {
      name: 'commercial',
      label: 'Sold commercially',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
    {
      name: 'commercialDisclosure',
      label: 'Disclosure',
      type: 'textarea',
      maxLength: treatment.fields.commercialDisclosure.max,
      admin: {
        condition: (data) => Boolean(data.commercial),
        description: 'Who earns from it, and that no brand is recommended.',
      },
    },
    partOf('treatments', 'treatment'),
    related,
  ],
});
