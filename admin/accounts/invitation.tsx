'use client';
import { Button, useConfig, useDocumentInfo, useField, useFormFields } from '@payloadcms/ui';
import { useState } from 'react';
import { LocalTime } from '../dashboard/local-time.tsx';
import { ask } from './ask.ts';
import './accounts.css';

interface Sent {
  invitation: string;
  invitedUntil: string;
}

/** How a new account begins, and whether its person has been sent the link to choose a password. */
export function Invitation() {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const { value: stored } = useField<string | null>({ path: 'invitation' });
  const until = useFormFields(([fields]) => fields.invitedUntil?.value);
  const [sent, setSent] = useState<Sent | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  if (id === undefined) {
    return (
      <p className="account-note account-is-new">
        They choose their password themselves: a mail with a link to do so goes to this address.
      </p>
    );
  }
  const state = sent?.invitation ?? stored;
  if (!state) return null;
  const ends = sent?.invitedUntil ?? until;

  const sendAgain = async () => {
    setBusy(true);
    setRefusal('');
    const said = await ask(`${config.routes.api}/users/${id}/invite`, {});
    setBusy(false);
    if ('answer' in said) setSent(said.answer as Sent);
    else setRefusal(said.refusal.message);
  };

  return (
    <section className="account-panel" aria-label="Invitation">
      <h2>Invitation</h2>
      <p role="status">
        {state === 'sent' ? 'Sent. They have not chosen a password yet.' : 'The mail server has not taken the mail.'}{' '}
        {typeof ends === 'string' && (
          <>
            The link works until <LocalTime at={ends} />.
          </>
        )}
      </p>
      {refusal && (
        <p className="account-refusal" role="alert">
          {refusal}
        </p>
      )}
      <Button type="button" size="small" margin={false} buttonStyle="secondary" disabled={busy} onClick={sendAgain}>
        Send invitation again
      </Button>
    </section>
  );
}
