import { fieldsOf } from '../../../model/entries/entries.ts';
import type { Field, SafetyClass } from '../../../model/entries/field.ts';
import { capital, inWords } from '../../../model/entries/labels.ts';
import type { EntryType } from '../../../model/entries/types.ts';
import { sectionLabel } from '../../wording/labels.ts';

/** Parts of a type of entry by what a change of them means; a part goes by the strictest of its values. */
export type SafetyFields = Record<SafetyClass, string[]>;

/** From the descriptions that the rules go by, so that the page cannot say another thing. */
export function safetyFieldsOf(type: EntryType): SafetyFields {
  const found: SafetyFields = { always: [], 'by-words': [], never: [] };
  for (const [name, field] of Object.entries(fieldsOf(type))) {
    const label = capital(field.says.label ?? inWords(name));
    if (field.kind !== 'list' || !field.rows) {
      found[strictest(field, null)].push(label);
      continue;
    }
    for (const [key, says] of Object.entries(field.rows)) {
      const around = stricter(field.says.safety ?? null, says.safety ?? null);
      found[strictest(field.item, around)].push(`Section “${sectionLabel(key)}”`);
    }
  }
  return found;
}

const RANK: readonly SafetyClass[] = ['never', 'by-words', 'always'];
const most = (classes: SafetyClass[]): SafetyClass =>
  classes.reduce<SafetyClass>((worst, one) => (RANK.indexOf(one) > RANK.indexOf(worst) ? one : worst), 'never');

/** As the walk over a content hands it down (`leaves.ts`): a value without a class of its own has that around it. */
function strictest(field: Field, around: SafetyClass | null): SafetyClass {
  const here = stricter(field.says.safety ?? null, around);
  switch (field.kind) {
    case 'group':
    case 'embedded':
      return most(Object.values(field.fields).map((inner) => strictest(inner, here)));
    case 'list':
      return strictest(field.item, here);
    default:
      return here ?? 'always';
  }
}

const stricter = (own: SafetyClass | null, around: SafetyClass | null): SafetyClass | null =>
  own === 'by-words' && around === 'always' ? 'always' : (own ?? around);
