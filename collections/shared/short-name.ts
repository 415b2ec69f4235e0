import type { Field, FieldHook } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { SLUG } from '../../model/entries/describe/text.ts';
import { nobodyField } from './access.ts';

/** A name for what nobody named: words of its title, and letters that no other has. */
const namedByItself =
  (title: string, otherwise: string): FieldHook =>
  ({ value, siblingData }) => {
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    const given: unknown = siblingData[title];
    const words = typeof given === 'string' ? given.toLowerCase().match(/[a-z0-9]+/g) : null;
    return [...(words ?? [otherwise]).slice(0, 4), uuidv7().slice(-6)].join('-');
  };

interface ShortName {
  /** of the field */
  name: string;
  max: number;
  /** the field whose words it is made of when nobody gives one */
  title: string;
  /** the word where that field has none */
  otherwise: string;
  description: string;
}

/** What content files and texts call a shared document: set once, unique, made by itself where nobody gives one. */
export const shortName = ({ name, max, title, otherwise, description }: ShortName): Field => ({
  name,
  label: 'Short name',
  type: 'text',
  unique: true,
  index: true,
  maxLength: max,
  access: { update: nobodyField },
  hooks: { beforeValidate: [namedByItself(title, otherwise)], beforeDuplicate: [() => null] },
  validate: (value: string | null | undefined) =>
    SLUG.test(value ?? '') || 'Use lower-case letters, digits and single hyphens.',
  admin: { position: 'sidebar', description },
});
