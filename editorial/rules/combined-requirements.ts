import type { CourseContent } from '../../model/entries/course.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import type { Section } from '../../model/entries/shared.ts';
import { isMedicine, type TreatmentContent } from '../../model/entries/treatment.ts';
import { blocking, type Issue } from '../../model/issue.ts';
import { proseToText } from '../../model/prose.ts';

/**
 * The requirements that look at several fields of a type together. What one field must have by itself its
 * description says.
 */
export function combinedRequirements(content: EntryContent): Issue[] {
  switch (content.type) {
    case 'guide':
    case 'red-flag':
      return [];
    case 'cause':
      return hasText(content.sections) ? [] : [NO_BODY];
    case 'treatment':
      return treatment(content);
    case 'course':
      return course(content);
  }
}

const NO_BODY = blocking('body-missing', 'sections', 'Write at least one section.');

function treatment({
  kind,
  sections,
  howTo,
  cautions,
  evidence,
  commercial,
  commercialDisclosure,
}: TreatmentContent): Issue[] {
  const issues: Issue[] = [];
  if (!hasText(sections) && howTo.length === 0) issues.push(NO_BODY);
  if (isMedicine(kind) && cautions.length === 0) {
    issues.push(blocking('cautions-missing', 'cautions', 'A medicine or supplement needs its cautions.'));
  }
  if (!evidence.level || !isFilled(evidence.statement)) {
    issues.push(blocking('evidence-missing', 'evidence', 'Grade the evidence and say what it shows.'));
  }
  if (commercial && !isFilled(commercialDisclosure)) {
    issues.push(blocking('disclosure-missing', 'commercialDisclosure', 'Say who earns from this product.'));
  }
  return issues;
}

const course = ({ lessons }: CourseContent): Issue[] =>
  lessons.flatMap(({ key, subject, intro, entries }, i) => {
    const at = `lessons.${i}`;
    const issues: Issue[] = [];
    if (![key, subject, intro].every(isFilled) || entries.length === 0) {
      const say = 'A lesson needs a key, a subject, an introduction and an entry.';
      issues.push(blocking('lesson-incomplete', at, say));
    }
    if (lessons.findIndex((other) => other.key === key) !== i) {
      issues.push(blocking('lesson-key-repeated', `${at}.key`, 'Two lessons have the same key.'));
    }
    return issues;
  });

const isFilled = (text: string | null): boolean => Boolean(text?.trim());
const hasText = (sections: readonly Section[]): boolean => sections.some(({ body }) => isFilled(proseToText(body)));
