import type { FigureContent } from '../../model/entries/shared.ts';

/** The smallest file of a figure that is at least `width` wide, else its largest; null when it has none. */
export const pictureOf = ({ renditions }: FigureContent, width: number): FigureContent['renditions'][number] | null =>
  renditions.find((file) => file.width >= width) ?? renditions.at(-1) ?? null;

/** Who drew it and under which terms, e.g. `Anna Example, CC BY 4.0`; empty when neither is said. */
export const creditOf = ({ credit, licence }: FigureContent): string =>
  [credit, licence].filter((part) => part !== null && part !== '').join(', ');
