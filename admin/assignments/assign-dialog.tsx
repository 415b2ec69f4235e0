'use client';
import { Button } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { AssigneeChoice } from '../../editorial/assignments/assignees.ts';
import type { AssignmentSheet } from '../../editorial/assignments/assignment-sheet.ts';
import { MOST_REVIEWERS } from '../../model/assignment.ts';
import { formatDay } from '../workflow/dates.ts';
import { DateInput, Labelled, TextArea, textOf } from '../workflow/dialogs/inputs.tsx';
import { VerbDialog } from '../workflow/dialogs/verb-dialog.tsx';
import type { Refusal } from '../workflow/problem.ts';
import { counted } from '../workflow/words.ts';
import { readAssignees } from './ask-assign.ts';

interface AssignDialogProps {
  assignment: AssignmentSheet;
  entryUrl: string;
  busy: boolean;
  refusal: Refusal | null;
  onAssign: (body: Record<string, unknown>) => void;
  onClose: () => void;
}

/**
 * Whom to ask, with what each has before them already; whoever cannot do it is shown with the reason. It speaks of the
 * assignment that it was opened with: where somebody was faster, what is ticked here never overwrites theirs.
 */
export function AssignDialog({ assignment: now, entryUrl, busy, refusal, onAssign, onClose }: AssignDialogProps) {
  const [assignment] = useState(now);
  const [choices, setChoices] = useState<AssigneeChoice[] | null>(null);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  useEffect(() => {
    let gone = false;
    void readAssignees(entryUrl).then((all) => (gone ? undefined : setChoices(all)));
    return () => {
      gone = true;
    };
  }, [entryUrl]);
  const asked = assignment.reviewers.map(({ account }) => account);
  const clinicians = (choices ?? []).filter(({ account, role, notReviewer }) =>
    notReviewer === null ? true : role === 'reviewer' || asked.includes(account),
  );
  const left = assignment.reviewers.filter(({ account }) => !clinicians.some((one) => one.account === account));
  const author = assignment.author?.account ?? '';
  const writers = (choices ?? []).filter(({ account, notAuthor }) => notAuthor === null || account === author);
  return (
    <VerbDialog
      title="Assign"
      fields={[]}
      busy={busy || choices === null}
      refusal={refusal}
      onClose={onClose}
      onSubmit={(form) =>
        onAssign({
          turn: assignment.turn,
          author: textOf(form, 'author') ?? null,
          reviewers: form.getAll('reviewer'),
          dueAt: textOf(form, 'dueAt') ?? null,
          comment: textOf(form, 'comment'),
        })
      }
      actions={
        <Button type="submit" margin={false} disabled={busy || choices === null}>
          Assign
        </Button>
      }
    >
      <p className="workflow__note">Asking somebody permits nothing: who may approve stays as it is.</p>
      {choices === null ? (
        <p role="status">Reading who can be asked…</p>
      ) : (
        <>
          <Labelled label="Author">
            {(ids) => (
              <select {...ids} name="author" defaultValue={author}>
                <option value="">Nobody</option>
                {writers.map(({ account, name, role }) => (
                  <option key={account} value={account}>
                    {name} ({role})
                  </option>
                ))}
                {author && !writers.some(({ account }) => account === author) && (
                  <option value={author}>{assignment.author?.name} (has left)</option>
                )}
              </select>
            )}
          </Labelled>
          <fieldset className="verb-dialog__field">
            <legend>Reviewers</legend>
            <small>At most {MOST_REVIEWERS}. Whoever wrote part of the text cannot review it.</small>
            {clinicians.map((one) => (
              <Reviewer key={one.account} choice={one} isAsked={asked.includes(one.account)} />
            ))}
            {left.map(({ account, name, because }) => (
              <label key={account} className="verb-dialog__choice">
                <input type="checkbox" name="reviewer" value={account} defaultChecked />
                <span>
                  {name}
                  <small>{because}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <DateInput type="date" name="dueAt" label="Due" min={today} defaultValue={assignment.dueAt ?? ''} />
          <TextArea name="comment" label="Comment" help="Only the staff sees it." maxLength={1000} rows={2} />
        </>
      )}
    </VerbDialog>
  );
}

function Reviewer({ choice, isAsked }: { choice: AssigneeChoice; isAsked: boolean }) {
  const { account, name, notReviewer, open, dueThisWeek, awayUntil, standIn } = choice;
  return (
    <label className="verb-dialog__choice">
      <input
        type="checkbox"
        name="reviewer"
        value={account}
        defaultChecked={isAsked}
        disabled={notReviewer !== null && !isAsked}
      />
      <span>
        {name}
        <small>
          {notReviewer ?? `${counted(open, 'open review')}, ${dueThisWeek} due this week.`}
          {awayUntil &&
            ` Away until ${formatDay(awayUntil)}${standIn === null ? ': nobody stands in.' : `: ${standIn} stands in.`}`}
        </small>
      </span>
    </label>
  );
}
