'use client';
import { Button } from '@payloadcms/ui';
import { TextArea, textOf } from './inputs.tsx';
import { ReplacedBy } from './replaced-by.tsx';
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
          reason: textOf(form, 'reason') ?? '',
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
      <TextArea
        name="reason"
        label="Reason"
        help="Readers see it, word for word, in place of the page."
        maxLength={1000}
        required
      />
      <ReplacedBy entries={entries} except={sheet.uid} />
    </VerbDialog>
  );
}
