import { Fragment, type ReactNode } from 'react';
import type { ClinicianSnapshot, ReleasedRow } from '../../../model/release-row.ts';
import { isPastReview } from '../../../model/review-due.ts';
import { clinicianPath } from '../../addresses.ts';
import { dayOf, longDate } from '../../wording/dates.ts';
import { bylinesOf, madeUp } from '../../wording/reviewers.ts';

/** Where a page says who stands behind it. */
export const REVIEW_ID = 'review';

/** Under the lede: who approved the page, when it was reviewed, when it will be again, and the way to the proof. */
export function TrustLine(props: { row: Omit<ReleasedRow, 'snapshot'>; today: string }): ReactNode {
  const { row, today } = props;
  return (
    <ul className="trust">
      <li>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 8.6l3.6 3.6 7.4-8" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
        </svg>
        <span>
          Approved by <Approvers clinicians={bylinesOf(row.approvals).map(({ clinician }) => clinician)} />
        </span>
      </li>
      <li>
        {isPastReview(row.reviewDue, today) ? (
          <span className="tag day">Review was due {longDate(row.reviewDue)}</span>
        ) : (
          <span>
            Reviewed <time dateTime={dayOf(row.reviewedAt)}>{longDate(row.reviewedAt)}</time>
          </span>
        )}
      </li>
      {row.reviewDue !== '' && !isPastReview(row.reviewDue, today) && (
        <li className="lg">Next review by {longDate(row.reviewDue)}</li>
      )}
      <li className="lg">
        <a href={`#${REVIEW_ID}`}>Version {row.version}: check the proof</a>
      </li>
    </ul>
  );
}

const Approvers = ({ clinicians }: { clinicians: ClinicianSnapshot[] }): ReactNode =>
  clinicians.map((clinician, i) => (
    <Fragment key={clinician.uid}>
      {i > 0 && (i === clinicians.length - 1 ? ' and ' : ', ')}
      <ClinicianLink clinician={clinician} />
    </Fragment>
  ));

/** The name leads to the clinician's page; a made-up person is called one. */
export const ClinicianLink = ({ clinician }: { clinician: ClinicianSnapshot }): ReactNode => (
  <>
    <a href={clinicianPath(clinician.slug)}>{clinician.name}</a>
    {madeUp(clinician)}
  </>
);
