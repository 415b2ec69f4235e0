'use client';
import { Button, useDocumentDrawerContext, useDocumentInfo } from '@payloadcms/ui';
import type { ReactNode } from 'react';
import { FormErrors } from './form/form-errors.tsx';
import { UnsavedBar } from './unsaved/unsaved-bar.tsx';
import { OpenWorkflow } from './workflow/open-workflow.tsx';
import { useFreshReview, useReview, useReviewStore } from './workflow/use-review.ts';
import { WORKFLOW_ID } from './workflow/workflow-id.ts';
import './workflow/workflow.css';

/** Where an entry stands, what stands in its way, and the verbs that this person may take now. */
export function WorkflowBar() {
  return (
    <>
      <FormErrors />
      <UnsavedBar />
      <Standing />
    </>
  );
}

function Standing() {
  const { drawerSlug } = useDocumentDrawerContext();
  const store = useReviewStore();
  const review = useReview(store);
  useFreshReview(store);

  if (drawerSlug) return null;
  if (!store) {
    return (
      <Frame>
        <p>Save the draft first. Then you can submit it for review here.</p>
      </Frame>
    );
  }
  if (review.sheet) return <OpenWorkflow store={store} review={review} sheet={review.sheet} />;
  return (
    <Frame>
      {review.refusal ? (
        <div role="alert">
          <p>Where this entry stands could not be read. {review.refusal.message}</p>
          <Button type="button" size="small" margin={false} onClick={() => void store.load({ form: 'as-before' })}>
            Try again
          </Button>
        </div>
      ) : (
        <p role="status">Reading where this entry stands…</p>
      )}
    </Frame>
  );
}

const Frame = ({ children }: { children: ReactNode }) => {
  const { collectionSlug } = useDocumentInfo();
  return (
    <section
      id={WORKFLOW_ID}
      className="workflow workflow--quiet"
      aria-label="Workflow"
      data-collection={collectionSlug}
    >
      {children}
    </section>
  );
};
