/**
 * The shape of the files under `content/<library>/`, as the descriptions in `model/entries/` give it: one Markdown
 * file per entry, its fields as YAML front matter, its running text under headings. Described for authors in
 * `docs/content-format.md`. Every file is parsed with these schemas before anything is written.
 */
import { z } from 'zod';
import { FIGURE_FILE, group } from '../../model/entries/describe/composed.ts';
import { text } from '../../model/entries/describe/text.ts';
import type { ENTRIES } from '../../model/entries/entries.ts';
import type { WrittenBy } from '../../model/entries/field.ts';
import { location } from '../../model/entries/location.ts';
import { figure, source, term, words } from '../../model/entries/shared.ts';

const sourceFile = group(source.fields).file;
const termFile = group(term.fields).file;
const figureFile = group({ file: text({ required: true, pattern: FIGURE_FILE }), ...figure.fields }).file;
const locationFile = group({ ...location.fields, bodyAreas: words({}) }).file.refine(
  ({ bodyAreas }) => bodyAreas.length > 0,
  { path: ['bodyAreas'], message: 'no body area names this place' },
);

export const sourceFileSchema = z.array(sourceFile);
export const figureFileSchema = z.array(figureFile);
export const locationFileSchema = z.array(locationFile);
export const termFileSchema = z.array(termFile);
/** What a library says of itself: the folders beside it whose entries it may name. */
export const libraryFileSchema = z.strictObject({ uses: z.array(z.string().regex(/^[a-z0-9-]+$/)).default([]) });

export type SourceFile = z.infer<typeof sourceFile>;
export type FigureFile = z.infer<typeof figureFile>;
export type LocationFile = z.infer<typeof locationFile>;
export type TermFile = z.infer<typeof termFile>;
/** One entry file: references as `collection/slug`, sources by slug, figures by file name, running text in Markdown. */
export type EntryFile = { [Type in keyof typeof ENTRIES]: WrittenBy<(typeof ENTRIES)[Type]> }[keyof typeof ENTRIES];
