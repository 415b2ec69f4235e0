import type { TimelineLine } from '../../editorial/timeline/read-timeline.ts';
import { LocalTime } from '../dashboard/local-time.tsx';
import { Choice } from './choice.tsx';
import { approvalWords, headOf } from './words.ts';

interface TimelineLineProps {
  line: TimelineLine;
  chosen: { a: string | undefined; b: string | undefined };
  /** of the moment: the timeline up to here */
  href: string;
}

/** One thing that happened, with the two places where it can be chosen for a comparison. */
export function TimelineItem({ line, chosen, href }: TimelineLineProps) {
  const { badge, tone, title } = headOf(line);
  const isChosen = line.state !== null && (line.state === chosen.a || line.state === chosen.b);
  return (
    <li className={isChosen ? 'timeline__line timeline__line--on' : 'timeline__line'}>
      {line.state === null ? (
        <span aria-hidden="true" />
      ) : (
        <Choice state={line.state} chosen={chosen} of={`${badge}, ${title}`} />
      )}
      <div>
        <span className={`state-badge state-badge--${tone}`}>{badge}</span>
      </div>
      <div className="timeline__what">
        {title !== '' && <p className="timeline__title">{title}</p>}
        {line.kind === 'release' && line.changeNote !== '' && <p>{line.changeNote}</p>}
        <p className="timeline__meta">
          <a href={href}>
            <LocalTime at={line.at} />
          </a>
          , {line.by}
          {details(line)}
        </p>
      </div>
    </li>
  );
}

function details(line: TimelineLine): string {
  switch (line.kind) {
    case 'release': {
      const words = approvalWords(line.approvals, line.revision);
      return words === '' ? '' : `. Approvals ${words}`;
    }
    case 'edit':
      return line.saves > 1 ? `. ${line.saves} saves` : '';
    case 'review':
      return line.credentials ? `, ${line.credentials}` : '';
    case 'withdrawal':
      return '';
  }
}
