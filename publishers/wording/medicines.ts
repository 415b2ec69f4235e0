import type { Medicine } from '../../model/entries/medicine.ts';
import { HEADINGS } from './headings.ts';

export const namesOf = ({ names }: Medicine): string => {
  const line = names.join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
};

/** The limits of a medicine in the order of every channel, those that have something in them. `strict`: never ignored. */
export const medicineLists = (medicine: Medicine): { title: string; lines: string[]; strict: boolean }[] =>
  [
    { title: HEADINGS.mustNot, lines: medicine.mustNot, strict: true },
    { title: HEADINGS.mustAsk, lines: medicine.mustAsk, strict: false },
    { title: HEADINGS.notWith, lines: medicine.notWith, strict: true },
    { title: HEADINGS.interactions, lines: medicine.interactions, strict: false },
    { title: HEADINGS.stopSigns, lines: medicine.stopSigns, strict: true },
  ].filter(({ lines }) => lines.length > 0);
