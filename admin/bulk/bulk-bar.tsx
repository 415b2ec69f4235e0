'use client';
import { Button, useAuth, useConfig, useListQuery, useSelection } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useEffect, useState } from 'react';
import type { Progress } from '../../editorial/jobs/verb-job.ts';
import { WHO_MAY } from '../../editorial/rules/lifecycle.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { Role } from '../../model/lifecycle.ts';
import { ActProgress } from '../change-sets/act-progress.tsx';
import { ask } from '../change-sets/ask.ts';
import { counted } from '../workflow/words.ts';
import { BulkForm, type BulkAct } from './bulk-form.tsx';
import { chosenMembers, type ListedRow } from './chosen-members.ts';
import '../change-sets/change-sets.css';

const ACTS: readonly { act: BulkAct; label: string }[] = [
  { act: 'submit-for-review', label: 'Submit…' },
  { act: 'approve', label: 'Approve…' },
  { act: 'renew-review', label: 'Renew review…' },
  { act: 'reassign', label: 'Ask a reviewer…' },
  { act: 'change-set', label: 'Change set…' },
];
const POLL_MS = 700;
/** Who may write entries may put them together and ask others about them. */
const verbOf = (act: BulkAct) => (act === 'change-set' || act === 'reassign' ? 'submit-for-review' : act);

/** Above the list of a type: verbs on the entries that are chosen in it, each by the rules of that verb. */
export function BulkBar({ collectionSlug }: { collectionSlug: EntryCollection }) {
  const { getSelectedIds, selectAll } = useSelection();
  const { data } = useListQuery();
  const { config } = useConfig();
  const { user } = useAuth<{ id: string; role: Role; collection: 'users' }>();
  const router = useRouter();
  const [act, setAct] = useState<BulkAct | null>(null);
  const [refusal, setRefusal] = useState('');
  const [progress, setProgress] = useState<Progress | null>(null);
  const { admin, api } = config.routes;
  const job = progress?.state === 'open' ? progress.uid : null;
  useEffect(() => {
    if (job === null) return;
    const timer = setInterval(() => {
      void ask<Progress>(`${api}/bulk/${job}`).then((asked) => {
        if ('refusal' in asked) return;
        setProgress(asked.answer);
        if (asked.answer.state !== 'open') router.refresh();
      });
    }, POLL_MS);
    return () => {
      clearInterval(timer);
    };
  }, [api, job, router]);

  const mine = ACTS.filter((one) => user && WHO_MAY[verbOf(one.act)].includes(user.role));
  // Payload counts the rows of every page when all are chosen, and knows those of this one.
  const ids = getSelectedIds();
  const count = ids.length;
  const isOnePage = (selectAll as string) === 'allAvailable';
  const rows = (data?.docs ?? []) as ListedRow[];
  const { members, leftOut } =
    act === null ? { members: [], leftOut: [] } : chosenMembers(act, collectionSlug, ids, rows);
  if (mine.length === 0 || (count === 0 && progress === null)) return null;

  const begin = async (chosen: BulkAct, body: Record<string, unknown>) => {
    setRefusal('');
    if (chosen === 'change-set') {
      const made = await ask<{ uid: string }>(`${api}/change-sets/make`, { ...body, members });
      if ('refusal' in made) setRefusal(made.refusal.message);
      else router.push(`${admin}/change-sets/${made.answer.uid}`);
      return;
    }
    const started = await ask<{ job: string }>(`${api}/bulk/${chosen}`, { members, body });
    if ('refusal' in started) {
      setRefusal(started.refusal.message);
      return;
    }
    setAct(null);
    const asked = await ask<Progress>(`${api}/bulk/${started.answer.job}`);
    if ('answer' in asked) setProgress(asked.answer);
  };
  return (
    <section className="bulk" aria-label="Chosen entries">
      {count > 0 && (
        <div className="bulk-bar">
          <span role="status">
            {counted(count, 'entry', 'entries')} {isOnePage ? 'chosen, of this page alone' : 'chosen'}
          </span>
          {mine.map(({ act: one, label }) => (
            <Button
              key={one}
              size="small"
              buttonStyle="secondary"
              disabled={job !== null}
              onClick={() => {
                setAct(act === one ? null : one);
              }}
              extraButtonProps={{ 'aria-expanded': act === one }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {leftOut.length > 0 && (
        <p className="change-set__alert" role="status">
          Left out: {leftOut.join(', ')}.{' '}
          {act === 'renew-review'
            ? 'Readers have no text of it.'
            : 'The list does not know its revision: load it again.'}
        </p>
      )}
      {act !== null && members.length > 0 && (
        <BulkForm key={act} act={act} count={members.length} api={api} begin={(body) => begin(act, body)} />
      )}
      {refusal && (
        <p className="change-set__alert" role="alert">
          {refusal}
        </p>
      )}
      <ActProgress progress={progress} admin={admin} />
    </section>
  );
}
