import type { ReactNode } from 'react';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { pageUrl, qrPath } from '../../addresses.ts';
import { longDate } from '../../wording/dates.ts';

/**
 * The end of a printed page: which text it is, when it was checked, and the way to the page as it is today, as a code
 * for a telephone too. Not on screen. The picture is loaded after all else: a browser does not wait for one that it
 * first asks for when it prints, and the paper would go without.
 */
export function PrintedEnd(props: { row: Omit<ReleasedRow, 'snapshot'>; siteUrl: string }): ReactNode {
  const { row, siteUrl } = props;
  return (
    <div className="paper">
      <img src={qrPath(row)} width="120" height="120" alt="QR code that leads to this page" fetchPriority="low" />
      <p>
        <b>
          Version {row.version}. Checked on {longDate(row.reviewedAt)}
          {row.reviewDue !== '' && `, next check by ${longDate(row.reviewDue)}`}.
        </b>{' '}
        Paper does not change when the page is corrected. See the page as it is today: {pageUrl(siteUrl, row)}
      </p>
    </div>
  );
}
