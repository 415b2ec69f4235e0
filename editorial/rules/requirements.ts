import { SLUG } from '../../model/entries/describe/text.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { controlIn } from '../../model/control-characters.ts';
import { invalidFields } from '../../model/entries/invalid-fields.ts';
import { leavesOf } from '../../model/entries/leaves.ts';
import type { Parted } from '../../model/entries/lesson-parts.ts';
import { missingFields } from '../../model/entries/missing-fields.ts';
import { figuresWithPaths, referencesOf } from '../../model/entries/references.ts';
import { runningTexts } from '../../model/entries/running-texts.ts';
import { blocking, warning, type Issue } from '../../model/issue.ts';
import type { Policy } from './policy.ts';
import { byContent } from './by-content.ts';
import { combinedRequirements } from './combined-requirements.ts';
import { emergencyOrders } from './emergency-orders.ts';
import { lessonRequirements } from './lesson-requirements.ts';
import { proseRequirements } from './prose-requirements.ts';
import { lacksFirmSource } from './firm-sources.ts';
import { longOrders } from './long-orders.ts';
import { hardTexts } from './reading.ts';
import type { Revision } from '../../model/revision.ts';
import { isPastReview } from '../../model/review-due.ts';

/** What the requirements must know beyond the revision itself. */
export interface Surroundings {
  /** uids that are live now */
  liveUids: ReadonlySet<string>;
  /** another entry of the same type has, or once had, this slug */
  slugTaken: boolean;
  /** what readers have of the entries that the lessons of a course name; of no other type */
  liveEntries: ReadonlyMap<string, Parted>;
  /** readers may have what is live in their mail; not looked up where nothing hangs on it */
  sentByMail: boolean;
  /** uids of those clinicians who approved what is live and are in good standing; and of who renews it, if they are */
  inGoodStanding: ReadonlySet<string>;
  policy: Policy;
  now: Date;
}

/** Everything that is wrong or doubtful with a revision. Drafts may be saved with any of it. */
export function requirements(revision: Revision, surroundings: Surroundings): Issue[] {
  const { content } = revision;
  const words = ofWords(content, surroundings.policy.maxReadingGrade);
  const told = [...words.missing, ...common(revision, surroundings), ...words.combined];
  return [
    ...told,
    ...unlessTold(words.invalid, told),
    ...words.unseen,
    ...references(content, surroundings),
    ...lessonRequirements(content, surroundings.liveEntries),
    ...words.doubtful,
  ];
}

/** What the words alone say, whoever asks and whatever is around them. */
const ofWords = byContent((content: EntryContent, maxReadingGrade: number) => ({
  missing: missingFields(content).map(({ code, field, say }) => blocking(code, field, say)),
  combined: [
    ...combinedRequirements(content),
    ...figuresWithPaths(content).flatMap(({ path, figure }) =>
      figure.alt.trim().length < 5
        ? [blocking('alt-text-missing', path, 'Describe the figure for people who cannot see it.')]
        : [],
    ),
  ],
  invalid: invalidFields(content).map(({ field, message }) => blocking('field-invalid', field, message)),
  unseen: controlCharacters(content),
  doubtful: [
    ...proseRequirements(content),
    ...language(content, maxReadingGrade),
    ...repeatedOrders(content),
    ...(lacksFirmSource(content) ? [WEAK_SOURCE] : []),
  ],
}));

/** What the form would refuse, where nothing more telling was said of the field or of what is around it. */
const unlessTold = (invalid: readonly Issue[], told: readonly Issue[]): Issue[] =>
  invalid.filter(({ field }) => !told.some((issue) => `${field}.`.startsWith(`${issue.field}.`)));

function common({ content, unsupported }: Revision, { slugTaken, now }: Surroundings): Issue[] {
  const issues: Issue[] = [];
  if (!SLUG.test(content.slug)) {
    issues.push(
      blocking('slug-invalid', 'slug', 'Use lower-case letters, digits and single hyphens in the web address.'),
    );
  }
  if (slugTaken)
    issues.push(blocking('slug-taken', 'slug', 'Another entry has, or once had, this web address. Choose another.'));
  if (content.reviewDue && isPastReview(content.reviewDue, now)) {
    issues.push(blocking('review-due-past', 'reviewDue', 'The date of the next review is in the past.'));
  }
  const unique = new Map(unsupported.map((each) => [`${each.field} ${each.what}`, each]));
  for (const { field, what } of unique.values()) {
    issues.push(blocking('unsupported-content', field, `This holds something that cannot be published: ${what}.`));
  }
  return issues;
}

/** In every text, be it for readers or not: they stop the mails, feeds and pages that carry them. */
const controlCharacters = (content: EntryContent): Issue[] =>
  leavesOf(content).flatMap(({ path, field, value }) => {
    const lines = field.kind === 'prose' || (field.kind === 'text' && field.long);
    const found = stringsIn(value).map((text) => controlIn(text, { lines }));
    const code = found.find((one) => one !== null);
    if (code === undefined) return [];
    return [blocking('control-character', path, `This holds a character that nobody can see (${code}). Type it anew.`)];
  });

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

function references(content: EntryContent, { liveUids }: Surroundings): Issue[] {
  return referencesOf(content)
    .filter(({ uid }) => !liveUids.has(uid))
    .map(({ field, required }) =>
      required
        ? blocking(
            'reference-not-live',
            field,
            'Refers to an entry that is not live. Release that one first, or remove it here.',
          )
        : warning('reference-not-live', field, 'Refers to an entry that is not live; readers see the link when it is.'),
    );
}

const WEAK_SOURCE = warning(
  'source-weak',
  'sources',
  'An urgency, a medicine or a dose rests on a guideline, a review or a national health service: name one.',
);

/** An emergency has one wording, that of its red flag (ADR 0070): elsewhere the red flag is named and its card says it. */
const repeatedOrders = (content: EntryContent): Issue[] =>
  emergencyOrders(content).map(({ field, sentence }) =>
    warning('emergency-order', field, `Name a red flag instead: its care card gives the order. “${sentence}”`),
  );

/** Words that promise what medicine cannot (ASA/CAP code 12.1 and NHS content style agree on avoiding them). */
const ABSOLUTE =
  /\b(cures?|cured|guarantee[ds]?|miracle|always works|never fails|completely safe|no side effects|risk-free)\b|\b100 ?%/i;

function language(content: EntryContent, maxReadingGrade: number): Issue[] {
  const issues = [
    ...hardTexts(content, maxReadingGrade).map(({ field, grade }) =>
      warning('reading-grade-high', field, `Reads at grade ${grade}; aim for ${maxReadingGrade} or lower.`),
    ),
    ...longOrders(content).map(({ field, sentence }) =>
      warning('sentence-too-long', field, `Nobody can act on a sentence this long; make two of it. “${sentence}”`),
    ),
  ];
  for (const { field, text } of runningTexts(content)) {
    const found = ABSOLUTE.exec(text)?.[0];
    if (found) issues.push(warning('absolute-claim', field, `“${found}” promises too much, unless it is denied.`));
  }
  return issues;
}
