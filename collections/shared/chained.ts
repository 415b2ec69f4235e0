import type { CollectionConfig, Field } from 'payload';
import { appendOnly } from './append-only.ts';
import { momentPicker } from './pickers.ts';

/** The link of a row to the one before it (`model/chain.ts`). */
export const chained: Field[] = [
  { name: 'position', type: 'number', required: true, admin: { hidden: true } },
  { name: 'previous', type: 'text', admin: { hidden: true } },
  { name: 'hash', type: 'text', required: true, admin: { hidden: true } },
];

/** When the row was written. */
export const writtenAt: Field = {
  name: 'at',
  label: 'When',
  type: 'date',
  required: true,
  index: true,
  admin: { date: momentPicker },
};

/** A collection of chains, one per value of the field `subject`: of two rows for one place the database refuses one. */
export const chainsOf = (subject: string) =>
  ({
    ...appendOnly,
    defaultSort: '-at',
    timestamps: false,
    indexes: [{ fields: [subject, 'position'], unique: true }],
  }) satisfies Partial<CollectionConfig>;
