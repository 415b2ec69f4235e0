'use client';
import { Button, useConfig } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import { VerbDialog } from '../workflow/dialogs/verb-dialog.tsx';
import type { Refusal } from '../workflow/problem.ts';
import { askRestore } from './ask-restore.ts';
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
  /** once it is done: labels of what is not as it was */
  const [differs, setDiffers] = useState<string[] | null>(null);
  const openForm = () => {
    router.push(`${admin}/collections/${collection}/${id}`);
  };
  const start = async () => {
    setBusy(true);
    setRefusal(null);
    const restored = await askRestore(`${api}/${collection}/${uid}/restore-as-draft`, { state, revision });
    setBusy(false);
    if ('refusal' in restored) setRefusal(restored.refusal);
    else if (restored.differs.length > 0) setDiffers(restored.differs);
    else openForm();
  };
  return (
    <>
      <button type="button" className="timeline__button" onClick={() => setAsking(true)}>
        Start a revision from A
      </button>
      {asking && differs === null && (
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
      {differs !== null && (
        <VerbDialog
          title="It is the draft now, but not word for word"
          fields={[]}
          isTold
          busy={false}
          refusal={null}
          onClose={openForm}
          onSubmit={openForm}
          actions={
            <Button type="submit" margin={false}>
              Open the form
            </Button>
          }
        >
          <p>These are not as they were, because sources and figures are those of today. Look at them in the form:</p>
          <ul>
            {differs.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </VerbDialog>
      )}
    </>
  );
}
