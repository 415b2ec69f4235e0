/** What the codes of the content model are called on a page. */
import type { EntryType, EvidenceLevel, TreatmentContent, Urgency } from '../../editorial/content.ts';
import type { ChangeKind } from '../../editorial/release-row.ts';

export const URGENCY_LABELS: Record<Urgency, string> = {
  'emergency-now': 'Emergency: call 112, 911 or 999 now',
  'same-day': 'Get medical help today',
  'urgent-days': 'See a doctor within days',
};

export const EVIDENCE_LABELS: Record<EvidenceLevel, string> = {
  good: 'Good evidence',
  moderate: 'Moderate evidence',
  limited: 'Limited evidence',
  none: 'No good evidence',
  against: 'Guidelines advise against',
};

export const TREATMENT_KIND_LABELS: Record<TreatmentContent['kind'], string> = {
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
};

export const TYPE_LABELS: Record<EntryType, string> = {
  guide: 'Guide',
  cause: 'Cause',
  treatment: 'Treatment',
  'red-flag': 'Warning sign',
  course: 'Email course',
};

export const CHANGE_LABELS: Record<ChangeKind, string> = {
  new: 'New page',
  minor: 'Small change',
  major: 'Major change',
  safety: 'Safety correction',
};

const SECTION_LABELS: Record<string, string> = {
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
};

/** Heading of a section; a kind that this code does not know (an old release) is put into words. */
export const sectionLabel = (kind: string): string => SECTION_LABELS[kind] ?? inWords(kind);

/** `front-thigh` → `Front thigh` */
export const inWords = (code: string): string => {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
