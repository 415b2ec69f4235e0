/** Escaped markup; only `markup` makes it, so text cannot pass for it by accident. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Child = string | number | Markup | null | undefined | false | readonly Child[];

/**
 * HTML or XML from a template: every value is escaped unless it is Markup itself; null, undefined and
 * false leave nothing. Safe in element content and in quoted attributes.
 */
export function markup(strings: TemplateStringsArray, ...values: Child[]): Markup {
  return new Markup(strings.reduce((text, part, i) => text + toText(values[i - 1]) + part));
}

export const XML_PROLOGUE = markup`<?xml version="1.0" encoding="utf-8"?>
`;

/** Characters that XML 1.0 §2.2 forbids, and halves of surrogate pairs: nobody can read them either. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeMarkup = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

function toText(value: Child): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(toText).join('');
  return escapeMarkup(String(value));
}
