'use client';
import { Button, useConfig } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useEffect, useRef, useState } from 'react';
import type { HeldChoice } from '../../publishers/email/which-held.ts';
import { ask } from '../accounts/ask.ts';
import { counted } from '../workflow/words.ts';

type Decision = 'release' | 'discard';

/** Sends held mails or not, after a second question: neither can be taken back. */
export function Decide({ choice, count }: { choice: HeldChoice; count: number }) {
  const { config } = useConfig();
  const router = useRouter();
  const [asked, setAsked] = useState<Decision | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ refused: boolean; words: string } | null>(null);
  const question = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);

  // The button that was pressed is gone by then, and the focus with it.
  const wasAsked = useRef(false);
  useEffect(() => {
    if (asked !== null) question.current?.focus();
    else if (wasAsked.current) place.current?.focus();
    wasAsked.current = asked !== null;
  }, [asked]);

  const decide = async (decision: Decision) => {
    setBusy(true);
    const answer = await ask(`${config.routes.api}/deliveries/held`, { decision, ...choice });
    setBusy(false);
    setAsked(null);
    if ('refusal' in answer) setSaid({ refused: true, words: answer.refusal.message });
    else {
      setSaid({ refused: false, words: outcomeOf(decision, answer.answer) });
      router.refresh();
    }
  };

  const button = { type: 'button', size: 'small', margin: false, disabled: busy } as const;
  const [mails, them] = [counted(count, 'mail', 'mails'), count === 1 ? 'it' : 'them'];
  return (
    <div className="held__decide" ref={place} tabIndex={-1}>
      {asked === null ? (
        <>
          <Button {...button} buttonStyle="secondary" onClick={() => setAsked('release')}>
            Send {them}
          </Button>
          <Button {...button} buttonStyle="secondary" onClick={() => setAsked('discard')}>
            Do not send {them}
          </Button>
        </>
      ) : (
        <div role="alertdialog" aria-label="Are you sure?" ref={question} tabIndex={-1}>
          <p>
            {asked === 'release'
              ? `Send ${mails}? What arrived before the loss arrives twice.`
              : `Leave ${mails} unsent? What did not arrive before the loss never does.`}
          </p>
          <Button {...button} onClick={() => decide(asked)}>
            {asked === 'release' ? `Yes, send ${them}` : `Yes, do not send ${them}`}
          </Button>
          <Button {...button} buttonStyle="secondary" onClick={() => setAsked(null)}>
            Cancel
          </Button>
        </div>
      )}
      {said && <p role={said.refused ? 'alert' : 'status'}>{said.words}</p>}
    </div>
  );
}

function outcomeOf(decision: Decision, answer: unknown): string {
  const decided = (answer as { decided: number }).decided;
  if (decided === 0) return 'Somebody else has decided already.';
  return decision === 'release'
    ? `${counted(decided, 'mail goes', 'mails go')} out.`
    : `${counted(decided, 'mail is', 'mails are')} not sent.`;
}
