import type { ReactNode } from 'react';
import type { EmergencyNumber } from '../../../model/emergency-numbers.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { pathOf } from '../../addresses.ts';
import { CallRow, SignLists } from '../parts/care-cards.tsx';

interface SafetyFirstProps {
  flags: LibraryEntry[];
  emergency: readonly EmergencyNumber[];
  /** the reader has answered something: they saw the signs before */
  begun: boolean;
}

/** The signs that must not wait, before anything is asked; once something was answered in one folded card. */
export function SafetyFirst({ flags, emergency, begun }: SafetyFirstProps): ReactNode {
  const emergencies = flags.filter(({ urgency }) => urgency === 'emergency-now');
  if (flags.length === 0) return null;
  const first = emergencies.length > 0 ? emergencies : flags;
  if (!begun) {
    return (
      <section aria-labelledby="first" className="help wide" id="get-help">
        <h2 id="first">First: is one of these happening?</h2>
        <SignLists flags={first} emergency={emergency} wide />
        <p>
          <a href="#map">No, none of these: choose a place</a>
        </p>
      </section>
    );
  }
  return (
    <section className="care now slim" aria-labelledby="first" id="get-help">
      <h2 id="first">A warning sign always counts more than the place</h2>
      <div className="in">
        <details>
          <summary>{checkWords(first.length, emergencies.length > 0)}</summary>
          <ul className="signs">
            {first.map((flag) => (
              <li key={flag.uid}>
                <a href={pathOf(flag)}>{flag.title}</a>
              </li>
            ))}
          </ul>
        </details>
        <CallRow emergency={emergency} />
      </div>
    </section>
  );
}

const checkWords = (count: number, areEmergencies: boolean): string =>
  areEmergencies
    ? `Check ${count === 1 ? 'the sign' : `the ${count} signs`} of an emergency`
    : `Check ${count === 1 ? 'the warning sign' : `the ${count} warning signs`}`;
