'use client';
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { formatDay, reviewDayAfter, tomorrow } from '../dates.ts';
import { DateInput, TextArea, textOf } from './inputs.tsx';
import { VerbDialog, type DialogProps } from './verb-dialog.tsx';

export function RenewDialog({ sheet, onTake, ...shell }: DialogProps) {
  const [now] = useState(() => new Date());
  const { live } = sheet;
  return (
    <VerbDialog
      {...shell}
      title="Renew the review"
      onSubmit={(form) =>
        onTake({
          revision: live?.revision,
          reviewDue: textOf(form, 'reviewDue') ?? '',
          comment: textOf(form, 'comment'),
        })
      }
      actions={
        <Button type="submit" margin={false} disabled={shell.busy}>
          Renew review
        </Button>
      }
    >
      <p>
        You confirm, as the clinician of your profile, that what readers have now
        {live && ` (version ${live.version}, due ${formatDay(live.reviewDue)})`} is still right. Its text stays as it
        is; the new dates are released at once.
      </p>
      <DateInput
        type="date"
        name="reviewDue"
        label="Next review"
        min={tomorrow(now)}
        defaultValue={reviewDayAfter(now)}
        required
      />
      <TextArea name="comment" label="Comment" help="Only the staff sees it." maxLength={4000} />
    </VerbDialog>
  );
}
