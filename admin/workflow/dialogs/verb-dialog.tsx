'use client';
import { Button } from '@payloadcms/ui';
import { useId, useLayoutEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { createPortal } from 'react-dom';
import { IssueList } from '../issues.tsx';
import type { FieldWords } from '../fields.ts';
import type { Refusal } from '../problem.ts';
import type { ReviewSheet } from '../../../editorial/records/review-sheet.ts';

/** What every dialog of a verb is given. `sheet` is how the entry stood when the dialog was opened. */
export interface DialogProps {
  sheet: ReviewSheet;
  fields: readonly FieldWords[];
  busy: boolean;
  refusal: Refusal | null;
  onTake: (body: Record<string, unknown>) => void;
  onClose: () => void;
}

interface VerbDialogProps extends Pick<DialogProps, 'fields' | 'busy' | 'refusal' | 'onClose'> {
  title: string;
  children: ReactNode;
  /** the submit buttons */
  actions: ReactNode;
  onSubmit: (form: FormData) => void;
  /** it tells of what is done, and there is nothing to cancel */
  isTold?: boolean;
}

/** A modal with one form. It stands outside the entry's own form: forms cannot be nested. */
export function VerbDialog({
  title,
  children,
  actions,
  fields,
  busy,
  refusal,
  onSubmit,
  onClose,
  isTold = false,
}: VerbDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // React lets the event rise to the entry's form, which would save it.
    event.stopPropagation();
    const { submitter } = event.nativeEvent;
    if (!busy) onSubmit(new FormData(event.currentTarget, submitter));
  };
  return createPortal(
    <dialog
      ref={dialog}
      className="verb-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => (busy ? event.preventDefault() : undefined)}
      onClose={() => (dialog.current?.open ? undefined : onClose())}
    >
      <form onSubmit={submit} aria-busy={busy}>
        <h2 id={titleId}>{title}</h2>
        {children}
        <div role="alert">{refusal && <RefusalNote refusal={refusal} fields={fields} />}</div>
        <div className="verb-dialog__actions">
          {actions}
          {!isTold && (
            <Button type="button" buttonStyle="secondary" margin={false} disabled={busy} onClick={onClose}>
              Cancel
            </Button>
          )}
        </div>
      </form>
    </dialog>,
    document.body,
  );
}

export function RefusalNote({ refusal, fields }: { refusal: Refusal; fields: readonly FieldWords[] }) {
  return (
    <div className="workflow__issues workflow__issues--error">
      {refusal.issues.length > 0 ? (
        <IssueList issues={refusal.issues.filter(({ severity }) => severity === 'error')} fields={fields} />
      ) : (
        <p>{refusal.message}</p>
      )}
    </div>
  );
}
