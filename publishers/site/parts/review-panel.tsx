import type { ReactNode } from 'react';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { longDate } from '../../wording/dates.ts';
import { approvedLine } from '../../wording/review-panel.ts';
import { bylinesOf, registration } from '../../wording/reviewers.ts';
import type { History } from '../history.ts';
import { ChangeLog } from './change-log.tsx';
import { ClinicianLink, REVIEW_ID } from './trust-line.tsx';

export const REVIEW_TITLE = 'Who stands behind this page';

/** Who approved what and when, which text it is, how to check that, and what changed from release to release. */
export function ReviewPanel(props: { row: Omit<ReleasedRow, 'snapshot'>; history: History }): ReactNode {
  const { row, history } = props;
  return (
    <section id={REVIEW_ID} aria-labelledby={`${REVIEW_ID}-title`}>
      <h2 id={`${REVIEW_ID}-title`}>{REVIEW_TITLE}</h2>
      <div className="grid">
        {bylinesOf(row.approvals).map((approval) => {
          const { clinician } = approval;
          const known = [clinician.credentials, clinician.specialty].filter(Boolean).join(', ');
          return (
            <div className="card" key={clinician.uid}>
              <h3>
                <ClinicianLink clinician={clinician} />
              </h3>
              {known !== '' && <p>{known}</p>}
              <p className="s">
                {registration(clinician) !== '' && `Register: ${registration(clinician)}. `}
                {approvedLine(approval, row.revision)}
              </p>
            </div>
          );
        })}
      </div>
      <dl className="facts">
        <Fact name="Version">
          {row.version}, released {longDate(row.releasedAt)}, number {row.seq} in the public log
        </Fact>
        <Fact name="Reviewed">
          {longDate(row.reviewedAt)}
          {row.reviewDue !== '' && `. Next review by ${longDate(row.reviewDue)}`}
        </Fact>
        <Fact name="Fingerprint of the approved text">
          <code>{row.revision}</code>
        </Fact>
        <Fact name="Proof">
          <a href={`/releases/${row.seq}`}>Check that this page is what they approved</a>
        </Fact>
      </dl>
      {history.told.length > 0 && (
        <>
          <h3>Changes to this page</h3>
          <ChangeLog history={history} />
        </>
      )}
      <p className="s">
        All corrections on this site are <a href="/corrections">listed publicly</a>.
      </p>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
