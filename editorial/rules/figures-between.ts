import type { FigureContent } from '../../model/entries/shared.ts';

/** One picture file, as a page would show it. */
export interface Picture {
  sha256: string;
  width: number;
  height: number;
  alt: string;
}

/** A picture that came, went, or took the place of another. */
export interface FigureChange {
  before: Picture | null;
  after: Picture | null;
}

const WIDE_ENOUGH = 640;

/** The pictures of one part that are not the same files any more; new ones are held against those that went, in order. */
export function figuresBetween(old: readonly FigureContent[], now: readonly FigureContent[]): FigureChange[] {
  const [was, is] = [new Set(old.map(fileOf)), new Set(now.map(fileOf))];
  const gone = old.filter((figure) => !is.has(fileOf(figure)));
  const come = now.filter((figure) => !was.has(fileOf(figure)));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => ({
    before: pictureOf(gone[i]),
    after: pictureOf(come[i]),
  })).filter(({ before, after }) => before !== null || after !== null);
}

const fileOf = ({ renditions }: FigureContent): string => renditions.map(({ sha256 }) => sha256).join(' ');

function pictureOf(figure: FigureContent | undefined): Picture | null {
  const file = figure?.renditions.find(({ width }) => width >= WIDE_ENOUGH) ?? figure?.renditions.at(-1);
  return figure && file ? { ...file, alt: figure.alt } : null;
}
