import type { CourseContent } from '../../model/entries/course.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { callsTooSlowly } from '../../model/entries/red-flag.ts';
import type { Section } from '../../model/entries/shared.ts';
import { blocking, type Issue } from '../../model/issue.ts';
import { proseToText } from '../../model/prose-text.ts';
import { treatmentRequirements } from './treatment-requirements.ts';

/**
 * The requirements that look at several fields of a type together. What one field must have by itself its
 * description says.
 */
export function combinedRequirements(content: EntryContent): Issue[] {
  switch (content.type) {
    case 'guide':
      return [];
    case 'red-flag':
      return callsTooSlowly(content.urgency, content.call.whom) ? [CALL_TOO_SLOW] : [];
    case 'cause':
      return hasText(content.sections) ? emptySections(content.sections) : [NO_BODY];
    case 'treatment':
      return [
        ...(!hasText(content.sections) && content.howTo.length + content.exercises.length === 0 ? [NO_BODY] : []),
        ...(hasText(content.sections) ? emptySections(content.sections) : []),
        ...treatmentRequirements(content),
      ];
    case 'course':
      return course(content);
  }
}

const CALL_TOO_SLOW = blocking('call-too-slow', 'call.whom', 'Whom to call brings help later than the sign allows.');
const NO_BODY = blocking('body-missing', 'sections', 'Write at least one section.');

/** A new entry begins with every section that its type can have: what nobody filled is no part of the page. */
const emptySections = (sections: readonly Section[]): Issue[] =>
  sections.flatMap((section, i) =>
    hasText([section]) || section.figures.length + section.urgentSigns.length > 0
      ? []
      : [blocking('section-empty', `sections.${i}.body`, 'Nothing stands in this section. Write it, or remove it.')],
  );

const course = ({ lessons }: CourseContent): Issue[] =>
  lessons.flatMap(({ key, subject, intro, entries }, i) => {
    const at = `lessons.${i}`;
    const issues: Issue[] = [];
    if (![key, subject, intro].every(isFilled) || !entries.some(({ entry }) => entry !== null)) {
      const say = 'A lesson needs a key, a subject, an introduction and an entry.';
      issues.push(blocking('lesson-incomplete', at, say));
    }
    const named = entries.flatMap(({ entry }) => entry ?? []);
    if (new Set(named).size < named.length) {
      const say = 'Name each entry once, with all that the lesson shows of it.';
      issues.push(blocking('lesson-entry-repeated', `${at}.entries`, say));
    }
    if (lessons.findIndex((other) => other.key === key) !== i) {
      issues.push(blocking('lesson-key-repeated', `${at}.key`, 'Two lessons have the same key.'));
    }
    return issues;
  });

const isFilled = (text: string | null): boolean => Boolean(text?.trim());
const hasText = (sections: readonly Section[]): boolean => sections.some(({ body }) => isFilled(proseToText(body)));
