import type { ReactNode } from 'react';
import type { Exercise } from '../../../model/entries/exercise.ts';
import { Figure } from '../../html/figure.tsx';
import { doseLine } from '../../wording/doses.ts';
import { HEADINGS } from '../../wording/headings.ts';

/** The exercises of a treatment, drawing beside words; the address `#exercises` prints them as a sheet to hand over. */
export function Exercises({ exercises }: { exercises: Exercise[] }): ReactNode {
  return (
    <>
      <p className="s screen">
        To hand them over or keep them on paper, open <a href="#exercises">this sheet</a> and print.
      </p>
      <ol className="steps">
        {exercises.map((exercise) => (
          <ExerciseStep key={exercise.key} exercise={exercise} />
        ))}
      </ol>
    </>
  );
}

function ExerciseStep({ exercise }: { exercise: Exercise }): ReactNode {
  const { key, name, start, movement, progression, stopRule, figures } = exercise;
  const dose = doseLine(exercise);
  return (
    <li id={`exercise-${key}`}>
      {figures.length > 0 && (
        <div>
          {figures.map((figure, i) => (
            <Figure key={i} figure={figure} sizes="(min-width: 40em) 14rem, calc(100vw - 2rem)" widest={640} />
          ))}
        </div>
      )}
      <div className="flow">
        <h3>{name}</h3>
        {dose !== '' && (
          <p>
            <b>{dose}</b>
          </p>
        )}
        <Said title={HEADINGS.start} text={start} />
        <Said title={HEADINGS.movement} text={movement} />
        <Said title={HEADINGS.progression} text={progression} />
        {stopRule !== '' && (
          <p className="note day">
            <b>{HEADINGS.stopRule}:</b> {stopRule}
          </p>
        )}
      </div>
    </li>
  );
}

const Said = ({ title, text }: { title: string; text: string }): ReactNode =>
  text !== '' && (
    <p>
      <b>{title}:</b> {text}
    </p>
  );
