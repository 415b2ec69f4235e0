'use client';
import { Button } from '@payloadcms/ui';
import { formatMoment } from '../dates.ts';
import { VerbDialog, type DialogProps } from './verb-dialog.tsx';

export function UnscheduleDialog({ sheet, onTake, ...shell }: DialogProps) {
  const { scheduled } = sheet;
  const what = scheduled?.verb === 'withdraw' ? 'withdrawal' : 'release';
  return (
    <VerbDialog
      {...shell}
      title={`Call off the ${what}`}
      onSubmit={() => onTake({ revision: scheduled?.revision })}
      actions={
        <Button type="submit" margin={false} disabled={shell.busy}>
          Call off
        </Button>
      }
    >
      <p>
        The {what} {scheduled && `planned for ${formatMoment(scheduled.at)} `}will not take place.{' '}
        {what === 'release'
          ? 'The approvals stay: the text can still be released or scheduled anew.'
          : 'Readers keep the page.'}
      </p>
    </VerbDialog>
  );
}
