import { expect, it } from 'vitest';
import { refusedFields } from '../../../admin/form/refused-fields.ts';

it('names the fields that were refused with their reasons, a list only by its rows', () => {
  const refused = refusedFields({
    title: { valid: false, errorMessage: 'Write it first.' },
    slug: { valid: true },
    sections: { valid: false },
    'sections.0.kind': { valid: false },
    hidden: { valid: false, passesCondition: false },
  });
  expect(refused).toEqual([
    { field: 'title', message: 'Write it first.' },
    { field: 'sections.0.kind', message: 'This cannot be saved as it is.' },
  ]);
});
