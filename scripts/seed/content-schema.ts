/**
 * The shape of the files under `content/<library>/`: one Markdown file per entry, its fields as YAML
 * front matter and its sections as `## section-kind` headings. Described for authors in
 * `docs/content-format.md`. Every file is parsed with these schemas before anything is written.
 */
import { z } from 'zod';
import {
  CAUSE_SECTIONS,
  EVIDENCE_LEVELS,
  LOCATIONS,
  ONSETS,
  SOURCE_KINDS,
  TREATMENT_KINDS,
  TREATMENT_SECTIONS,
  URGENCIES,
  WEEKDAYS,
} from '../../model/content.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const line = z.string().trim().min(1).max(400);
const lines = z.array(line).default([]);
const slugs = z.array(slug).default([]);
/** `collection/slug`, the way an entry of any type is named inside a content file. */
const reference = z
  .string()
  .regex(/^(guides|causes|treatments|red-flags)\/[a-z0-9-]+$/, 'collection/slug, e.g. causes/labral-tear');
const figure = z.object({ file: z.string().regex(/^[a-z0-9-]+\.png$/) }).strict();

export const sourceFileSchema = z.array(
  z
    .object({
      slug,
      title: line,
      publisher: line,
      kind: z.enum(SOURCE_KINDS),
      year: z.number().int().min(1900).max(2100).optional(),
      url: z.url(),
      doi: z.string().optional(),
      pmid: z.string().optional(),
    })
    .strict(),
);

export const figureFileSchema = z.array(
  z
    .object({
      file: z.string().regex(/^[a-z0-9-]+\.png$/),
      alt: z.string().trim().min(20).max(400),
      caption: line,
      credit: line,
      licence: line,
    })
    .strict(),
);

const shared = {
  slug,
  title: z.string().trim().min(3).max(90),
  sources: slugs,
};

export const guideSchema = z
  .object({
    ...shared,
    type: z.literal('guide'),
    summary: z.string().trim().min(40).max(320),
    bodyArea: line,
    keywords: lines,
    icd10: lines,
    causes: slugs,
    redFlags: slugs,
    treatments: slugs,
    whenToConsult: z.array(
      z.object({ key: slug, sign: line, explanation: z.string().trim().min(20).max(700) }).strict(),
    ),
    figures: z.array(figure).default([]),
    relatedGuides: slugs,
  })
  .strict();

export const causeSchema = z
  .object({
    ...shared,
    type: z.literal('cause'),
    summary: z.string().trim().min(40).max(320),
    synonyms: lines,
    icd10: lines,
    partOf: slug.optional(),
    locations: z.array(z.enum(LOCATIONS)).default([]),
    possibleLocations: z.array(z.enum(LOCATIONS)).default([]),
    onset: z.enum(ONSETS),
    worse: lines,
    better: lines,
    tests: lines,
    specialists: lines,
    treatments: slugs,
    redFlags: slugs,
    related: z.array(reference).default([]),
    figures: z.record(z.enum(CAUSE_SECTIONS), z.array(z.string())).or(z.object({})).default({}),
  })
  .strict();

export const treatmentSchema = z
  .object({
    ...shared,
    type: z.literal('treatment'),
    summary: z.string().trim().min(40).max(320),
    synonyms: lines,
    kind: z.enum(TREATMENT_KINDS),
    partOf: slug.optional(),
    howTo: z.array(z.string().trim().min(5).max(400)).default([]),
    dose: z.string().trim().max(400).optional(),
    cautions: z.array(z.string().trim().min(5).max(400)).default([]),
    interactions: z.array(z.string().trim().min(5).max(400)).default([]),
    evidence: z.object({ level: z.enum(EVIDENCE_LEVELS), statement: z.string().trim().min(20).max(700) }).strict(),
    commercial: z.boolean().default(false),
    commercialDisclosure: z.string().trim().max(400).optional(),
    related: z.array(reference).default([]),
    figures: z.record(z.enum(TREATMENT_SECTIONS), z.array(z.string())).or(z.object({})).default({}),
  })
  .strict();

export const redFlagSchema = z
  .object({
    ...shared,
    type: z.literal('red-flag'),
    synonyms: lines,
    icd10: lines,
    urgency: z.enum(URGENCIES),
    urgencyNote: z.string().trim().max(700).optional(),
    action: z.string().trim().min(20).max(700),
  })
  .strict();

export const courseSchema = z
  .object({
    ...shared,
    type: z.literal('course'),
    summary: z.string().trim().min(40).max(400),
    sendAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    weekdays: z.array(z.enum(WEEKDAYS)).min(1),
    lessons: z
      .array(
        z
          .object({
            key: slug,
            subject: z.string().trim().min(5).max(90),
            preheader: z.string().trim().min(20).max(140),
            intro: z.string().trim().min(40).max(3000),
            entries: z.array(reference).min(1),
            outro: z.string().trim().min(20).max(1500),
            delayDays: z.number().int().min(0).max(30),
          })
          .strict(),
      )
      .min(1),
  })
  .strict();

export const entryFileSchema = z.discriminatedUnion('type', [
  guideSchema,
  causeSchema,
  treatmentSchema,
  redFlagSchema,
  courseSchema,
]);

export type EntryFile = z.infer<typeof entryFileSchema>;
export type SourceFile = z.infer<typeof sourceFileSchema>[number];
export type FigureFile = z.infer<typeof figureFileSchema>[number];
