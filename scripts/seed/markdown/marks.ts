import type { Inline } from '../../../model/prose.ts';

/** How a run of words looks. */
export type Look = Omit<Extract<Inline, { kind: 'text' }>, 'kind' | 'text'>;

export const PLAIN: Look = {};

/** The signs that turn one look into another: each begins what is not on yet, or ends what is. */
export function signsBetween(from: Look, to: Look): string {
  const stars = (from.bold === to.bold ? 0 : 2) + (from.italic === to.italic ? 0 : 1);
  const scripts = from.script === to.script ? [] : [from.script, to.script];
  return '*'.repeat(stars) + scripts.map((script) => (script ? SIGN_OF[script] : '')).join('');
}

const SIGN_OF = { super: '^', sub: '~' } as const;

/** The look behind these signs; null when they mean nothing there, such as a fourth star. */
export function lookBehind(sign: string, look: Look): Look | null {
  const { bold, italic, script } = look;
  switch (sign) {
    case '*':
      return { ...look, italic: flipped(italic) };
    case '**':
      return { ...look, bold: flipped(bold) };
    case '***':
      return { ...look, bold: flipped(bold), italic: flipped(italic) };
    case '^':
      return { ...look, script: script === 'super' ? undefined : 'super' };
    case '~':
      return { ...look, script: script === 'sub' ? undefined : 'sub' };
    default:
      return null;
  }
}

/** Whether marks begin or end between two looks. */
export function changeOf(from: Look, to: Look): { begins: boolean; ends: boolean } {
  const marks = ['bold', 'italic', 'script'] as const;
  const isIn = (look: Look, other: Look) =>
    marks.some((mark) => look[mark] !== undefined && look[mark] !== other[mark]);
  return { begins: isIn(to, from), ends: isIn(from, to) };
}

const flipped = (is: true | undefined): true | undefined => (is ? undefined : true);

/** A run of words with its look and nothing that it does not have. */
export const words = (text: string, { bold, italic, script }: Look): Extract<Inline, { kind: 'text' }> => ({
  kind: 'text',
  text,
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
  ...(script ? { script } : {}),
});

export const isSameLook = (one: Look, other: Look): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.script === other.script;
