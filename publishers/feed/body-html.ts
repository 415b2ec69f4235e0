import { ANY_COUNTRY } from '../../model/emergency-numbers.ts';
import type { CauseContent } from '../../model/entries/cause.ts';
import type { CourseContent } from '../../model/entries/course.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import type { GuideContent } from '../../model/entries/guide.ts';
import { URGENCIES, type RedFlagContent } from '../../model/entries/red-flag.ts';
import type { FigureContent, Section } from '../../model/entries/shared.ts';
import type { TreatmentContent } from '../../model/entries/treatment.ts';
import { figurePath, pageUrl } from '../addresses.ts';
import { citingOf, type Citing } from '../html/citing.ts';
import { markup, type Child, type Markup } from '../html/markup.ts';
import { emergencyLine } from '../wording/emergency-line.ts';
import { HEADINGS } from '../wording/headings.ts';
import { creditOf } from '../wording/figures.ts';
import { onsetLabel, sectionLabel, urgencyLabel, whomLabel } from '../wording/labels.ts';
import type { ItemContext } from './feed-item.ts';
import { paragraphs, proseHtml } from './prose-html.ts';
import { evidenceHtml, exercisesHtml, medicinesHtml } from './treatment-html.ts';

/** Everything that the snapshot says, in reading order, warnings first. */
export const bodyHtml = (content: EntryContent, context: ItemContext): Markup =>
  markup`${partsOf(content, { ...context, citing: citingOf(content) })}`;

/** The item's context, and how the citations of this content are numbered. */
type BodyContext = ItemContext & { citing: Citing };

function partsOf(content: EntryContent, context: BodyContext): Child[] {
  switch (content.type) {
    case 'guide':
      return guideParts(content, context);
    case 'cause':
      return causeParts(content, context);
    case 'treatment':
      return treatmentParts(content, context);
    case 'red-flag':
      return redFlagParts(content, context);
    case 'course':
      return courseParts(content, context);
  }
}

const guideParts = (guide: GuideContent, context: BodyContext): Child[] => [
  careCards(guide.redFlags, context),
  paragraphs(guide.summary),
  proseHtml(guide.intro, context),
  guide.figures.map((figure) => figureHtml(figure, context.siteUrl)),
  part(
    HEADINGS.whenToConsult,
    guide.whenToConsult.map(
      ({ sign, explanation, urgentSigns }) =>
        markup`<h3>${sign}</h3>${paragraphs(explanation)}${signLines(urgentSigns, context)}`,
    ),
  ),
  links(HEADINGS.causes, guide.causes, context),
  links(HEADINGS.treatments, guide.treatments, context),
  proseHtml(guide.closing, context),
  links(HEADINGS.relatedGuides, guide.relatedGuides, context),
];

const causeParts = (cause: CauseContent, context: BodyContext): Child[] => [
  careCards(cause.redFlags, context),
  paragraphs(cause.summary),
  alsoCalled(cause.synonyms),
  sectionsHtml(cause.sections, context),
  list(
    HEADINGS.locations,
    cause.locations.map(({ label }) => label),
  ),
  list(
    HEADINGS.possibleLocations,
    cause.possibleLocations.map(({ label }) => label),
  ),
  cause.onset && part(HEADINGS.onset, paragraphs(`${onsetLabel(cause.onset)}.`)),
  list(HEADINGS.worse, cause.worse),
  list(HEADINGS.better, cause.better),
  list(HEADINGS.tests, cause.tests),
  list(HEADINGS.specialists, cause.specialists),
  links(HEADINGS.treatments, cause.treatments, context),
  seeAlso(cause, context),
];

const treatmentParts = (treatment: TreatmentContent, context: BodyContext): Child[] => [
  careCards(treatment.redFlags, context),
  paragraphs(treatment.summary),
  alsoCalled(treatment.synonyms),
  treatment.commercialDisclosure && paragraphs(treatment.commercialDisclosure),
  list(HEADINGS.cautions, treatment.cautions),
  list(HEADINGS.interactions, treatment.interactions),
  part(HEADINGS.evidence, evidenceHtml(treatment)),
  sectionsHtml(treatment.sections, context),
  treatment.dose && part(HEADINGS.dose, paragraphs(treatment.dose)),
  part(HEADINGS.medicines, medicinesHtml(treatment.medicines)),
  part(HEADINGS.howTo, steps(treatment.howTo)),
  part(
    HEADINGS.exercises,
    exercisesHtml(treatment.exercises, (figure) => figureHtml(figure, context.siteUrl)),
  ),
  seeAlso(treatment, context),
];

const redFlagParts = (flag: RedFlagContent, context: BodyContext): Child[] => [
  markup`<p><strong>${urgencyLabel(flag.urgency)}</strong></p>`,
  flag.call.whom && paragraphs(`${whomLabel(flag.call.whom)}.`),
  flag.urgency === 'emergency-now' && numbers(context),
  flag.call.say && paragraphs(`${HEADINGS.say}: “${flag.call.say}”`),
  markup`<p><strong>${flag.action}</strong></p>`,
  list(HEADINGS.do, flag.do),
  list(HEADINGS.dont, flag.dont),
  flag.urgencyNote && paragraphs(flag.urgencyNote),
  list(HEADINGS.atRisk, flag.atRisk),
  part(HEADINGS.why, [
    proseHtml(flag.explanation, context),
    ...flag.figures.map((figure) => figureHtml(figure, context.siteUrl)),
  ]),
  list(HEADINGS.mimics, flag.mimics),
  alsoCalled(flag.synonyms),
];

const courseParts = (course: CourseContent, context: ItemContext): Child[] => [
  paragraphs(course.summary),
  course.lessons.map((lesson) => [
    markup`<h2>${lesson.subject}</h2>`,
    paragraphs(lesson.preheader),
    careCards(lesson.redFlags, context),
    paragraphs(lesson.intro),
    lesson.figures.map((figure) => figureHtml(figure, context.siteUrl)),
    linkList(
      lesson.entries.flatMap(({ entry }) => entry ?? []),
      context,
    ),
    lesson.action && markup`<h3>${HEADINGS.action}</h3>${paragraphs(lesson.action)}`,
    paragraphs(lesson.outro),
  ]),
];

const sectionsHtml = (sections: Section[], context: BodyContext): Markup[] =>
  sections.map(({ kind, body, urgentSigns, figures }) =>
    part(sectionLabel(kind), [
      signLines(urgentSigns, context),
      proseHtml(body, context),
      ...figures.map((figure) => figureHtml(figure, context.siteUrl)),
    ]),
  );

/** Wide enough for a reading column on a dense screen; feed readers do not choose from a srcset. */
const MAX_FIGURE_WIDTH = 960;

function figureHtml(figure: FigureContent, siteUrl: string): Markup {
  const file = figure.renditions.findLast(({ width }) => width <= MAX_FIGURE_WIDTH) ?? figure.renditions[0];
  if (!file) return markup``;
  const credit = [figure.caption, creditOf(figure)].filter(Boolean).join(' · ');
  const image = markup`<img src="${siteUrl}${figurePath(file.sha256)}" width="${file.width}" height="${
    file.height
  }" alt="${figure.alt}">`;
  return markup`<figure>${image}${credit && markup`<figcaption>${credit}</figcaption>`}</figure>`;
}

const steps = (howTo: string[]): Child =>
  howTo.length > 0 && markup`<ol>${howTo.map((step) => markup`<li>${step}</li>`)}</ol>`;

const alsoCalled = (synonyms: string[]): Child =>
  synonyms.length > 0 && markup`<p>Also called: ${synonyms.join(', ')}</p>`;

/**
 * What must not wait, by urgency, emergencies first: sign and order in the words of the red flags alone. The text of
 * a sign stands in its own item; whoever keeps this one reads it again when that sign moves in the log (docs/feed.md).
 */
function careCards(uids: string[], context: ItemContext): Markup[] {
  const signs = uids.map((uid) => context.library.live(uid)).filter((entry) => entry !== null);
  return URGENCIES_AND_NONE.map((urgency) => {
    const lines = signs
      .filter((sign) => sign.urgency === urgency)
      .map((sign) => {
        const link = markup`<a href="${pageUrl(context.siteUrl, sign)}">${sign.title}</a>`;
        return markup`<li><strong>${link}</strong>: ${sign.summary}</li>`;
      });
    const call = urgency === 'emergency-now' && numbers(context);
    return lines.length > 0 ? part(urgencyLabel(urgency), [call, markup`<ul>${lines}</ul>`]) : markup``;
  });
}

/** The signs of one part of a text: how fast, and the way to their items. */
function signLines(uids: string[], context: ItemContext): Child {
  const signs = uids.map((uid) => context.library.live(uid)).filter((entry) => entry !== null);
  const lines = URGENCIES_AND_NONE.flatMap((urgency) => signs.filter((sign) => sign.urgency === urgency)).map(
    (sign) =>
      markup`<li><strong>${urgencyLabel(sign.urgency)}:</strong> <a href="${pageUrl(context.siteUrl, sign)}">${sign.title}</a></li>`,
  );
  return lines.length > 0 && markup`<ul>${lines}</ul>`;
}

const URGENCIES_AND_NONE = [...URGENCIES, null];

const numbers = ({ emergency = ANY_COUNTRY }: ItemContext): Markup => paragraphs(emergencyLine(emergency));

const seeAlso = ({ partOf, related }: CauseContent | TreatmentContent, context: ItemContext): Markup =>
  markup`${links('Part of', partOf ? [partOf] : [], context)}${links(HEADINGS.relatedPages, related, context)}`;

const links = (heading: string, uids: string[], context: ItemContext): Markup => part(heading, linkList(uids, context));

/**
 * Other entries by title and link only. Their text is an item of its own: a copy in here would go stale
 * in the reader's store when it is corrected, because this item does not move in the log then.
 */
function linkList(uids: string[], { library, siteUrl }: ItemContext): Child {
  const entries = uids.map((uid) => library.live(uid)).filter((entry) => entry !== null);
  const lines = entries.map((entry) => markup`<li><a href="${pageUrl(siteUrl, entry)}">${entry.title}</a></li>`);
  return lines.length > 0 && markup`<ul>${lines}</ul>`;
}

const list = (heading: string, lines: string[]): Markup =>
  part(heading, lines.length > 0 && markup`<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`);

/** A heading with its content, or nothing when there is no content. */
function part(heading: string, content: Child): Markup {
  const inner = markup`${content}`;
  return inner.text === '' ? inner : markup`<h2>${heading}</h2>${inner}`;
}
