'use client';
import { Button } from '@payloadcms/ui';
import { VerbDialog, type DialogProps } from '../workflow/dialogs/verb-dialog.tsx';

export function RequestDialog({ comment, sheet, onTake, ...shell }: DialogProps & { comment: string }) {
  return (
    <VerbDialog
      {...shell}
      title="Request these changes?"
      onSubmit={() => onTake({ revision: sheet.revision, comment: comment.trim() })}
      actions={
        <Button type="submit" margin={false} disabled={shell.busy}>
          Request changes
        </Button>
      }
    >
      <blockquote className="review-quote">{comment.trim()}</blockquote>
      <p>The entry goes back to the editors. Approvals given for this text no longer count.</p>
    </VerbDialog>
  );
}
