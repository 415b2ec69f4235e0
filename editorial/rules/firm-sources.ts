import { DOSE_NAMES } from '../../model/entries/exercise.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import type { SourceContent } from '../../model/entries/shared.ts';
import { isMedicine, type TreatmentContent } from '../../model/entries/treatment.ts';

/**
 * Whether an entry tells an urgency, a medicine or a dose that rests on nothing firm: no guideline, no review and no
 * page of a national health service among its sources.
 */
export const lacksFirmSource = (content: EntryContent): boolean =>
  (content.type === 'red-flag' || (content.type === 'treatment' && hasDose(content))) && !content.sources.some(isFirm);

const hasDose = ({ kind, dose, medicines, exercises }: TreatmentContent): boolean =>
  isMedicine(kind) ||
  Boolean(dose) ||
  medicines.length > 0 ||
  exercises.some((row) => DOSE_NAMES.some((name) => row[name].from !== null));

/** Who is not named here is taken for no health service. */
const HEALTH_SERVICE =
  /\b(NHS|NIH|NICE|MHRA|FDA|EMA|CDC|WHO|HSE|nidirect|HPB|Healthdirect|Healthify|Health Canada|NSW|Alberta)\b/;

const isFirm = ({ kind, publisher }: SourceContent): boolean =>
  kind === 'guideline' ||
  kind === 'systematic-review' ||
  kind === 'review' ||
  (kind === 'patient-information' && HEALTH_SERVICE.test(publisher));
