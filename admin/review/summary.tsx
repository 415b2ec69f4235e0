'use client';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { groupIssues } from '../workflow/standing.ts';
import { counted } from '../workflow/words.ts';
import { countOf } from './by-weight.ts';
import type { Ticks } from './ticks.ts';

/** How far one is, and the ways to what is left. */
export function Summary({ sheet, ticks }: { sheet: ReviewSheet; ticks: Ticks }) {
  const { changes, checklist } = sheet;
  const { errors, warnings } = groupIssues(sheet.issues);
  const looked = ticks.looked.length;
  return (
    <section>
      <h2>{countOf(changes)}</h2>
      {changes.length > 0 && (
        <>
          <div
            className="review-progress"
            role="progressbar"
            aria-label="Changes looked at"
            aria-valuenow={looked}
            aria-valuemin={0}
            aria-valuemax={changes.length}
          >
            <i style={{ width: `${(100 * looked) / changes.length}%` }} />
          </div>
          <p className="review-quiet">
            {looked} of {changes.length} looked at
          </p>
        </>
      )}
      <p className="review-badges">
        {errors.length > 0 && (
          <a className="state-badge state-badge--bad" href="#review-blockers">
            {counted(errors.length, 'blocker')}
          </a>
        )}
        {warnings.length > 0 && (
          <a className="state-badge state-badge--busy" href="#review-blockers">
            {counted(warnings.length, 'warning')}
          </a>
        )}
        {sheet.openThreads > 0 && (
          <a className={`state-badge state-badge--${sheet.openMusts > 0 ? 'bad' : 'good'}`} href="#review-comments">
            {counted(sheet.openThreads, 'open comment')}
          </a>
        )}
        {checklist.length > 0 && (
          <a className="state-badge" href="#review-checks">
            {ticks.checks.length} of {counted(checklist.length, 'check')}
          </a>
        )}
      </p>
    </section>
  );
}
