import type { CauseContent, EvidenceLevel, Location, SourceContent, Urgency } from '../../editorial/content.ts';

export const URGENCY_WORDS: Record<Urgency, string> = {
  'emergency-now': 'Emergency: get help now',
  'same-day': 'Get medical help today',
  'urgent-days': 'See a doctor within days',
};

export const EVIDENCE_WORDS: Record<EvidenceLevel, string> = {
  good: 'Good evidence',
  moderate: 'Moderate evidence',
  limited: 'Limited evidence',
  none: 'No reliable evidence',
  against: 'Evidence against it',
};

export const LOCATION_WORDS: Record<Location, string> = {
  groin: 'groin',
  'inner-thigh': 'inner thigh',
  'front-thigh': 'front of the thigh',
  'outer-hip': 'outer side of the hip',
  buttock: 'buttock',
  'back-thigh': 'back of the thigh',
  'lower-back': 'lower back',
};

export const ONSET_WORDS: Record<NonNullable<CauseContent['onset']>, string> = {
  sudden: 'Suddenly.',
  gradual: 'Gradually.',
  varies: 'It varies.',
};

export const SOURCE_WORDS: Record<SourceContent['kind'], string> = {
  guideline: 'guideline',
  'systematic-review': 'systematic review',
  trial: 'trial',
  'patient-information': 'patient information',
  textbook: 'textbook',
  news: 'news',
};

/** `who-gets-it` → `Who gets it`: section kinds are written so that their words are the heading. */
export const sectionHeading = (kind: string): string => {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
