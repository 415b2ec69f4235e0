import { redFlag, URGENCIES, WHOM } from '../model/entries/red-flag.ts';
import { entryCollection } from './shared/entry-collection.ts';
import { impactEndpoint } from './shared/impact-endpoint.ts';
import { impactField } from './shared/shared-document.ts';
import { commonFields, figures, icd10, options, sentences, synonyms } from './shared/entry-fields.ts';

export const redFlags = entryCollection({
  slug: 'red-flags',
  labels: { singular: 'Red flag', plural: 'Red flags' },
  description: 'Signs that must not wait. Every change needs two clinicians.',
  titleField: 'sign',
  defaultColumns: ['sign', 'state', 'urgency', 'reviewDue', 'updatedAt'],
  endpoints: [impactEndpoint('red-flags')],
  fields: [
    ...commonFields({
      type: 'red-flag',
      title: { name: 'sign', label: 'Sign', description: 'In the reader’s own words.' },
    }),
    {
      name: 'urgency',
      label: 'Urgency',
      type: 'select',
      options: [
        { label: 'Emergency now', value: URGENCIES[0] },
        { label: 'Same day', value: URGENCIES[1] },
        { label: 'Urgent, within days', value: URGENCIES[2] },
      ],
    },
    {
      name: 'action',
      label: 'What to do',
      type: 'textarea',
      maxLength: redFlag.fields.action.max,
      admin: {
        description:
          'The order in one or two sentences. Care cards, lists, feeds and mails show it in these words. Channels add the emergency number: write none.',
      },
    },
    {
      name: 'call',
      label: 'Whom to call',
      type: 'group',
      fields: [
        { name: 'whom', label: 'Whom', type: 'select', options: options(WHOM) },
        {
          name: 'say',
          label: 'What to say first',
          type: 'textarea',
          maxLength: redFlag.fields.call.fields.say.max,
          admin: { description: 'The sign in the words of the caller, for example: “I am numb between my legs.”' },
        },
      ],
    },
    sentences('do', 'Do', 'What to do until help comes. Short orders, the most important first.', 'Order'),
    sentences('dont', 'Do not', 'What makes it worse or costs time.', 'Order'),
    {
      name: 'urgencyNote',
      label: 'More or less urgent when',
      type: 'textarea',
      maxLength: redFlag.fields.urgencyNote.max,
      admin: { description: 'What makes it more urgent than the level above.' },
    },
    sentences('atRisk', 'Who is at special risk', 'In whom the sign counts for more.', 'Group'),
    { name: 'explanation', label: 'Explanation', type: 'richText' },
    figures,
    sentences('mimics', 'What else it may look like', 'Harmless or other things with the same look.', 'Look-alike'),
    synonyms,
    icd10,
    impactField,
  ],
});
