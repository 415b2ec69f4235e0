import type { Field } from 'payload';

/** The link of a row to the one before it (`model/chain.ts`). */
export const chained: Field[] = [
  { name: 'position', type: 'number', required: true, admin: { hidden: true } },
  { name: 'previous', type: 'text', admin: { hidden: true } },
  { name: 'hash', type: 'text', required: true, admin: { hidden: true } },
];
