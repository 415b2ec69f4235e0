/** What the codes of the content model are called, in every channel. */
import type { CauseContent } from '../../model/entries/cause.ts';
import type { Urgency, Whom } from '../../model/entries/red-flag.ts';
import type { SourceContent } from '../../model/entries/shared.ts';
import type { EvidenceLevel, GuidelinePosition, TreatmentContent } from '../../model/entries/treatment.ts';
import type { EntryType } from '../../model/entries/types.ts';
import type { ChangeKind } from '../../model/release-row.ts';

export const evidenceLabel = labelsFor<EvidenceLevel>({
  good: 'Good evidence',
  moderate: 'Moderate evidence',
  limited: 'Limited evidence',
  none: 'No good evidence',
  against: 'Guidelines advise against',
});

export const positionLabel = labelsFor<GuidelinePosition>({
  for: 'for it',
  'conditionally-for': 'for it in some people or cases',
  neutral: 'neither for nor against it',
  'conditionally-against': 'against it in most cases',
  against: 'against it',
});

/** Answers “How it starts”. */
export const onsetLabel = labelsFor<NonNullable<CauseContent['onset']>>({
  sudden: 'Suddenly',
  gradual: 'Gradually',
  varies: 'It varies',
});

export const treatmentKindLabel = labelsFor<string>({
  medication: 'Medicine',
  supplement: 'Supplement',
  product: 'Product or aid',
  diet: 'Food and diet',
  lifestyle: 'Daily habits',
  exercise: 'Exercise',
  thermal: 'Cold and heat',
  manual: 'Hands-on care',
  surgery: 'Surgery',
  'professional-care': 'Professional care',
} satisfies Record<NonNullable<TreatmentContent['kind']>, string>);

export const sourceKindLabel = labelsFor<NonNullable<SourceContent['kind']>>({
  guideline: 'Guideline',
  'systematic-review': 'Systematic review',
  review: 'Review',
  trial: 'Trial',
  report: 'Report',
  'patient-information': 'Patient information',
  textbook: 'Textbook',
  news: 'News',
});

export const typeLabel = labelsFor<EntryType>({
  guide: 'Guide',
  cause: 'Cause',
  treatment: 'Treatment',
  'red-flag': 'Warning sign',
  course: 'Email course',
});

/** Heading of all entries of a type. */
export const listLabel = labelsFor<EntryType>({
  guide: 'Guides',
  cause: 'Causes',
  treatment: 'Treatments',
  'red-flag': 'Signs that need help',
  course: 'Email courses',
});

export const changeLabel = labelsFor<ChangeKind>({
  new: 'New page',
  minor: 'Small change',
  major: 'Major change',
  safety: 'Safety correction',
});

/** Heading of a section. */
export const sectionLabel = labelsFor<string>({
  'what-it-is': 'What it is',
  anatomy: 'How this part of the body works',
  'who-gets-it': 'Who gets it',
  symptoms: 'Symptoms',
  diagnosis: 'How it is diagnosed',
  'treatment-overview': 'How it is treated',
  outlook: 'What to expect over time',
  'who-it-may-help': 'Who it may help',
  'how-it-is-done': 'How it is done',
  'what-to-expect': 'What to expect',
  safety: 'Safety',
  'claims-checked': 'Claims we checked',
});

const urgencyLabels = labelsFor<Urgency>({
  'emergency-now': 'Emergency: act now',
  'same-day': 'Get medical help today',
  'urgent-days': 'See a doctor within days',
});

/** A release from before urgency was required still says that it needs attention. */
export const urgencyLabel = (urgency: Urgency | null): string =>
  urgency ? urgencyLabels(urgency) : 'Get medical advice';

/** Whom a care card says to call. Numbers of telephones come from `model/emergency-numbers.ts`. */
export const whomLabel = labelsFor<Whom>({
  'emergency-number': 'Call the emergency number',
  'emergency-department': 'Go to a hospital emergency department, or call the emergency number',
  midwife: 'Call your midwife or maternity unit',
  'own-team': 'Call the team that treats you: the ward, the clinic or the surgeon',
  'doctor-today': 'Call your family doctor (GP) or an out-of-hours service, today',
  'doctor-in-days': 'Call your family doctor (GP) for a visit within days',
});

/** A code that these tables do not know (an old release) is put into words: `same-day` → `Same day`; none, into none. */
function labelsFor<Code extends string>(labels: Record<Code, string>): (code: Code | null) => string {
  const known: Record<string, string> = labels;
  return (code) => (code === null ? '' : (known[code] ?? inWords(code)));
}

const inWords = (code: string): string => {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
