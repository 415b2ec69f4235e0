import type { ReactNode } from 'react';
import type { Exercise } from '../../../model/entries/exercise.ts';
import { Figure } from '../../html/figure.tsx';
import { doseLine } from '../../wording/doses.ts';
import { HEADINGS } from '../../wording/headings.ts';

/** The exercises of a treatment as cards; the address `#exercises` prints them alone, as a sheet. */
export function Exercises({ exercises }: { exercises: Exercise[] }): ReactNode {
  return (
    <>
      <p className="meta on-screen">
        To print them alone, go to <a href="#exercises">this sheet</a> and print.
      </p>
      <ol className="exercises">
        {exercises.map((exercise) => (
          <ExerciseCard key={exercise.key} exercise={exercise} />
        ))}
      </ol>
    </>
  );
}

function ExerciseCard({ exercise }: { exercise: Exercise }): ReactNode {
  const { key, name, start, movement, progression, stopRule, figures } = exercise;
  return (
    <li id={`exercise-${key}`} className={figures.length > 0 ? 'drawn' : undefined}>
      <div>
        <h3>{name}</h3>
        <p className="dose">{doseLine(exercise)}</p>
      </div>
      {figures.length > 0 && (
        <div className="drawing">
          {figures.map((figure, i) => (
            <Figure key={i} figure={figure} />
          ))}
        </div>
      )}
      <dl>
        <Said title={HEADINGS.start} text={start} />
        <Said title={HEADINGS.movement} text={movement} />
        <Said title={HEADINGS.progression} text={progression} />
        <Said title={HEADINGS.stopRule} text={stopRule} stop />
      </dl>
    </li>
  );
}

function Said({ title, text, stop = false }: { title: string; text: string; stop?: boolean }): ReactNode {
  if (text === '') return null;
  return (
    <div className={stop ? 'stop' : undefined}>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </div>
  );
}
