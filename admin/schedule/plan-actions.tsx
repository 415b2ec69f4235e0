'use client';
import { Button } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import { ask } from '../accounts/ask.ts';
import { formatMoment, fromLocalInput, toLocalInput } from '../workflow/dates.ts';
import { DateInput, textOf } from '../workflow/dialogs/inputs.tsx';
import { VerbDialog } from '../workflow/dialogs/verb-dialog.tsx';
import type { Refusal } from '../workflow/problem.ts';

interface PlanActionsProps {
  /** for example `/api/causes/12` */
  entryUrl: string;
  title: string;
  plan: { at: string; verb: 'release' | 'withdraw'; revision: string; reason: string | null };
}

/** Moves a plan to another time, or calls it off: through the verbs, so what they refuse is refused here. */
export function PlanActions({ entryUrl, title, plan }: PlanActionsProps) {
  const router = useRouter();
  const [now] = useState(() => new Date());
  const [asking, setAsking] = useState<'move' | 'call-off' | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState('');
  const close = () => {
    setAsking(null);
    setRefusal(null);
  };
  const take = async (verb: 'schedule' | 'unschedule', body: Record<string, unknown>, said: string) => {
    setBusy(true);
    setRefusal(null);
    const answer = await ask(`${entryUrl}/${verb}`, { revision: plan.revision, ...body });
    setBusy(false);
    if ('refusal' in answer) {
      setRefusal(answer.refusal);
      return;
    }
    setDone(said);
    close();
    router.refresh();
  };
  const what = plan.verb === 'withdraw' ? 'withdrawal' : 'release';
  const shell = { fields: [], busy, refusal, onClose: close };
  return (
    <span className="work-actions">
      <button type="button" className="work-button" onClick={() => setAsking('move')}>
        Move…
        <span className="desk-unseen">
          {' '}
          the {what} of {title}
        </span>
      </button>
      <button type="button" className="work-button" onClick={() => setAsking('call-off')}>
        Call off…
        <span className="desk-unseen">
          {' '}
          the {what} of {title}
        </span>
      </button>
      <span role="status" className="desk-unseen">
        {done}
      </span>
      {asking === 'move' && (
        <VerbDialog
          {...shell}
          title={`Move the ${what} of ${title}`}
          onSubmit={(form) => {
            const at = fromLocalInput(textOf(form, 'at') ?? '');
            const reason = plan.reason === null ? {} : { reason: plan.reason };
            void take('schedule', { at, verb: plan.verb, ...reason }, `Moved to ${formatMoment(at ?? '')}.`);
          }}
          actions={
            <Button type="submit" margin={false} disabled={busy}>
              Move
            </Button>
          }
        >
          <DateInput
            type="datetime-local"
            name="at"
            label="Date and time"
            help={`Your local time, ${Intl.DateTimeFormat().resolvedOptions().timeZone}. The approvals are checked again then.`}
            min={toLocalInput(now)}
            defaultValue={toLocalInput(new Date(plan.at))}
            required
          />
        </VerbDialog>
      )}
      {asking === 'call-off' && (
        <VerbDialog
          {...shell}
          title={`Call off the ${what} of ${title}`}
          onSubmit={() => void take('unschedule', {}, 'Called off.')}
          actions={
            <Button type="submit" margin={false} disabled={busy}>
              Call off
            </Button>
          }
        >
          <p className="workflow__note">
            {plan.verb === 'withdraw'
              ? 'Readers keep the page.'
              : 'It will not be released by itself. The approvals stay.'}
          </p>
        </VerbDialog>
      )}
    </span>
  );
}
