import type { ReactNode } from 'react';
import type { Approval, ReleasedRow } from '../../../model/release-row.ts';
import { pathOf } from '../../addresses.ts';
import { dayOf, longDate } from '../../wording/dates.ts';
import { changeLabel } from '../../wording/labels.ts';
import { bylinesOf, clinicianName, madeUp, qualifications } from '../../wording/reviewers.ts';

type Reviewed = Omit<ReleasedRow, 'snapshot'>;

/** One line under the title: who reviewed the page and when. */
export function ShortByline({ row }: { row: Reviewed }): ReactNode {
  const names = bylinesOf(row.approvals).map(({ clinician }) => clinicianName(clinician));
  return (
    <p className="byline">
      Reviewed by <a href="#about-this-page">{names.join(' and ')}</a>. Last reviewed{' '}
      <time dateTime={dayOf(row.reviewedAt)}>{longDate(row.reviewedAt)}</time>.
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
          {bylinesOf(row.approvals).map((approval, i) => (
            <Reviewer key={i} {...approval} />
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
          {changeLabel(row.changeKind)}
          {row.changeNote && `: ${row.changeNote}`}
        </dd>
      </dl>
    </section>
  );
}

function Reviewer({ clinician }: Approval): ReactNode {
  return (
    <div>
      <strong>{clinician.name}</strong>
      {madeUp(clinician)}
      {qualifications(clinician).map((part) => `, ${part}`)}
    </div>
  );
}
