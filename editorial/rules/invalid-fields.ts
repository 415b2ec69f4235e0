import {
  CAUSE_SECTIONS,
  EVIDENCE_LEVELS,
  LOCATIONS,
  ONSETS,
  TREATMENT_KINDS,
  TREATMENT_SECTIONS,
  URGENCIES,
  WEEKDAYS,
  type EntryContent,
  type LessonContent,
} from '../../model/content.ts';

/** The longest texts that forms and channels have room for, in characters. */
export const MAX_LENGTH = { title: 120, slug: 100, summary: 400, sentence: 600, subject: 120, preheader: 160 } as const;
export const MAX_DELAY_DAYS = 60;
export const LESSON_KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Fields whose value the form would refuse. A draft may be saved with any of them, so they are looked at
 * before review instead of surprising everybody at the moment of release.
 */
export function invalidFields(content: EntryContent): string[] {
  return [...lengths(content), ...choices(content)].filter(([, valid]) => !valid).map(([field]) => field);
}

type Check = [field: string, valid: boolean];

const fits = (text: string, kind: keyof typeof MAX_LENGTH): boolean => text.length <= MAX_LENGTH[kind];
const sentences = (field: string, list: string[]): Check[] =>
  list.map((text, i) => [`${field}.${i}`, text !== '' && fits(text, 'sentence')]);
const among = (options: readonly string[], value: string | null): boolean => value === null || options.includes(value);

function lengths(content: EntryContent): Check[] {
  const common: Check[] = [
    ['title', fits(content.title, 'title')],
    ['slug', fits(content.slug, 'slug')],
    ['summary', content.type === 'red-flag' || fits(content.summary, 'summary')],
  ];
  if (content.type === 'guide') {
    return [
      ...common,
      ...content.whenToConsult.flatMap(({ key, sign, explanation }, i): Check[] => [
        [`whenToConsult.${i}.key`, key !== ''],
        [`whenToConsult.${i}.sign`, sign !== ''],
        [`whenToConsult.${i}.explanation`, explanation !== ''],
      ]),
    ];
  }
  if (content.type !== 'treatment') return common;
  return [
    ...common,
    ...sentences('howTo', content.howTo),
    ...sentences('cautions', content.cautions),
    ...sentences('interactions', content.interactions),
  ];
}

function choices(content: EntryContent): Check[] {
  switch (content.type) {
    case 'guide':
      return [];
    case 'cause':
      return [
        ...content.sections.map(({ kind }, i): Check => [`sections.${i}.kind`, among(CAUSE_SECTIONS, kind)]),
        ['onset', among(ONSETS, content.onset)],
        ['locations', content.locations.every((value) => among(LOCATIONS, value))],
        ['possibleLocations', content.possibleLocations.every((value) => among(LOCATIONS, value))],
      ];
    case 'treatment':
      return [
        ...content.sections.map(({ kind }, i): Check => [`sections.${i}.kind`, among(TREATMENT_SECTIONS, kind)]),
        ['kind', among(TREATMENT_KINDS, content.kind)],
        ['evidence.level', among(EVIDENCE_LEVELS, content.evidence.level)],
      ];
    case 'red-flag':
      return [['urgency', among(URGENCIES, content.urgency)]];
    case 'course':
      return [
        ['sendAt', TIME_OF_DAY.test(content.sendAt)],
        ['weekdays', content.weekdays.every((value) => among(WEEKDAYS, value))],
        ...content.lessons.flatMap(lesson),
      ];
  }
}

const lesson = ({ key, subject, preheader, delayDays }: LessonContent, i: number): Check[] => [
  [`lessons.${i}.key`, key === '' || LESSON_KEY.test(key)],
  [`lessons.${i}.subject`, fits(subject, 'subject')],
  [`lessons.${i}.preheader`, fits(preheader, 'preheader')],
  [`lessons.${i}.delayDays`, delayDays >= 0 && delayDays <= MAX_DELAY_DAYS],
];
