import type { ReactNode } from 'react';
import type { ChangeKind, ReleasedRow } from '../../../model/release-row.ts';
import { pathOf } from '../../addresses.ts';
import type { ReaderChanges } from '../../changes/changes-for-readers.ts';
import { WordDiff } from '../../changes/word-diff.tsx';
import { longDate } from '../../wording/dates.ts';
import { changeLabel } from '../../wording/labels.ts';
import type { History } from '../history.ts';

type Row = Omit<ReleasedRow, 'snapshot'>;

/** As many older releases as are named one by one; the log has all. */
const MOST_NAMED = 12;

const LEVEL: Record<ChangeKind, string> = { new: '', minor: '', major: ' day', safety: ' now' };

/** The releases of a page, newest first: how grave, when, why, and the words that changed. */
export function ChangeLog({ history: { told, earlier } }: { history: History }): ReactNode {
  const [newest] = told;
  return (
    <>
      <ol className="log" reversed>
        {told.map(({ row, changes }, i) => (
          <li key={row.seq}>
            <p>
              <span className={`tag${LEVEL[row.changeKind]}`}>{changeLabel(row.changeKind)}</span>{' '}
              <b>{i === 0 ? `Version ${row.version}` : <a href={releasePath(row)}>Version {row.version}</a>}</b>{' '}
              <span className="s">{longDate(row.releasedAt)}</span>
            </p>
            {row.changeNote !== '' && <p>{row.changeNote}</p>}
            {changes && <Words changes={changes} />}
          </li>
        ))}
      </ol>
      {newest && earlier.length > 0 && (
        <p className="s">
          Earlier releases:{' '}
          {earlier.slice(0, MOST_NAMED).map((seq, i) => (
            <span key={seq}>
              {i > 0 && ', '}
              <a href={releasePath({ ...newest.row, seq })}>number {seq}</a>
            </span>
          ))}
          {earlier.length > MOST_NAMED && ` and ${earlier.length - MOST_NAMED} more`}.
        </p>
      )}
    </>
  );
}

/** An old release has an address of its own while it may be read. */
const releasePath = (row: Pick<Row, 'type' | 'slug' | 'seq'>): string => `${pathOf(row)}?release=${row.seq}`;

function Words({ changes: { changes, left } }: { changes: ReaderChanges }): ReactNode {
  if (changes.length === 0) return <p className="s">The words stayed. Sources, dates, codes or links changed.</p>;
  return (
    <details>
      <summary>What changed, word by word</summary>
      <dl>
        {changes.map(({ label, isSafety, words }) => (
          <div key={label}>
            <dt>
              {label}
              {isSafety && ', a matter of safety'}
            </dt>
            <dd>
              <WordDiff words={words} />
            </dd>
          </div>
        ))}
      </dl>
      {left > 0 && <p className="s">{left === 1 ? 'One more part' : `${left} more parts`} changed.</p>}
    </details>
  );
}
