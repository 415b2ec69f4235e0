/**
 * The shape of the files under `content/<library>/`, as the descriptions in `model/entries/` give it: one Markdown
 * file per entry, its fields as YAML front matter, its running text under headings. Described for authors in
 * `docs/content-format.md`. Every file is parsed with these schemas before anything is written.
 */
import { z } from 'zod';
import { group } from '../../model/entries/describe/composed.ts';
import { text } from '../../model/entries/describe/text.ts';
import type { ENTRIES } from '../../model/entries/entries.ts';
import type { WrittenBy } from '../../model/entries/field.ts';
import { figure, source } from '../../model/entries/shared.ts';

const sourceFile = group(source.fields).file;
const figureFile = group({ file: text({ required: true, pattern: /^[a-z0-9-]+\.png$/ }), ...figure.fields }).file;

export const sourceFileSchema = z.array(sourceFile);
export const figureFileSchema = z.array(figureFile);

export type SourceFile = z.infer<typeof sourceFile>;
export type FigureFile = z.infer<typeof figureFile>;
/** One entry file: references as `collection/slug`, sources by slug, figures by file name, running text in Markdown. */
export type EntryFile = { [Type in keyof typeof ENTRIES]: WrittenBy<(typeof ENTRIES)[Type]> }[keyof typeof ENTRIES];
