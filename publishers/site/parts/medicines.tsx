import type { ReactNode } from 'react';
import type { Medicine } from '../../../model/entries/medicine.ts';
import { medicineLists, namesOf } from '../../wording/medicines.ts';
import { HEADINGS } from '../../wording/headings.ts';

/** Each medicine of a treatment with its limits: the most first, then who must not, and when to stop. */
export function Medicines({ medicines }: { medicines: Medicine[] }): ReactNode {
  return medicines.map((medicine) => (
    <section key={medicine.key} id={`medicine-${medicine.key}`} className="medicine">
      <h3>{namesOf(medicine)}</h3>
      {medicine.maximum && (
        <p className="dose">
          {HEADINGS.maximum}: {medicine.maximum}
        </p>
      )}
      {medicineLists(medicine).map(({ title, lines, strict }) => (
        <div key={title} className={strict ? 'stop' : undefined}>
          <h4>{title}</h4>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  ));
}
