'use client';
import { Button } from '@payloadcms/ui';
import { TextArea, textOf } from './inputs.tsx';
import { ReplacedBy } from './replaced-by.tsx';
import { WithdrawalReasons } from './withdrawal-reasons.tsx';
import { useLiveEntries } from './use-live-entries.ts';
import { VerbDialog, type DialogProps } from './verb-dialog.tsx';

export function WithdrawDialog({ sheet, onTake, ...shell }: DialogProps) {
  const entries = useLiveEntries();
  return (
    <VerbDialog
      {...shell}
      title="Withdraw from readers"
      onSubmit={(form) =>
        onTake({
          revision: sheet.live?.revision,
          reason: textOf(form, 'reason'),
          note: textOf(form, 'note'),
          publicNote: textOf(form, 'publicNote'),
          replacedBy: textOf(form, 'replacedBy'),
        })
      }
      actions={
        <Button type="submit" className="verb-dialog__danger" margin={false} disabled={shell.busy}>
          Withdraw now
        </Button>
      }
    >
      <p>
        The page, the feed and coming lessons lose this entry at once. Everyone who was mailed this text gets one
        correction mail.
      </p>
      <WithdrawalReasons />
      {sheet.mayWritePublicNote && (
        <TextArea
          name="publicNote"
          label="Your words to readers"
          help="Shown word for word after the sentence that you chose: on the page, in the feed, in correction mails."
          maxLength={1000}
        />
      )}
      <TextArea name="note" label="Note" help="Only the staff sees it." maxLength={1000} />
      <ReplacedBy entries={entries} except={sheet.uid} />
    </VerbDialog>
  );
}
