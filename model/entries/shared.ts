/** What several types of entry have in common. */
import { z } from 'zod';
import { embedded, group, list, saying } from './describe/composed.ts';
import { reference } from './describe/reference.ts';
import { maybeText, prose, SLUG, text } from './describe/text.ts';
import { choice, day, files, maybeNumber } from './describe/value.ts';
import type { NotShown, Required, RowSayings, Sayings, ValueOf } from './field.ts';
import type { Prose } from '../prose.ts';
import type { EntryType } from './types.ts';

export const SOURCE_KINDS = [
  'guideline',
  'systematic-review',
  'review',
  'trial',
  'report',
  'patient-information',
  'textbook',
  'news',
] as const;

/** A lesson tells what somebody needs who reads nothing else, and leads to the page. */
export const ON_THE_PAGE: NotShown = { mail: 'a lesson carries the substance of an entry and links to its page' };
const CODES: Sayings = { safety: 'never', running: false };

const NUMBERED = 'readers get the number of a source';

/** What an entry rests on. */
export const source = embedded('sources', {
  /** what citations and content files call it; set once */
  slug: text({
    required: true,
    max: 100,
    pattern: SLUG,
    safety: 'never',
    running: false,
    notShown: { site: NUMBERED, feed: NUMBERED, mail: NUMBERED },
  }),
  title: text({ required: true }),
  publisher: text({ required: true }),
  kind: choice(SOURCE_KINDS, { required: true }),
  year: maybeNumber({ min: 1900, max: 2100 }),
  url: text({ required: true, max: 2000, pattern: /^https:\/\/\S+$/ }),
  doi: maybeText({ after: 'DOI' }),
  pmid: maybeText({ after: 'PubMed' }),
  /** YYYY-MM-DD; when its publisher last changed it */
  updated: day({ after: 'updated' }),
  /** YYYY-MM-DD */
  accessedOn: day({ after: 'read on' }),
});
export type SourceContent = ValueOf<typeof source>;

const IN_THE_WORD = 'readers get the word and what it means';

/** A word that readers may not know, and what it means. */
export const term = embedded(
  'terms',
  {
    slug: text({
      required: true,
      max: 100,
      pattern: SLUG,
      safety: 'never',
      running: false,
      notShown: { feed: IN_THE_WORD, mail: IN_THE_WORD },
    }),
    name: text({ required: true, max: 80, safety: 'by-words' }),
    /** other words under which texts use it */
    forms: list(text({ max: 80 }), {
      safety: 'never',
      running: false,
      notShown: { site: IN_THE_WORD, feed: IN_THE_WORD, mail: IN_THE_WORD },
    }),
    meaning: text({ required: true, long: true, max: 300, safety: 'by-words' }),
  },
  { notShown: { mail: 'a lesson explains those that its own texts use' } },
);
export type TermContent = ValueOf<typeof term>;

const file = { width: z.number(), height: z.number(), sha256: z.string() };
const rendition = z.strictObject(file);
/** Formats that every mail program shows; the name is the ending of the file. */
export const MAIL_FORMATS = ['png', 'jpg'] as const;
const mailPicture = z.strictObject({ ...file, format: z.enum(MAIL_FORMATS) });

const named = ({ sha256 }: { sha256: string }): string => `file ${sha256.slice(0, 8)}`;

/** A figure with its own files' hashes, so that replacing a file changes the revision. */
export const figure = embedded(
  'media',
  {
    alt: text({ safety: 'by-words', long: true, required: true, after: 'Figure:' }),
    caption: maybeText({ safety: 'by-words' }),
    credit: maybeText(CODES),
    licence: maybeText(CODES),
    /** WebP files by width, smallest first; served at `/figures/{sha256}.webp` */
    renditions: files(rendition, named, {
      safety: 'always',
      notShown: { mail: 'a mail has a picture that every program shows' },
    }),
    /** the same picture for mails, as PNG or JPEG; at most one, none for figures from before there was one */
    mailPicture: files(mailPicture, named, {
      safety: 'always',
      notShown: { site: 'pages have WebP', feed: 'items have WebP' },
    }),
  },
  // Whatever the text around it says: a picture tells at once what a mail has no room to say.
  { notShown: { mail: undefined } },
);
export type FigureContent = ValueOf<typeof figure>;

export const figures = list(figure);

export const title = text({ max: 120, required: { code: 'title-missing', say: 'Give the entry a title.' } });
export const slug = text({ max: 100, required: true, pattern: SLUG, ...CODES });

/** The title in the reader's words, the address, the day of the next review, the sources, the words explained. */
export const common = (says: Sayings) => ({
  title: saying(title, says),
  slug,
  /** YYYY-MM-DD; the date by which a clinician must look again */
  reviewDue: day({
    ...CODES,
    required: { code: 'review-due-missing', say: 'Set the date of the next review.' },
    notShown: { mail: 'a lesson says when it was reviewed; an entry past its date leaves the lessons' },
  }),
  sources: sources({ code: 'sources-missing', say: 'Name at least one source.' }),
  /** words of its text that readers may not know; channels explain them */
  terms: list(term),
});

export const sources = (required: Required) => list(source, { ...CODES, required, notShown: ON_THE_PAGE });

export const summary = text({
  max: 400,
  long: true,
  required: { code: 'summary-missing', say: 'Write a summary.' },
  safety: 'by-words',
  indexAs: 'summary',
});

export const name = text();
/** Short texts, typed in one by one. */
export const words = (says: Sayings) => list(name, says);

export const sentence = text({ max: 600, long: true, required: true });
/** Sentences, each a row of the form. */
export const sentences = (says: Sayings = {}) => list(sentence, { rowsOf: 'text', ...says });

export const synonyms = words({ safety: 'by-words', notShown: ON_THE_PAGE });
export const icd10 = words({
  ...CODES,
  notShown: { ...ON_THE_PAGE, feed: 'codes are for search engines and professionals, who have the page' },
});

/** Other entries, in reading order. */
export const references = (type: EntryType, says: Sayings & { safety: 'always' | 'never' }) =>
  list(reference([type]), says);

/** “See also”: readers get those that are live. */
export const related = list(reference(['guide', 'cause', 'treatment', 'red-flag'], { optional: true }), {
  safety: 'never',
  notShown: ON_THE_PAGE,
});

/**
 * Red flags of one part of a page, shown where that part stands. A mail that has no room for the part names them among
 * the signs at its head.
 */
export const urgentSigns = references('red-flag', { safety: 'always', notShown: { mail: undefined } });

/** The running text of a page, in parts of a closed list of kinds; each kind says what a change of it means. */
export const sections = <const Kind extends string>(kinds: Record<Kind, RowSayings>, says: Sayings = {}) =>
  list(group({ kind: choice(kindsOf(kinds), { required: true }), body: prose(), urgentSigns, figures }), {
    keyedBy: 'kind',
    rows: kinds,
    headings: true,
    ...says,
  });

export const kindsOf = <Kind extends string>(kinds: Record<Kind, RowSayings>) => Object.keys(kinds) as Kind[];

/** A section of any type of entry. */
export interface Section {
  kind: string | null;
  body: Prose;
  urgentSigns: string[];
  figures: FigureContent[];
}
