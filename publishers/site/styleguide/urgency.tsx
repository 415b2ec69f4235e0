import type { ReactNode } from 'react';
import { ANY_COUNTRY } from '../../../model/emergency-numbers.ts';
import { CallRow } from '../parts/care-cards.tsx';
import { Shown } from './part.tsx';

const [NOW, DAY, SOON, VISIT] = [
  { level: 'now', heading: 'First level: at once' },
  { level: 'day', heading: 'Second level: today' },
  { level: 'soon', heading: 'Third level: within days' },
  { level: '', heading: 'Fourth level: when it suits' },
] as const;
const LEVELS = [NOW, DAY, SOON, VISIT];

const Card = ({ level, heading, act }: { level: string; heading: string; act?: ReactNode }): ReactNode => (
  <div className={`care ${level}`.trim()}>
    <h3>{heading}</h3>
    <div className="in">
      <ul className="signs">
        <li>
          A line with <b>words in bold</b>
        </li>
        <li>
          <a href="#a">A line that is a link</a>
          <p>And a second line under it.</p>
        </li>
      </ul>
      {act}
    </div>
  </div>
);

/** What must not wait. */
export const Urgency = (): ReactNode => (
  <>
    <Shown name="Care cards">
      <Card
        {...NOW}
        act={
          <div className="act">
            <h4>A box with what to do</h4>
            <CallRow emergency={ANY_COUNTRY} />
            <p className="s">A small line.</p>
          </div>
        }
      />
      <div className="duo">
        <Card {...DAY} />
        <Card {...SOON} />
      </div>
      <Card {...VISIT} />
    </Shown>
    <Shown name="Care card, slim">
      <div className="care now slim">
        <h3>A heading</h3>
        <div className="in">
          <p>
            One sentence and a link: <a href="#a">more</a>
          </p>
          <CallRow emergency={ANY_COUNTRY} />
        </div>
      </div>
    </Shown>
    <Shown name="Lines of signs, tags">
      <ul className="care-lines">
        {LEVELS.slice(0, 3).map(({ level, heading }) => (
          <li key={level} className={level}>
            <b>{heading}:</b> <a href="#a">a sign</a>
          </li>
        ))}
      </ul>
      <p>
        {LEVELS.map(({ level, heading }) => (
          <span key={level}>
            <span className={`tag ${level}`.trim()}>{heading}</span>{' '}
          </span>
        ))}
      </p>
    </Shown>
    <Shown name="Notes">
      <p className="note">A note beside the text.</p>
      <p className="note day">A note of the second level.</p>
      <p className="note now">A note of the first level.</p>
    </Shown>
  </>
);
