import { CAUSE_SECTIONS, ONSETS } from '../model/entries/cause.ts';
import { entryCollection } from './shared/entry-collection.ts';
import {
  commonFields,
  icd10,
  options,
  partOf,
  related,
  relation,
  sections,
  summary,
  synonyms,
  words,
} from './shared/entry-fields.ts';

export const causes = entryCollection({
  slug: 'causes',
  labels: { singular: 'Cause', plural: 'Causes' },
  description: 'What the pain can come from.',
  titleField: 'title',
  defaultColumns: ['title', 'state', 'reviewDue', 'updatedAt'],
  sectionKinds: CAUSE_SECTIONS,
  fields: [
    ...commonFields({
      type: 'cause',
      title: {
        name: 'title',
        label: 'Title',
        description: 'The name readers know, then the medical one if they differ.',
      },
    }),
    summary,
    synonyms,
    sections(CAUSE_SECTIONS),
    {
      type: 'row',
      fields: [
        relation('locations', 'Typically felt in', 'locations', 'Places on the body, the most typical first.'),
        relation('possibleLocations', 'Can also be felt in', 'locations', 'Places where it is felt less often.'),
        { name: 'onset', label: 'Begins', type: 'select', options: options(ONSETS) },
      ],
    },
    words('worse', 'Worse with', 'What brings the pain on. Press Enter after each.'),
    words('better', 'Better with', 'What eases it. Press Enter after each.'),
    words('tests', 'Tests', 'How it is found. Press Enter after each.'),
    words('specialists', 'Who treats it', 'For example GP, physiotherapist. Press Enter after each.'),
    relation('treatments', 'Treatments', 'treatments', 'In reading order. Each must be live.'),
    relation('redFlags', 'Red flags', 'red-flags', 'Shown before the sections. Each must be live.'),
    partOf('causes', 'cause'),
    related,
    icd10,
  ],
});
