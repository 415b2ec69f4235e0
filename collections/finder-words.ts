import type { CollectionConfig } from 'payload';
import { FOUND_COLLECTIONS } from '../model/finder.ts';
import { nobody } from './shared/access.ts';
import { appendOnlyHooks } from './shared/append-only.ts';
import { options } from './shared/entry-fields.ts';

/**
 * A row for each word by which the finder of the desk finds a document, with what it shows of it. Kept with the
 * document, in its transaction; read by the finder alone.
 */
export const finderWords: CollectionConfig = {
  slug: 'finder-words',
  labels: { singular: 'Word of the finder', plural: 'Words of the finder' },
  admin: { hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  hooks: appendOnlyHooks,
  disableDuplicate: true,
  timestamps: false,
  fields: [
    { name: 'word', type: 'text', required: true, index: true },
    { name: 'subject', type: 'text', required: true, index: true },
    { name: 'kind', type: 'select', required: true, options: options(FOUND_COLLECTIONS) },
    { name: 'document', type: 'text', required: true },
    { name: 'title', type: 'text' },
    { name: 'detail', type: 'text' },
    { name: 'words', type: 'textarea' },
  ],
};
