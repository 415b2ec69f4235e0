'use client';
import { Button, useConfig } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import { VerbDialog } from '../workflow/dialogs/verb-dialog.tsx';
import { toRefusal, UNREACHABLE, type Refusal } from '../workflow/problem.ts';
import '../workflow/workflow.css';

interface StartRevisionProps {
  collection: string;
  uid: string;
  /** database id of the form to go to */
  id: string | number;
  /** name of the old state, and in words */
  state: string;
  words: string;
  /** hash of the draft that it takes the place of */
  revision: string;
}

/** Makes the draft what the entry once was. It asks first: the draft as it is now goes into the past. */
export function StartRevision({ collection, uid, id, state, words, revision }: StartRevisionProps) {
  const { config } = useConfig();
  const { api, admin } = config.routes;
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const start = async () => {
    setBusy(true);
    setRefusal(null);
    const refused = await post(`${api}/${collection}/${uid}/restore-as-draft`, { state, revision });
    setBusy(false);
    if (refused) setRefusal(refused);
    else router.push(`${admin}/collections/${collection}/${id}`);
  };
  return (
    <>
      <button type="button" className="timeline__button" onClick={() => setAsking(true)}>
        Start a revision from A
      </button>
      {asking && (
        <VerbDialog
          title={`Start a revision from ${words}`}
          fields={[]}
          busy={busy}
          refusal={refusal}
          onClose={() => {
            setAsking(false);
            setRefusal(null);
          }}
          onSubmit={() => void start()}
          actions={
            <Button type="submit" margin={false} disabled={busy}>
              Make it the draft
            </Button>
          }
        >
          <p>
            The draft gets those words, with the sources and figures of today. Readers keep what they have: nothing is
            released, and the draft needs its review. The draft as it is now stays on the timeline.
          </p>
        </VerbDialog>
      )}
    </>
  );
}

/** Null when it was done. */
async function post(url: string, body: unknown): Promise<Refusal | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.ok ? null : toRefusal(await answer.json());
  } catch {
    return UNREACHABLE;
  }
}
