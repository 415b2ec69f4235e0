import type {
  LifestyleModification,
  MedicalCause,
  MedicalCode,
  MedicalCondition,
  MedicalRiskFactor,
  MedicalSignOrSymptom,
  MedicalSymptom,
  MedicalTherapy,
  Thing,
} from 'schema-dts';
import type { CauseContent } from '../../../model/entries/cause.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { GuideContent } from '../../../model/entries/guide.ts';
import type { RedFlagContent } from '../../../model/entries/red-flag.ts';
import { pageUrl } from '../../addresses.ts';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { sectionLabel } from '../../wording/labels.ts';
import { liveOf } from '../references.ts';
import { plainText } from './plain.ts';
import { aboutTreatment, isHabit } from './treatment.ts';

/** What the description of an entry may ask: the live entries that it names, under their addresses. */
export interface Subject {
  library: Library;
  siteUrl: string;
}

/** What an entry is about, from its described fields, in schema.org's words. */
export function aboutOf(content: EntryContent, subject: Subject): Thing | Thing[] {
  switch (content.type) {
    case 'guide':
      return aboutGuide(content, subject);
    case 'cause':
      return aboutCause(content, subject);
    case 'treatment':
      return aboutTreatment(content);
    case 'red-flag':
      return aboutRedFlag(content);
    case 'course':
      return { '@type': 'Thing', name: content.title };
  }
}

const aboutGuide = (guide: GuideContent, subject: Subject): MedicalSymptom => ({
  '@type': 'MedicalSymptom',
  name: guide.title,
  alternateName: guide.keywords,
  code: guide.icd10.map(icd10Code),
  cause: liveOf(subject.library, guide.causes).map((entry): MedicalCause => ({
    '@type': 'MedicalCause',
    name: entry.title,
    url: pageUrl(subject.siteUrl, entry),
  })),
  possibleTreatment: treatmentsOf(guide.treatments, subject),
});

const aboutCause = (cause: CauseContent, subject: Subject): MedicalCondition => ({
  '@type': 'MedicalCondition',
  name: cause.title,
  alternateName: cause.synonyms,
  description: cause.summary,
  code: cause.icd10.map(icd10Code),
  signOrSymptom: [
    ...cause.locations.map(({ label }) => symptom(`${HEADINGS.locations}: ${label}`)),
    ...cause.possibleLocations.map(({ label }) => symptom(`${HEADINGS.possibleLocations}: ${label}`)),
  ],
  riskFactor: cause.sections
    .filter(({ kind }) => kind === 'who-gets-it')
    .map((section): MedicalRiskFactor => ({
      '@type': 'MedicalRiskFactor',
      name: sectionLabel(section.kind),
      description: plainText(section.body),
    })),
  typicalTest: cause.tests.map((name) => ({ '@type': 'MedicalTest', name })),
  possibleTreatment: treatmentsOf(cause.treatments, subject),
});

const aboutRedFlag = (flag: RedFlagContent): MedicalSignOrSymptom => ({
  '@type': 'MedicalSignOrSymptom',
  name: flag.title,
  alternateName: flag.synonyms,
  description: flag.action,
  code: flag.icd10.map(icd10Code),
  riskFactor: flag.atRisk.map((name) => ({ '@type': 'MedicalRiskFactor', name })),
});

const symptom = (name: string): MedicalSignOrSymptom => ({ '@type': 'MedicalSignOrSymptom', name });

/** What guidelines advise against is told on its page, and is no possible treatment. */
const treatmentsOf = (uids: string[], { library, siteUrl }: Subject): (MedicalTherapy | LifestyleModification)[] =>
  liveOf(library, uids)
    .filter(({ evidenceLevel }) => evidenceLevel !== 'against')
    .map((entry) => ({ '@type': typeOf(entry), name: entry.title, url: pageUrl(siteUrl, entry) }));

const typeOf = ({ treatmentKind }: LibraryEntry): 'MedicalTherapy' | 'LifestyleModification' =>
  isHabit(treatmentKind) ? 'LifestyleModification' : 'MedicalTherapy';

const icd10Code = (codeValue: string): MedicalCode => ({ '@type': 'MedicalCode', codeValue, codingSystem: 'ICD-10' });
