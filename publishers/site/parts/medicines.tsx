import type { ReactNode } from 'react';
import type { Medicine } from '../../../model/entries/medicine.ts';
import { medicineLists, namesOf } from '../../wording/medicines.ts';
import { HEADINGS } from '../../wording/headings.ts';

/** Each medicine of a treatment with its limits: the most first, then who must not, and when to stop. */
export function Medicines({ medicines }: { medicines: Medicine[] }): ReactNode {
  return medicines.map((medicine) => (
    <section key={medicine.key} id={`medicine-${medicine.key}`} className="measure">
      <h3>{namesOf(medicine)}</h3>
      {medicine.maximum && (
        <p>
          <b>{HEADINGS.maximum}:</b> {medicine.maximum}
        </p>
      )}
      {medicineLists(medicine).map(({ title, lines, strict }) => (
        <div key={title} className={strict ? 'note day' : undefined}>
          <h4>{title}</h4>
          <Lines lines={lines} />
        </div>
      ))}
    </section>
  ));
}

/** Sentences as a list; nothing when there are none. */
export const Lines = ({ lines }: { lines: string[] }): ReactNode =>
  lines.length > 0 && (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
