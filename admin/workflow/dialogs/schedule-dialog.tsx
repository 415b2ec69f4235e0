'use client';
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import { fromLocalInput, nextMorning, toLocalInput } from '../dates.ts';
import { Choices, DateInput, TextArea, textOf } from './inputs.tsx';
import { WithdrawalReasons } from './withdrawal-reasons.tsx';
import { VerbDialog, type DialogProps } from './verb-dialog.tsx';

const RELEASE = {
  value: 'release' as const,
  label: 'Release this text',
  help: 'The approvals are checked again at that time.',
};
const WITHDRAW = {
  value: 'withdraw' as const,
  label: 'Withdraw the page',
  help: 'Readers are told why in the words that you choose below.',
};

export function ScheduleDialog({ sheet, onTake, ...shell }: DialogProps) {
  const [now] = useState(() => new Date());
  const { live, revision, schedulable } = sheet;
  const choices = [RELEASE, WITHDRAW].filter(({ value }) => schedulable.includes(value));
  const first = choices[0]?.value ?? 'release';
  const [chosen, setChosen] = useState<string>(first);
  return (
    <VerbDialog
      {...shell}
      title="Schedule"
      onSubmit={(form) => {
        const verb = textOf(form, 'verb') ?? first;
        onTake({
          revision: verb === 'withdraw' ? live?.revision : revision,
          at: fromLocalInput(textOf(form, 'at') ?? ''),
          verb,
          reason: verb === 'withdraw' ? textOf(form, 'reason') : undefined,
          note: textOf(form, 'note'),
        });
      }}
      actions={
        <Button type="submit" margin={false} disabled={shell.busy}>
          Schedule
        </Button>
      }
    >
      <Choices name="verb" legend="What should happen" first={first} choices={choices} onChoose={setChosen} />
      <DateInput
        type="datetime-local"
        name="at"
        label="Date and time"
        help={`Your local time, ${Intl.DateTimeFormat().resolvedOptions().timeZone}.`}
        min={toLocalInput(now)}
        defaultValue={nextMorning(now)}
        required
      />
      {chosen === 'withdraw' && <WithdrawalReasons />}
      <TextArea name="note" label="Note" help="Only the staff sees it." maxLength={1000} />
      {sheet.scheduled && <p className="workflow__note">This replaces the time that is set now.</p>}
    </VerbDialog>
  );
}
