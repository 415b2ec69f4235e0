'use client';
import { Button, CopyToClipboard } from '@payloadcms/ui';
import { useState } from 'react';
import { ask } from '../accounts/ask.ts';

/** The secret link with which a calendar follows the review dates: made on request, shown once. */
export function CalendarLink({ api }: { api: string }) {
  const [url, setUrl] = useState('');
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState('');

  const call = async (path: 'issue' | 'revoke', done: (answer: unknown) => void) => {
    setRefusal('');
    setSaid('');
    setUrl('');
    const answered = await ask(`${api}/calendar-links/${path}`, {});
    if ('refusal' in answered) setRefusal(answered.refusal.message);
    else done(answered.answer);
  };
  const make = () =>
    call('issue', (answer) => {
      setUrl((answer as { url: string }).url);
    });
  const end = () =>
    call('revoke', () => {
      setSaid('Your link has ended.');
    });

  return (
    <section className="reports__calendar" aria-labelledby="calendar-title">
      <h2 id="calendar-title">Review dates in your calendar</h2>
      <p>
        A secret link of your own that a calendar can follow: the day on which each review falls due, with titles as
        readers have them. It ends when you make another, when you choose another password and with your account.
      </p>
      <div className="reports__calendar-buttons">
        <Button type="button" size="medium" margin={false} onClick={make}>
          Make a link
        </Button>
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={end}>
          End my link
        </Button>
      </div>
      {refusal && <p role="alert">{refusal}</p>}
      <div role="status">
        {said && <p>{said}</p>}
        {url && (
          <p>
            Copy it now, it is not shown again: <code>{url}</code> <CopyToClipboard value={url} />
          </p>
        )}
      </div>
    </section>
  );
}
