'use client';
import { Button, useAuth } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { ask } from '../accounts/ask.ts';
import { daysUntil, formatDay } from '../workflow/dates.ts';
import { RefusalNote } from '../workflow/dialogs/verb-dialog.tsx';
import type { Refusal } from '../workflow/problem.ts';
import { AssignDialog } from './assign-dialog.tsx';
import './assignments.css';

interface AssignPanelProps {
  sheet: Pick<ReviewSheet, 'assignment' | 'stages' | 'nextStep' | 'state'>;
  /** for example `/api/causes/12` */
  entryUrl: string;
  /** the assignment is another one now: the sheet must be read again */
  onAssigned: () => void;
}

/** Who is asked to write and to review an entry, how far it has come, and the way to change who. */
export function AssignPanel({ sheet, entryUrl, onAssigned }: AssignPanelProps) {
  const { assignment, stages, nextStep } = sheet;
  const { user } = useAuth();
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState('');
  const own = String(user?.id ?? '');
  const panel = useRef<HTMLElement>(null);
  // Of two buttons the one that was pressed is gone by now.
  useEffect(() => {
    if (done !== '') panel.current?.focus({ preventScroll: true });
  }, [done]);

  const assign = async (body: Record<string, unknown>, said: string) => {
    setBusy(true);
    setRefusal(null);
    setDone('');
    const answer = await ask(`${entryUrl}/assign`, { turn: assignment.turn, ...body });
    setBusy(false);
    if ('refusal' in answer) setRefusal(answer.refusal);
    else {
      setChoosing(false);
      setDone(said);
    }
    onAssigned();
  };
  const reviewers = assignment.reviewers.map(({ account }) => account);
  const close = () => {
    setChoosing(false);
    setRefusal(null);
  };

  return (
    <section className="assigned" aria-label="Who works on it" ref={panel} tabIndex={-1}>
      <ol className="assigned__stages" aria-label="Stages">
        {stages.map(({ label, at }) => (
          <li key={label} data-at={at} aria-current={at === 'now' ? 'step' : undefined}>
            {label}
            {at === 'done' && <span className="desk-unseen"> (done)</span>}
          </li>
        ))}
      </ol>
      <p className="assigned__next">{nextStep.because}</p>
      <dl className="workflow__facts">
        <div>
          <dt>Author</dt>
          <dd>{assignment.author ? <Person {...assignment.author} /> : 'Nobody is named'}</dd>
        </div>
        <div>
          <dt>Asked to review</dt>
          <dd>
            {reviewers.length === 0
              ? 'Nobody'
              : assignment.reviewers.map((one, i) => (
                  <span key={one.account}>
                    {i > 0 && ', '}
                    <Person {...one} />
                    {one.status === 'approved' && ' (approved)'}
                  </span>
                ))}
          </dd>
        </div>
        {assignment.dueAt && (
          <div>
            <dt>Due</dt>
            <dd>
              {formatDay(assignment.dueAt)}
              {daysUntil(assignment.dueAt, new Date()) < 0 && <strong className="workflow__late"> overdue</strong>}
            </dd>
          </div>
        )}
      </dl>
      {assignment.needsReviewer && (
        <p className="workflow__notice">
          <strong>Needs a reviewer.</strong> {assignment.needsReviewer}
        </p>
      )}
      {assignment.comment && (
        <p className="workflow__note">
          {assignment.byName}: {assignment.comment}
        </p>
      )}
      <div role="status">{done && <p className="workflow__note">{done}</p>}</div>
      <div role="alert">{refusal && !choosing && <RefusalNote refusal={refusal} fields={[]} />}</div>
      <div className="workflow__verbs" role="group" aria-label="Assignment">
        {assignment.mayAssign && (
          <Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setChoosing(true)}>
            Assign…
          </Button>
        )}
        {assignment.mayTake && (
          <Button
            type="button"
            size="small"
            margin={false}
            buttonStyle="secondary"
            disabled={busy}
            onClick={() => void assign({ reviewers: [...reviewers, own] }, 'You are asked to review it.')}
          >
            Take the review
          </Button>
        )}
        {assignment.mayHandBack && (
          <Button
            type="button"
            size="small"
            margin={false}
            buttonStyle="secondary"
            disabled={busy}
            onClick={() =>
              void assign(
                { reviewers: reviewers.filter((one) => one !== own) },
                'Handed back: somebody else must look.',
              )
            }
          >
            Hand the review back
          </Button>
        )}
      </div>
      {choosing && (
        <AssignDialog
          assignment={assignment}
          entryUrl={entryUrl}
          busy={busy}
          refusal={refusal}
          onAssign={(body) => void assign(body, 'Assigned.')}
          onClose={close}
        />
      )}
    </section>
  );
}

const Person = ({ name, because, awayUntil }: { name: string; because: string | null; awayUntil: string | null }) => (
  <>
    {name}
    {awayUntil && <span className="assigned__away"> (away until {formatDay(awayUntil)})</span>}
    {because && <strong className="workflow__late"> {because}</strong>}
  </>
);
