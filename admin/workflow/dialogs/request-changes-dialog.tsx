'use client';
import { Button } from '@payloadcms/ui';
import { TextArea, textOf } from './inputs.tsx';
import { VerbDialog, type DialogProps } from './verb-dialog.tsx';

export function RequestChangesDialog({ sheet, onTake, ...shell }: DialogProps) {
  return (
    <VerbDialog
      {...shell}
      title="Request changes"
      onSubmit={(form) => onTake({ revision: sheet.revision, comment: textOf(form, 'comment') ?? '' })}
      actions={
        <Button type="submit" margin={false} disabled={shell.busy}>
          Request changes
        </Button>
      }
    >
      <p>The entry goes back to the editors. Approvals given for this text no longer count.</p>
      <TextArea
        name="comment"
        label="What should change"
        help="Only the staff sees it."
        rows={5}
        maxLength={4000}
        required
      />
    </VerbDialog>
  );
}
