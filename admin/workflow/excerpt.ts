import type { Change } from '../../editorial/rules/changes.ts';

export type Piece = Change['parts'][number] | { text: ''; kind: 'gap' };

/** A field's change with long unchanged passages cut to `context` characters at either side of what changed. */
export function excerpt(parts: Change['parts'], context = 90): Piece[] {
  return parts.flatMap((part, i): Piece[] => {
    if (part.kind !== 'same') return [part];
    const head = i > 0 ? headOf(part.text, context) : '';
    const tail = i < parts.length - 1 ? tailOf(part.text, context) : '';
    if (head.length + tail.length >= part.text.length) return [part];
    return [
      ...(head ? [{ text: head, kind: 'same' as const }] : []),
      { text: '' as const, kind: 'gap' as const },
      ...(tail ? [{ text: tail, kind: 'same' as const }] : []),
    ];
  });
}

export const isCut = (pieces: readonly Piece[]): boolean => pieces.some(({ kind }) => kind === 'gap');

/** Whole words from the start, at most `length` characters. */
function headOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return cut.slice(0, lastGap(cut) + 1) || cut;
}

function tailOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(-length);
  const gap = cut.search(/\s/);
  return gap < 0 ? cut : cut.slice(gap);
}

const lastGap = (text: string): number => Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'));
