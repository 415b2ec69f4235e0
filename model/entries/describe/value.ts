/** Words that describe values which are no text: choices, numbers, yes or no, days, files. */
import { z } from 'zod';
import type { ChoiceField, DayField, FilesField, FlagField, NumberField, Required, Sayings } from '../field.ts';
import { saidAfter } from './text.ts';

const noText = () => '';

/** One of a closed list; null as long as nothing was chosen. */
export function choice<const Option extends string>(
  options: readonly Option[],
  says: Sayings & { required: Exclude<Required, false> },
): ChoiceField<Option, Option>;
export function choice<const Option extends string>(options: readonly Option[], says?: Sayings): ChoiceField<Option>;
export function choice<const Option extends string>(
  options: readonly Option[],
  { required = false, ...says }: Sayings & { required?: Required } = {},
): ChoiceField<Option> {
  return {
    kind: 'choice',
    says,
    required,
    options,
    words: (value) => value ?? '',
    plain: noText,
    shape: z.enum(options).nullable(),
    valid: required ? z.enum(options) : z.enum(options).nullable(),
    file: required ? z.enum(options) : z.enum(options).nullable().default(null),
  };
}

interface NumberSayings extends Sayings {
  min: number;
  max: number;
  /** how a diff says the number; unless told, the number alone */
  say?: (value: number) => string;
}

/** A whole number between two bounds; `otherwise` is what an empty field stands for. */
export function number({ otherwise, ...says }: NumberSayings & { otherwise: number }): NumberField<number> {
  const { field, written } = numberParts<number>(says, otherwise);
  return { ...field, shape: z.number(), valid: written, file: written.default(otherwise) };
}

/** A whole number that is either there or not: null when nothing was written. */
export function maybeNumber(says: NumberSayings): NumberField {
  const { field, written } = numberParts<number | null>(says, null);
  const valid = written.nullable();
  return { ...field, shape: z.number().nullable(), valid, file: valid.default(null) };
}

/** What the two have in common, and the schema of what somebody wrote. */
function numberParts<Value extends number | null>(
  says: NumberSayings,
  empty: Value,
): { field: Omit<NumberField<Value>, 'shape' | 'valid' | 'file'>; written: z.ZodNumber } {
  const { min, max, say = String } = says;
  return {
    field: {
      kind: 'number',
      says,
      min,
      max,
      required: false,
      empty,
      words: (value) => (value === null ? '' : say(value)),
      plain: noText,
    },
    written: z.number().int().min(min).max(max),
  };
}

export function flag(says: Sayings = {}): FlagField {
  const file = z.boolean().default(false);
  return {
    kind: 'flag',
    says,
    required: false,
    words: String,
    plain: noText,
    shape: z.boolean(),
    valid: z.boolean(),
    file,
  };
}

/** A day, YYYY-MM-DD. */
export function day({
  after,
  required = false,
  ...says
}: Sayings & { after?: string; required?: Required } = {}): DayField {
  const written = z.iso.date();
  const shape = written.nullable();
  return {
    kind: 'day',
    says,
    required,
    words: (value) => saidAfter(after, value),
    plain: noText,
    shape,
    valid: required ? written : shape,
    file: shape.default(null),
  };
}

/** Files that the system makes and names by their hashes. */
export function files<Value>(item: z.ZodType<Value>, name: (value: Value) => string, says: Sayings): FilesField<Value> {
  const shape = z.array(item);
  const words = (value: Value[]) => value.map(name).join(', ');
  return {
    kind: 'files',
    says,
    required: false,
    item,
    words,
    plain: noText,
    shape,
    valid: shape,
    file: z.undefined().optional(),
  };
}
