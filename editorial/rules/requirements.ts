import { SLUG } from '../../model/entries/describe/text.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { invalidFields } from '../../model/entries/invalid-fields.ts';
import { figuresWithPaths, referencesOf } from '../../model/entries/references.ts';
import { runningTexts } from '../../model/entries/running-texts.ts';
import type { TreatmentContent } from '../../model/entries/treatment.ts';
import type { Issue, IssueCode } from '../../model/issue.ts';
import type { Policy } from './policy.ts';
import { proseToText, type Prose } from '../../model/prose.ts';
import { readingGrade } from './reading-grade.ts';
import type { Revision } from '../../model/revision.ts';
import { isPastReview } from '../../model/review-due.ts';

/** What the requirements must know beyond the revision itself. */
export interface Surroundings {
  /** uids that are live now */
  liveUids: ReadonlySet<string>;
  /** another entry of the same type has, or once had, this slug */
  slugTaken: boolean;
  /** readers may have what is live in their mail; not looked up where nothing hangs on it */
  sentByMail: boolean;
  policy: Policy;
  now: Date;
}

/** Everything that is wrong or doubtful with a revision. Drafts may be saved with any of it. */
export function requirements(revision: Revision, surroundings: Surroundings): Issue[] {
  const { content } = revision;
  const told = [
    ...common(revision, surroundings),
    ...byType(content),
    ...figuresWithPaths(content).flatMap(({ path, figure }) =>
      figure.alt.trim().length < 5
        ? [error('alt-text-missing', path, 'Describe the figure for people who cannot see it.')]
        : [],
    ),
  ];
  return [
    ...told,
    ...invalid(content, told),
    ...references(content, surroundings),
    ...language(content, surroundings.policy),
  ];
}

/** What the form would refuse, where nothing more telling was said of the field or of what is around it. */
const invalid = (content: EntryContent, told: readonly Issue[]): Issue[] =>
  invalidFields(content)
    .filter(({ field }) => !told.some((issue) => `${field}.`.startsWith(`${issue.field}.`)))
    .map(({ field, message }) => error('field-invalid', field, message));

const error = (code: IssueCode, field: string, message: string): Issue => ({ code, severity: 'error', field, message });
const warning = (code: IssueCode, field: string, message: string): Issue => ({
  code,
  severity: 'warning',
  field,
  message,
});

function common({ content, unsupported }: Revision, { slugTaken, now }: Surroundings): Issue[] {
  const issues: Issue[] = [];
  if (!content.title.trim()) issues.push(error('title-missing', 'title', 'Give the entry a title.'));
  if (!SLUG.test(content.slug)) {
    issues.push(error('slug-invalid', 'slug', 'Use lower-case letters, digits and single hyphens in the web address.'));
  }
  if (slugTaken)
    issues.push(error('slug-taken', 'slug', 'Another entry has, or once had, this web address. Choose another.'));
  if (content.type !== 'course' && content.sources.length === 0) {
    issues.push(error('sources-missing', 'sources', 'Name at least one source.'));
  }
  if (!content.reviewDue) issues.push(error('review-due-missing', 'reviewDue', 'Set the date of the next review.'));
  else if (isPastReview(content.reviewDue, now)) {
    issues.push(error('review-due-past', 'reviewDue', 'The date of the next review is in the past.'));
  }
  const unique = new Map(unsupported.map((each) => [`${each.field} ${each.what}`, each]));
  for (const { field, what } of unique.values()) {
    issues.push(error('unsupported-content', field, `This holds something that cannot be published: ${what}.`));
  }
  return issues;
}

function byType(content: EntryContent): Issue[] {
  const issues: Issue[] = [];
  const need = (ok: boolean, code: IssueCode, field: string, message: string) => {
    if (!ok) issues.push(error(code, field, message));
  };
  if (content.type !== 'red-flag') need(filled(content.summary), 'summary-missing', 'summary', 'Write a summary.');
  switch (content.type) {
    case 'guide':
      need(hasText(content.intro), 'body-missing', 'intro', 'Write the introduction.');
      break;
    case 'cause':
      need(
        content.sections.some(({ body }) => hasText(body)),
        'body-missing',
        'sections',
        'Write at least one section.',
      );
      break;
    case 'treatment':
      issues.push(...treatment(content));
      break;
    case 'red-flag':
      need(filled(content.action), 'action-missing', 'action', 'Say what the reader must do.');
      need(content.urgency !== null, 'urgency-missing', 'urgency', 'Say how urgent it is.');
      need(hasText(content.explanation), 'body-missing', 'explanation', 'Explain the sign.');
      break;
    case 'course':
      need(content.lessons.length > 0, 'lessons-missing', 'lessons', 'Add at least one lesson.');
      content.lessons.forEach((lesson, i) => {
        const complete =
          filled(lesson.key) && filled(lesson.subject) && filled(lesson.intro) && lesson.entries.length > 0;
        need(
          complete,
          'lesson-incomplete',
          `lessons.${i}`,
          'A lesson needs a key, a subject, an introduction and an entry.',
        );
        const first = content.lessons.findIndex(({ key }) => key === lesson.key);
        need(first === i, 'lesson-key-repeated', `lessons.${i}.key`, 'Two lessons have the same key.');
      });
      break;
  }
  return issues;
}

function treatment(content: TreatmentContent): Issue[] {
  const issues: Issue[] = [];
  const medicine = content.kind === 'medication' || content.kind === 'supplement';
  if (!content.sections.some(({ body }) => hasText(body)) && content.howTo.length === 0) {
    issues.push(error('body-missing', 'sections', 'Write at least one section.'));
  }
  if (medicine && content.cautions.length === 0) {
    issues.push(error('cautions-missing', 'cautions', 'A medicine or supplement needs its cautions.'));
  }
  if (!content.evidence.level || !filled(content.evidence.statement)) {
    issues.push(error('evidence-missing', 'evidence', 'Grade the evidence and say what it shows.'));
  }
  if (content.commercial && !filled(content.commercialDisclosure)) {
    issues.push(error('disclosure-missing', 'commercialDisclosure', 'Say who earns from this product.'));
  }
  return issues;
}

function references(content: EntryContent, { liveUids }: Surroundings): Issue[] {
  return referencesOf(content)
    .filter(({ uid }) => !liveUids.has(uid))
    .map(({ field, required }) =>
      required
        ? error(
            'reference-not-live',
            field,
            'Refers to an entry that is not live. Release that one first, or remove it here.',
          )
        : warning('reference-not-live', field, 'Refers to an entry that is not live; readers see the link when it is.'),
    );
}

/** Words that promise what medicine cannot (ASA/CAP code 12.1 and NHS content style agree on avoiding them). */
const ABSOLUTE =
  /\b(cures?|cured|guarantee[ds]?|miracle|always works|never fails|completely safe|no side effects|risk-free)\b|\b100 ?%/i;

function language(content: EntryContent, { maxReadingGrade }: Policy): Issue[] {
  const issues: Issue[] = [];
  const texts = runningTexts(content);
  const graded = texts.filter((text) => text.graded);
  const grade = readingGrade(graded.map(({ text }) => text).join('\n'));
  if (grade !== null && grade > maxReadingGrade) {
    issues.push(warning('reading-grade-high', '', `Reads at grade ${grade}; aim for ${maxReadingGrade} or lower.`));
  }
  for (const { field, text } of texts) {
    const found = ABSOLUTE.exec(text)?.[0];
    if (found) issues.push(warning('absolute-claim', field, `“${found}” promises too much, unless it is denied.`));
  }
  return issues;
}

const filled = (text: string | null | undefined): boolean => Boolean(text?.trim());
const hasText = (prose: Prose): boolean => filled(proseToText(prose));
