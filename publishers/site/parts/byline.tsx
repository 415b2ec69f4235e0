import type { ReactNode } from 'react';
import type { Approval, ReleasedRow } from '../../../editorial/release-row.ts';
import { longDate } from '../dates.ts';
import { CHANGE_LABELS } from '../labels.ts';
import { pathOf } from '../references.ts';

type Reviewed = Omit<ReleasedRow, 'snapshot'>;

/** One line under the title: who reviewed the page and when. */
export function ShortByline({ row }: { row: Reviewed }): ReactNode {
  const names = row.approvals.map(
    ({ clinician }) => clinician.name + (clinician.demonstration ? ' (demonstration)' : ''),
  );
  return (
    <p className="byline">
      Reviewed by <a href="#about-this-page">{names.join(' and ')}</a>. Last reviewed{' '}
      <time dateTime={row.reviewedAt.slice(0, 10)}>{longDate(row.reviewedAt)}</time>.
    </p>
  );
}

/** Who reviewed what, when, and when it will be looked at again. */
export function AboutThisPage({ row }: { row: Reviewed }): ReactNode {
  return (
    <section className="about" id="about-this-page" aria-labelledby="about-title">
      <h2 id="about-title">About this page</h2>
      <dl className="facts">
        <dt>Reviewed by</dt>
        <dd>
          {row.approvals.map((approval, i) => (
            <Reviewer key={i} approval={approval} />
          ))}
        </dd>
        <dt>Last reviewed</dt>
        <dd>{longDate(row.reviewedAt)}</dd>
        {row.reviewDue && (
          <>
            <dt>Next review</dt>
            <dd>By {longDate(row.reviewDue)}</dd>
          </>
        )}
        <dt>Version</dt>
        <dd>
          <a href={`${pathOf(row)}?release=${row.seq}`}>Version {row.version}</a>, released {longDate(row.releasedAt)}.{' '}
          {CHANGE_LABELS[row.changeKind]}
          {row.changeNote && `: ${row.changeNote}`}
        </dd>
      </dl>
    </section>
  );
}

function Reviewer({ approval }: { approval: Approval }): ReactNode {
  const { name, credentials, specialty, registrationBody, registrationNumber, demonstration } = approval.clinician;
  const registration = [registrationBody, registrationNumber].filter(Boolean).join(' ');
  return (
    <div>
      <strong>{name}</strong>
      {demonstration && ' (demonstration)'}
      {[credentials, specialty, registration].filter(Boolean).map((part) => `, ${part}`)}
    </div>
  );
}
