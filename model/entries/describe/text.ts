/** Words that describe texts (`field.ts` says what a field is). */
import { z } from 'zod';
import { proseToMarkedText, proseToText } from '../../prose-text.ts';
import { proseShape } from '../../prose-shape.ts';
import type { ProseField, Required, Sayings, TextField } from '../field.ts';

/** Characters that a field has room for when it says nothing else. */
const SHORT = 400;
const LONG = 3000;
/** Lower-case words joined by single hyphens: web addresses and keys. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface TextSayings extends Sayings {
  max?: number;
  long?: boolean;
  required?: Required;
  pattern?: RegExp;
  /** what stands before the value in a diff, e.g. `DOI` */
  after?: string;
}

/** Text without marks; empty when nothing was written. `otherwise` is what an empty field stands for. */
export function text({ otherwise = '', ...says }: TextSayings & { otherwise?: string } = {}): TextField<string> {
  const { field, written } = textParts<string>(says, otherwise);
  return {
    ...field,
    shape: z.string(),
    valid: field.required ? written.min(1) : written.or(z.literal('')),
    file: field.required ? written.min(1) : written.default(otherwise),
  };
}

/** Text that is either there or not: null when nothing was written. */
export function maybeText(says: Omit<TextSayings, 'required'> = {}): TextField {
  const { field, written } = textParts<string | null>(says, null);
  return { ...field, shape: z.string().nullable(), valid: written.nullable(), file: written.nullable().default(null) };
}

/** What the two have in common, and the schema of what somebody wrote. */
function textParts<Value extends string | null>(
  says: TextSayings,
  empty: Value,
): { field: Omit<TextField<Value>, 'shape' | 'valid' | 'file'>; written: z.ZodString } {
  const { long = false, max = long ? LONG : SHORT, pattern = null, required = false, after } = says;
  const trimmed = z.string().trim().max(max);
  return {
    field: {
      kind: 'text',
      says,
      max,
      long,
      pattern,
      required,
      empty,
      words: (value) => saidAfter(after, value),
      plain: (value) => value ?? '',
    },
    written: pattern ? trimmed.regex(pattern) : trimmed,
  };
}

/** A value as a diff says it: behind its name where it has one. */
export const saidAfter = (name: string | undefined, value: string | null): string =>
  value && name ? `${name} ${value}` : (value ?? '');

/** Text with headings, lists and links. A content file writes it in Markdown. */
export function prose({ required = false, ...says }: Sayings & { required?: Required } = {}): ProseField {
  return {
    kind: 'prose',
    says,
    required,
    words: proseToMarkedText,
    plain: proseToText,
    shape: proseShape,
    valid: required ? proseShape.refine((value) => proseToText(value).trim() !== '') : proseShape,
    file: required ? z.string().trim().min(1) : z.string().trim().default(''),
  };
}
