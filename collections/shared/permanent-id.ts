import type { Field } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { nobodyField } from './access.ts';

/** A UUIDv7 that is set once and is another in a duplicate: database ids never leave the system. */
export const permanentId = (description: string): Field => ({
  name: 'uid',
  label: 'Permanent id',
  type: 'text',
  unique: true,
  index: true,
  defaultValue: () => uuidv7(),
  access: { create: nobodyField, update: nobodyField },
  hooks: { beforeDuplicate: [() => uuidv7()] },
  admin: { position: 'sidebar', readOnly: true, description },
});
