import type { ReactNode } from 'react';
import type { ClinicianSnapshot, ReleasedRow } from '../../../model/release-row.ts';
import { pathOf } from '../../addresses.ts';
import type { Library } from '../../../release-log/library.ts';
import { isPastReview } from '../../../model/review-due.ts';
import { longDate } from '../../wording/dates.ts';
import { bylinesOf, clinicianName } from '../../wording/reviewers.ts';
import type { ReadingContext } from '../view.ts';

type Row = Omit<ReleasedRow, 'snapshot'>;

/** What a reader must know of the state of this release before reading it. */
export function Notices({ row, context }: { row: Row; context: ReadingContext }): ReactNode {
  if (!isCurrent(row, context.library)) return <OldRelease row={row} library={context.library} />;
  return (
    <>
      <StruckOff row={row} struckOff={context.struckOff?.()} />
      {isPastReview(row.reviewDue, context.today) && (
        <aside className="note day" aria-label="Review overdue">
          <p>
            <strong>This page is past its review date.</strong> It was due to be reviewed by {longDate(row.reviewDue)}.
            Parts of it may be out of date: check with a health professional before you act on it.
          </p>
        </aside>
      )}
      {row.changeKind === 'safety' && (
        <aside className="note day" aria-label="Safety correction">
          <p>
            <strong>Safety correction, {longDate(row.releasedAt)}.</strong> {row.changeNote}
          </p>
        </aside>
      )}
    </>
  );
}

/** That an approval was given by somebody who was struck off since, and who else gave one. */
function StruckOff({ row, struckOff }: { row: Row; struckOff: ReadonlySet<string> | undefined }): ReactNode {
  const clinicians = bylinesOf(row.approvals).map(({ clinician }) => clinician);
  const gone = clinicians.filter(({ uid }) => struckOff?.has(uid));
  if (gone.length === 0) return null;
  const others = clinicians.filter((clinician) => !gone.includes(clinician));
  return (
    <aside className="note day" aria-label="Standing of a clinician">
      <p>
        <strong>
          {namesOf(gone)} {gone.length === 1 ? 'has' : 'have'} been struck off the register since approving this page.
        </strong>{' '}
        {others.length === 0 ? 'Nobody else has approved it' : `${namesOf(others)} approved it too`}. Check with a
        health professional before you act on it.
      </p>
    </aside>
  );
}

const namesOf = (clinicians: readonly ClinicianSnapshot[]): string => clinicians.map(clinicianName).join(' and ');

/** Whether readers get this row now. */
export const isCurrent = (row: Row, library: Library): boolean => library.live(row.uid)?.seq === row.seq;

function OldRelease({ row, library }: { row: Row; library: Library }): ReactNode {
  const current = library.live(row.uid);
  return (
    <aside className="note now" aria-label="Old version">
      <p>
        <strong>Do not rely on this page.</strong> You are reading version {row.version}, released on{' '}
        {longDate(row.releasedAt)}.{' '}
        {current && (
          <>
            It has been replaced by{' '}
            <a href={pathOf(current)}>
              version {current.version}, released on {longDate(current.releasedAt)}
            </a>
            .
          </>
        )}
      </p>
    </aside>
  );
}
