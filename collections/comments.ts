import type { CollectionConfig } from 'payload';
import { COMMENT_EVENTS, COMMENT_KINDS } from '../model/comment.ts';
import { chained, chainsOf, writtenAt } from './shared/chained.ts';
import { options } from './shared/entry-fields.ts';

/** The talk of the staff about an entry: one line for whatever was said or done, never changed. */
export const comments: CollectionConfig = {
  slug: 'comments',
  labels: { singular: 'Comment', plural: 'Comments' },
  admin: {
    group: 'Record',
    useAsTitle: 'body',
    defaultColumns: ['at', 'event', 'kind', 'actorName', 'body'],
    description: 'What the staff says of entries. Written beside the text, never changed; no reader sees it.',
  },
  ...chainsOf('entry'),
  indexes: [...chainsOf('entry').indexes, { fields: ['entry', 'key'], unique: true }],
  fields: [
    writtenAt,
    { name: 'event', label: 'What', type: 'select', required: true, options: options(COMMENT_EVENTS) },
    { name: 'kind', type: 'select', options: options(COMMENT_KINDS) },
    { name: 'entry', label: 'Entry id', type: 'text', required: true },
    { name: 'thread', type: 'text', required: true, admin: { hidden: true } },
    { name: 'key', type: 'text', required: true, admin: { hidden: true } },
    { name: 'quote', label: 'On the words', type: 'json' },
    { name: 'body', label: 'Comment', type: 'textarea' },
    { name: 'replacement', label: 'Suggested words', type: 'textarea' },
    { name: 'mentions', type: 'json', admin: { hidden: true } },
    { name: 'revision', type: 'text', required: true, admin: { hidden: true } },
    { name: 'actor', type: 'text', admin: { hidden: true } },
    { name: 'person', type: 'text', admin: { hidden: true } },
    { name: 'actorName', label: 'Who', type: 'text' },
    ...chained,
  ],
};
