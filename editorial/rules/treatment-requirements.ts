import { DOSE_NAMES } from '../../model/entries/exercise.ts';
import type { Medicine } from '../../model/entries/medicine.ts';
import { runningTexts } from '../../model/entries/running-texts.ts';
import { isMedicine, takesGrade, type TreatmentContent } from '../../model/entries/treatment.ts';
import { blocking, warning, type Issue } from '../../model/issue.ts';

/** What a treatment must say so that nobody is hurt by it: cautions, limits, when to stop, what a grade speaks of. */
export const treatmentRequirements = (content: TreatmentContent): Issue[] => [
  ...cautions(content),
  ...exercises(content),
  ...evidence(content),
  ...searches(content),
  ...(content.commercial && !isFilled(content.commercialDisclosure)
    ? [blocking('disclosure-missing', 'commercialDisclosure', 'Say who earns from this product.')]
    : []),
];

/** Cautions stand on the page as a whole or with each medicine; a medicine without any needs those of the page. */
function cautions({ kind, cautions: ofPage, medicines }: TreatmentContent): Issue[] {
  if (ofPage.length > 0) return [];
  if (medicines.length === 0) {
    return isMedicine(kind)
      ? [blocking('cautions-missing', 'cautions', 'A medicine or supplement needs its cautions.')]
      : [];
  }
  const say = 'Say who must not take this medicine, or who must ask first.';
  return medicines.flatMap((medicine, i) =>
    hasCautions(medicine) ? [] : [blocking('cautions-missing', `medicines.${i}.mustNot`, say)],
  );
}

const hasCautions = ({ mustNot, mustAsk }: Medicine): boolean => mustNot.length + mustAsk.length > 0;

function exercises({ kind, exercises: rows }: TreatmentContent): Issue[] {
  if (kind === 'exercise' && rows.length === 0) {
    const say = 'Describe at least one exercise, with its dose and when to stop.';
    return [blocking('stop-rule-missing', 'exercises', say)];
  }
  return rows.flatMap((row, i) =>
    DOSE_NAMES.some((name) => row[name].from !== null)
      ? []
      : [blocking('dose-missing', `exercises.${i}`, 'Say how much: times, sets, seconds, minutes or days.')],
  );
}

function evidence({ kind, evidence: { level, forWhat, statement } }: TreatmentContent): Issue[] {
  if (!takesGrade(kind)) {
    const say = 'Seeing a professional is no question of evidence: take the grade away.';
    return level === null ? [] : [blocking('grade-misplaced', 'evidence.level', say)];
  }
  if (level === null || !isFilled(statement))
    return [blocking('evidence-missing', 'evidence', 'Grade the evidence and say what it shows.')];
  if (!isFilled(forWhat))
    return [
      blocking('evidence-missing', 'evidence.forWhat', 'Say what the grade speaks of, such as pain in one complaint.'),
    ];
  return [];
}

/** Words that tell that something was looked for in vain: no trials, no good trials, no trials of one part of the body. */
const NOT_FOUND =
  /\b(we found (no|none)|(no|any) ((?!(?:and|as|by|for|from|in|of|on|or|than|that|the|to|with) )[a-z-]+ ){0,2}(trials?|study|studies)|(not|never) been (tested|studied)|nobody has (shown|tested|studied|looked))\b/i;

const searches = (content: TreatmentContent): Issue[] =>
  isFilled(content.evidence.search)
    ? []
    : runningTexts(content)
        .filter(({ text }) => NOT_FOUND.test(text))
        .map(({ field }) =>
          warning('search-missing', field, 'Says that nothing was found: name in “Where we looked” the search.'),
        );

const isFilled = (text: string | null): boolean => Boolean(text?.trim());
