import { Fragment, type ReactNode } from 'react';
import { EMERGENCY_CHOICES, numbersChosen } from '../../model/emergency-numbers.ts';
import { withNumbers } from '../addresses.ts';

/** The same page with the number of the reader's own country first: plain links, no cookie, no script. */
export const EmergencyChoices = ({ path }: { path: string }): ReactNode => (
  <p>
    Put the number of your country first:{' '}
    {EMERGENCY_CHOICES.map((choice, i) => (
      <Fragment key={choice}>
        {i > 0 && ', '}
        <a href={withNumbers(path, choice)} rel="nofollow">
          {numbersChosen(choice)[0]?.where}
        </a>
      </Fragment>
    ))}
    .
  </p>
);
