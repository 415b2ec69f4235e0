'use client';
import { Button } from '@payloadcms/ui';
import { useId, useRef, useState, type SyntheticEvent } from 'react';
import type { LinkShown } from '../../editorial/experts/read-links.ts';
import { MOST_DAYS, type ExpertLinkState } from '../../editorial/rules/expert-links.ts';
import { formatDay, formatMoment } from '../workflow/dates.ts';
import { askExperts } from './ask-experts.ts';

interface ExpertLinksProps {
  entryUrl: string;
  /** hash of the draft that a new link is for */
  revision: string;
}

/** Asks somebody outside about the draft, and ends links. Loaded when it is opened. */
export function ExpertLinks({ entryUrl, revision }: ExpertLinksProps) {
  const experts = askExperts(entryUrl);
  const [links, setLinks] = useState<LinkShown[] | null>(null);
  const [made, setMade] = useState<{ address: string; until: string } | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const ids = useId();
  const told = useRef<HTMLParagraphElement>(null);

  const load = async () => {
    const result = await experts.list();
    if ('answer' in result) setLinks(result.answer.links);
    else setSaid(result.refusal.message);
  };
  const opened = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.currentTarget.open && links === null) void load();
  };
  const make = async (name: string, days: number) => {
    setBusy(true);
    setSaid('');
    const result = await experts.make({ revision, name, days });
    setBusy(false);
    if ('refusal' in result) {
      setSaid(result.refusal.message);
      return;
    }
    const { path, expiresAt } = result.answer;
    setMade({ address: new URL(path, window.location.origin).toString(), until: expiresAt });
    await load();
  };
  const end = async (uid: string) => {
    setBusy(true);
    const result = await experts.revoke(uid);
    setBusy(false);
    if ('answer' in result) setLinks(result.answer.links);
    setSaid('answer' in result ? 'The link was ended.' : result.refusal.message);
    // The button that was pressed is gone by now.
    told.current?.focus();
  };

  return (
    <details className="workflow__part experts" onToggle={opened}>
      <summary>Ask somebody outside</summary>
      <p className="workflow__note">
        A link to exactly this text, for one answer, without an account. What they say is shown here and approves
        nothing. Send it yourself; whoever has it can read the draft.
      </p>
      <div
        className="experts__ask"
        role="group"
        aria-label="A new link"
        onKeyDown={(event) => {
          // It would save the entry around.
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
        }}
      >
        <label htmlFor={`${ids}-name`}>For whom (the team sees it)</label>
        <input id={`${ids}-name`} type="text" maxLength={100} autoComplete="off" />
        <label htmlFor={`${ids}-days`}>Days</label>
        <input id={`${ids}-days`} type="number" min={1} max={MOST_DAYS} defaultValue={14} />
        <Button
          type="button"
          size="small"
          margin={false}
          disabled={busy}
          onClick={() => void make(valueOf(`${ids}-name`), Number(valueOf(`${ids}-days`)))}
        >
          Make a link
        </Button>
      </div>
      {made && (
        <p className="workflow__notice">
          <label htmlFor={`${ids}-link`}>
            The link, shown this once; it ends {formatDay(made.until)}. Copy it and send it:
          </label>
          <input
            id={`${ids}-link`}
            className="experts__link"
            readOnly
            value={made.address}
            onFocus={(event) => event.currentTarget.select()}
          />
        </p>
      )}
      <p role="status" ref={told} tabIndex={-1}>
        {said}
      </p>
      {links !== null && links.length > 0 && (
        <ul className="experts__links">
          {links.map((link) => (
            <li key={link.uid}>
              <span>
                <strong>{STATES[link.state]}</strong>
                {link.invited !== '' && `, for ${link.invited}`}
                {link.revision === revision ? '' : ', of an earlier text'}. Made by {link.madeByName},{' '}
                {formatMoment(link.madeAt)}
                {link.state === 'open' && `, ends ${formatDay(link.expiresAt)}`}
              </span>
              {link.state === 'open' && (
                <button type="button" className="workflow__link" disabled={busy} onClick={() => void end(link.uid)}>
                  End this link
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

const STATES: Record<ExpertLinkState, string> = {
  open: 'Open',
  answered: 'Answered',
  revoked: 'Ended by hand',
  expired: 'Ended',
};

/** The bar stands inside the entry's own form, where no other form can be. */
const valueOf = (id: string): string => {
  const element = document.getElementById(id);
  return element instanceof HTMLInputElement ? element.value : '';
};
