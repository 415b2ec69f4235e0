'use client';
import { Button } from '@payloadcms/ui';
import { useId, useState, type ReactNode } from 'react';
import type { BulkVerb } from '../../editorial/jobs/verb-task.ts';
import { CHANGE_KIND_WORDS, counted } from '../workflow/words.ts';

export type BulkAct = BulkVerb | 'change-set';

const KINDS = ['minor', 'major', 'safety'] as const;

const BUTTONS: Record<BulkAct, (entries: string) => string> = {
  'submit-for-review': (entries) => `Submit ${entries} for review`,
  approve: (entries) => `Approve ${entries}`,
  'renew-review': (entries) => `Renew the review of ${entries}`,
  'change-set': (entries) => `Make a change set of ${entries}`,
};

/** What a verb says of all the chosen entries. */
export function BulkForm({
  act,
  count,
  begin,
}: {
  act: BulkAct;
  count: number;
  begin: (body: Record<string, unknown>) => Promise<unknown>;
}) {
  const [said, setSaid] = useState<Record<string, string>>({ changeKind: 'minor' });
  const [busy, setBusy] = useState(false);
  const text = (name: string) => (said[name] ?? '').trim();
  const set = (name: string) => (value: string) => {
    setSaid((was) => ({ ...was, [name]: value }));
  };
  const asksChange = act === 'submit-for-review' || act === 'change-set';
  const needed = [
    ...(act === 'change-set' ? ['name'] : []),
    ...(asksChange ? ['changeNote'] : []),
    ...(act === 'renew-review' ? ['reviewDue'] : []),
  ];
  const go = async () => {
    setBusy(true);
    const names = [
      ...needed,
      ...(asksChange ? ['changeKind'] : []),
      ...(act === 'change-set' || text('comment') === '' ? [] : ['comment']),
    ];
    await begin(Object.fromEntries(names.map((name) => [name, text(name)])));
    setBusy(false);
  };
  return (
    <div className="impact__set bulk__form">
      {act === 'change-set' && (
        <Labelled label="Name of the set">
          {(id) => <input id={id} type="text" maxLength={200} value={said.name ?? ''} onChange={on(set('name'))} />}
        </Labelled>
      )}
      {asksChange && (
        <>
          <Labelled label="Kind (an entry that needs a higher grade gets it by itself)">
            {(id) => (
              <select id={id} value={said.changeKind} onChange={on(set('changeKind'))}>
                {KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {CHANGE_KIND_WORDS[kind].label}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
          <Labelled label="What changed and why (readers see it)">
            {(id) => (
              <textarea
                id={id}
                rows={2}
                maxLength={1000}
                value={said.changeNote ?? ''}
                onChange={on(set('changeNote'))}
              />
            )}
          </Labelled>
        </>
      )}
      {act === 'renew-review' && (
        <Labelled label="Next review">
          {(id) => <input id={id} type="date" value={said.reviewDue ?? ''} onChange={on(set('reviewDue'))} />}
        </Labelled>
      )}
      {act !== 'change-set' && (
        <Labelled label="Comment (for the staff)">
          {(id) => (
            <textarea id={id} rows={2} maxLength={4000} value={said.comment ?? ''} onChange={on(set('comment'))} />
          )}
        </Labelled>
      )}
      {act === 'approve' && (
        <p className="change-set__note">You say that you have looked at what changed in each of them.</p>
      )}
      <Button disabled={busy || needed.some((name) => text(name) === '')} onClick={() => void go()}>
        {BUTTONS[act](counted(count, 'entry', 'entries'))}
      </Button>
    </div>
  );
}

const on =
  (set: (value: string) => void) =>
  ({ target }: { target: { value: string } }): void => {
    set(target.value);
  };

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
