'use client';
import { Link, useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useEffect, useRef, useState } from 'react';
import type { Verb } from '../../model/lifecycle.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { AssignPanel } from '../assignments/assign-panel.tsx';
import { reviewPath } from '../review/review-path.ts';
import { CommentsBeside } from '../comments/comments-beside.tsx';
import { ExpertLinks } from '../experts/expert-links.tsx';
import { ExpertWords } from '../experts/expert-words.tsx';
import { Changes } from './changes.tsx';
import { RefusalNote } from './dialogs/verb-dialog.tsx';
import type { FieldWords } from './fields.ts';
import { History } from './history.tsx';
import { Issues } from './issues.tsx';
import { OpenRequests } from './open-requests.tsx';
import { ReadersHave } from './readers-have.tsx';
import type { Review, ReviewStore } from './review-store.ts';
import { headline, whyNot } from './standing.ts';
import { StateBadge } from './state-badge.tsx';
import { Submitted } from './submitted.tsx';
import { useVerb } from './use-verb.ts';
import { VerbButtons } from './verb-buttons.tsx';
import { DIALOG_OF } from './verb-dialogs.tsx';
import { STATE_WORDS } from './words.ts';
import { WORKFLOW_ID } from './workflow-id.ts';

interface OpenWorkflowProps {
  store: ReviewStore;
  review: Review;
  sheet: ReviewSheet;
}

/** The bar of an entry whose sheet is known. */
export function OpenWorkflow({ store, review, sheet }: OpenWorkflowProps) {
  const { collectionSlug = '', docConfig, id } = useDocumentInfo();
  const { config } = useConfig();
  const entryUrl = `${config.routes.api}/${collectionSlug}/${id}`;
  const fields: readonly FieldWords[] = docConfig?.fields ?? [];
  const modified = useFormModified();
  const router = useRouter();
  const reviewAt = reviewPath(config.routes.admin, collectionSlug, id ?? '');
  const { busy, refusal, done, take, forget } = useVerb(store);
  const [asking, setAsking] = useState<{ verb: Verb; sheet: ReviewSheet } | null>(null);
  const bar = useRef<HTMLElement>(null);
  const isStale = review.seen !== null && review.seen !== sheet.revision;
  const Dialog = asking && DIALOG_OF[asking.verb];

  // The button that was pressed may be gone by now. While the dialog is open nothing outside takes the focus.
  useEffect(() => {
    if (done && !asking) bar.current?.focus({ preventScroll: true });
  }, [done, asking]);

  const begin = (verb: Verb) => {
    forget();
    // What is approved is looked at first, where the channels show it.
    if (verb === 'approve') router.push(reviewAt);
    else if (DIALOG_OF[verb]) setAsking({ verb, sheet });
    else void take(verb, sheet, { revision: sheet.revision });
  };

  return (
    <section
      id={WORKFLOW_ID}
      ref={bar}
      tabIndex={-1}
      className={`workflow workflow--${STATE_WORDS[sheet.state].tone}`}
      aria-label="Workflow"
      aria-busy={busy || review.loading}
    >
      <h2 className="desk-unseen">Workflow</h2>
      <div className="workflow__head">
        <StateBadge state={sheet.state} />
        <p className="workflow__headline">{headline(sheet)}</p>
        <Link href={reviewAt}>Open the review screen</Link>
      </div>
      <ReadersHave sheet={sheet} folder={collectionSlug} />
      <div role="status" className="workflow__done">
        {done && <p>{done}</p>}
      </div>
      <div role="alert">{refusal && !asking && <RefusalNote refusal={refusal} fields={fields} />}</div>
      {isStale && <StaleNote modified={modified} store={store} onLoad={forget} />}
      {modified && (
        <p className="workflow__notice">
          <strong>Save first.</strong> You have changes that are not saved; the buttons act on what is saved.
        </p>
      )}
      <AssignPanel sheet={sheet} entryUrl={entryUrl} onAssigned={() => void store.load({ form: 'as-before' })} />
      <Submitted sheet={sheet} />
      <OpenRequests requests={sheet.openRequests} />
      <ExpertWords words={sheet.expertWords} revision={sheet.revision} />
      <CommentsBeside sheet={sheet} store={store} fields={fields} />
      <WhyNot reason={whyNot(sheet)} />
      <Issues issues={sheet.issues} fields={fields} />
      <VerbButtons sheet={sheet} busy={busy} outOfStep={modified || isStale} onVerb={begin} />
      <Changes sheet={sheet} fields={fields} entryUrl={`${config.routes.api}/${collectionSlug}/${id ?? ''}`} />
      <ExpertLinks entryUrl={entryUrl} revision={sheet.revision} />
      <History events={sheet.events} revision={sheet.revision} />
      {asking && Dialog && (
        <Dialog
          sheet={asking.sheet}
          fields={fields}
          busy={busy}
          refusal={refusal}
          onTake={(body) =>
            void take(asking.verb, asking.sheet, body).then((result) =>
              result === 'refused' ? undefined : setAsking(null),
            )
          }
          onClose={() => {
            setAsking(null);
            forget();
          }}
        />
      )}
    </section>
  );
}

const WhyNot = ({ reason }: { reason: string | null }) => reason && <p className="workflow__notice">{reason}</p>;

function StaleNote({ modified, store, onLoad }: { modified: boolean; store: ReviewStore; onLoad: () => void }) {
  const router = useRouter();
  const loadCurrent = () => {
    onLoad();
    router.refresh();
    void store.load({ form: 'current' });
  };
  return (
    <div className="workflow__notice" role="alert">
      <strong>Someone changed this entry meanwhile</strong>, or a source or figure that it uses. The form below shows
      the text as it was.{' '}
      <button type="button" className="workflow__link" onClick={loadCurrent}>
        Load the current text
      </button>
      {modified && ' (what you have not saved is lost)'}
    </div>
  );
}
