'use client';
import { Button } from '@payloadcms/ui';
import { useId, useState, type SyntheticEvent } from 'react';
import { ask } from './ask.ts';

interface Props {
  token: string;
  email: string;
  admin: string;
  api: string;
}

/** The password, twice. What is wrong with it stands beside it until it is mended. */
export function ChoosePasswordForm({ token, email, admin, api }: Props) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const ids = { password: useId(), again: useId(), rule: useId() };

  const choose = async () => {
    if (password !== again) {
      setRefusal('The two are not the same. Type the password once more.');
      return;
    }
    setBusy(true);
    setRefusal('');
    const said = await ask(`${api}/users/reset-password`, { token, password });
    if ('answer' in said) {
      // A new page: the session has just begun.
      window.location.assign(admin);
      return;
    }
    setBusy(false);
    // It ended meanwhile: the page says what to do.
    if (said.refusal.code === 'not-allowed') window.location.reload();
    else setRefusal(said.refusal.message);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void choose();
  };

  return (
    <form className="account-choose__form" onSubmit={submit}>
      {/* For password managers: whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <label htmlFor={ids.password}>
        Password
        <input
          id={ids.password}
          type="password"
          autoComplete="new-password"
          aria-describedby={ids.rule}
          required
          value={password}
          onChange={(e) => setPassword(e.target.value)}
        />
      </label>
      <p id={ids.rule} className="account-note">
        At least twelve characters. Several words that do not belong together are easy to keep and hard to guess.
      </p>
      <label htmlFor={ids.again}>
        The same again
        <input
          id={ids.again}
          type="password"
          autoComplete="new-password"
          required
          value={again}
          onChange={(e) => setAgain(e.target.value)}
        />
      </label>
      {refusal && (
        <p className="account-refusal" role="alert">
          {refusal}
        </p>
      )}
      <Button type="submit" size="large" margin={false} disabled={busy}>
        Set the password and log in
      </Button>
    </form>
  );
}
