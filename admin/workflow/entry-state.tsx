'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { StateBadge } from './state-badge.tsx';
import { useReview, useReviewStore } from './use-review.ts';
import { WORKFLOW_ID } from './workflow-id.ts';

/** Stands where Payload would say “Published” or “Changed”: neither says what readers have. */
export function EntryState() {
  const { id } = useDocumentInfo();
  const { sheet } = useReview(useReviewStore());
  if (id === undefined || !sheet) return null;
  return (
    <button type="button" className="entry-state" title="Go to the workflow" onClick={goToWorkflow}>
      <StateBadge state={sheet.state} />
    </button>
  );
}

/** The bar takes the focus, so that a keyboard goes on from there. */
function goToWorkflow(): void {
  const bar = document.getElementById(WORKFLOW_ID);
  bar?.scrollIntoView({ block: 'center' });
  bar?.focus({ preventScroll: true });
}
