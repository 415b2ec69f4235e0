import { group, list } from './describe/composed.ts';
import { text } from './describe/text.ts';
import type { ValueOf } from './field.ts';
import { rowKey } from './exercise.ts';
import { name, sentences } from './shared.ts';

/** Medicines and supplements of a treatment by their generic names, each with its limits. */
export const medicines = list(
  group({
    key: rowKey,
    names: list(name, { required: { code: 'medicine-unnamed', say: 'Give the generic name of the medicine.' } }),
    /** people for whom it is wrong */
    mustNot: sentences(),
    /** people who ask a doctor or pharmacist before the first dose */
    mustAsk: sentences(),
    interactions: sentences(),
    /** the most that may be taken, or who sets it */
    maximum: text({
      long: true,
      max: 600,
      required: { code: 'maximum-missing', say: 'Say the most that may be taken, or who sets it.' },
    }),
    stopSigns: sentences(),
    /** what it is never taken together with */
    notWith: sentences(),
  }),
  { keyedBy: 'key' },
);
export type Medicine = ValueOf<typeof medicines>[number];
