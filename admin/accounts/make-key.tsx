'use client';
import { Button, CopyToClipboard } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { ask } from './ask.ts';

/** Makes a key for the own account, and shows it this once. It stands inside Payload's form, so it is no form itself. */
export function MakeKey({ api, onMade }: { api: string; onMade: () => Promise<void> }) {
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [made, setMade] = useState('');
  const [refusal, setRefusal] = useState('');
  const ids = { name: useId(), days: useId() };

  const make = async () => {
    setRefusal('');
    setMade('');
    const said = await ask(`${api}/issue`, { name, days: Number(days) });
    if ('refusal' in said) {
      setRefusal(said.refusal.message);
      return;
    }
    setMade((said.answer as { key: string }).key);
    setName('');
    await onMade();
  };

  return (
    <>
      <div className="account-make">
        <label htmlFor={ids.name}>
          What it is for
          <input id={ids.name} type="text" maxLength={100} value={name} onChange={(e) => setName(e.target.value)} />
        </label>
        <label htmlFor={ids.days}>
          Days
          <input id={ids.days} type="number" min={1} max={365} value={days} onChange={(e) => setDays(e.target.value)} />
        </label>
        <Button type="button" size="medium" margin={false} disabled={name.trim() === ''} onClick={make}>
          Make a key
        </Button>
      </div>
      {refusal && (
        <p className="account-refusal" role="alert">
          {refusal}
        </p>
      )}
      {made && (
        <div className="account-made" role="status">
          <p>This is the key. Copy it now: it is not shown again.</p>
          <code>{made}</code> <CopyToClipboard value={made} />
        </div>
      )}
    </>
  );
}
