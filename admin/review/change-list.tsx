'use client';
import type { Change } from '../../editorial/rules/changes.ts';
import type { Weight } from '../../editorial/rules/weight.ts';
import { ChangeBody } from '../workflow/change-body.tsx';
import { labelOfChange, type FieldWords } from '../workflow/fields.ts';
import { useCommentsRead } from '../comments/use-comments.ts';
import { counted } from '../workflow/words.ts';
import { byWeight } from './by-weight.ts';
import { threadsAt } from './threads-at.ts';
import { ThreadsOfChange } from './threads-of-change.tsx';

const HEADINGS: Record<Weight, string> = { safety: 'Safety', meaning: 'Meaning', wording: 'Wording' };

interface ChangeListProps {
  changes: readonly Change[];
  fields: readonly FieldWords[];
  entryUrl: string;
  /** distinct clinicians */
  approvalsNeeded: number;
  looked: readonly string[];
  chosen: number | null;
  onChoose: (number: number) => void;
  onLook: (key: string) => void;
}

export const changeId = (number: number): string => `review-change-${number}`;

/** What changed, heaviest first. The numbers are those of the page. */
export function ChangeList(props: ChangeListProps) {
  const { changes, approvalsNeeded, chosen } = props;
  return byWeight(changes).map((group) => {
    const items = (
      <ol className="review-changes">
        {group.changes.map((change) => (
          <Item key={change.key} change={change} {...props} />
        ))}
      </ol>
    );
    if (group.weight === 'wording')
      return (
        <details
          key={group.weight}
          className="review-group"
          open={group.changes.some(({ number }) => number === chosen) || group.changes.length === changes.length}
        >
          <summary>
            <h3>Wording: {counted(group.changes.length, 'change')}</h3>
          </summary>
          {items}
        </details>
      );
    return (
      <div key={group.weight} className={`review-group review-group--${group.weight}`}>
        <h3>
          {HEADINGS[group.weight]}
          {group.weight === 'safety' && approvalsNeeded > 1 && `: needs ${counted(approvalsNeeded, 'clinician')}`}
        </h3>
        {items}
      </div>
    );
  });
}

function Item({ change, fields, entryUrl, looked, chosen, onChoose, onLook }: ChangeListProps & { change: Change }) {
  const { number, weight, key } = change;
  const label = labelOfChange(change, fields);
  const isChosen = number === chosen;
  const { sheet: comments } = useCommentsRead(entryUrl);
  return (
    <li
      id={changeId(number)}
      className={`review-change review-change--${weight}${isChosen ? ' review-change--chosen' : ''}`}
    >
      <h4>
        <button type="button" aria-current={isChosen ? 'true' : undefined} onClick={() => onChoose(number)}>
          <span className="review-change__number">{number}</span> {label}
        </button>
      </h4>
      <div className="review-change__body">
        <ChangeBody change={change} entryUrl={entryUrl} />
        <ThreadsOfChange threads={threadsAt(change, comments?.threads ?? [])} label={label} />
      </div>
      <label className="review-tick">
        <input type="checkbox" checked={looked.includes(key)} onChange={() => onLook(key)} />
        <span>
          Looked at<span className="desk-unseen"> {label}</span>
        </span>
      </label>
    </li>
  );
}
