import { proseToUncitedText } from '../prose-text.ts';
import type { Prose } from '../prose.ts';
import type { EntryContent } from './entries.ts';
import type { SafetyClass } from './field.ts';
import { capital } from './labels.ts';
import { leavesOf } from './leaves.ts';
import { spoken } from './spoken.ts';

/**
 * What policy compares, field by field, between what readers have and a draft. Policy needs to know no field:
 *
 * - a part that is in one of the two only, or in both with another `value`, has changed;
 * - `always`: each change is a safety change; `by-words`: when a word of safety differs between the two `text`s
 *   (of a missing part: the empty text); `never`: routine;
 * - a part without a class of its own is `always`.
 *
 * A content has a part only where it has a value: an empty list, an empty text, null and an unset choice make none,
 * so that a first release compares with nothing at all. Rows are named by their key (`sections.safety.body`,
 * `lessons.first.intro`), so that a new order is no change; the items of a plain list (`howTo`) are one part, in
 * their order, one line each.
 */
export interface SafetyPart {
  /** names the part in both contents, e.g. `evidence.level` */
  field: string;
  /** for people: `Section “safety” › body` */
  label: string;
  class: SafetyClass;
  text: string;
  /** the exact value behind the text: formatting, links and files included. Compare as canonical JSON */
  value: unknown[];
}

/** The parts of a content in the order of its description, those of class `never` included. */
export function safetyParts(content: EntryContent): SafetyPart[] {
  const parts = new Map<string, SafetyPart>();
  for (const { place, labels, field, value, safety, isKey } of leavesOf(content)) {
    if (isKey || isNothing(value)) continue;
    // What stands under a prose field is prose: its shape was parsed with the content.
    const text = field.kind === 'prose' ? proseToUncitedText(value as Prose) : spoken(field).words(value, (uid) => uid);
    const known = parts.get(place);
    if (known) {
      known.text += `\n${text}`;
      known.value.push(value);
      // Two rows of one key are one part: the stricter of their classes holds.
      if (safety === 'always') known.class = safety;
    } else parts.set(place, { field: place, label: capital(labels.join(' › ')), class: safety, text, value: [value] });
  }
  return [...parts.values()];
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);
