'use client';
import { Button } from '@payloadcms/ui';
import { useEffect, useId, useState, type ReactNode } from 'react';
import type { BulkVerb } from '../../editorial/jobs/verb-task.ts';
import { ask } from '../change-sets/ask.ts';
import { CHANGE_KIND_WORDS, counted } from '../workflow/words.ts';

export type BulkAct = BulkVerb | 'change-set';

const KINDS = ['minor', 'major', 'safety'] as const;

const BUTTONS: Record<BulkAct, (entries: string) => string> = {
  'submit-for-review': (entries) => `Submit ${entries} for review`,
  approve: (entries) => `Approve ${entries}`,
  'renew-review': (entries) => `Renew the review of ${entries}`,
  reassign: (entries) => `Ask for the review of ${entries}`,
  'change-set': (entries) => `Make a change set of ${entries}`,
};

/** What a verb says of all the chosen entries. */
export function BulkForm({
  act,
  count,
  api,
  begin,
}: {
  act: BulkAct;
  count: number;
  api: string;
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
    ...(act === 'reassign' ? ['reviewer'] : []),
  ];
  const go = async () => {
    setBusy(true);
    const names = [
      ...needed,
      ...(asksChange ? ['changeKind'] : []),
      ...(act === 'change-set' || text('comment') === '' ? [] : ['comment']),
    ];
    const { reviewer, ...body } = Object.fromEntries(names.map((name) => [name, text(name)]));
    await begin(reviewer === undefined ? body : { ...body, reviewers: [reviewer] });
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
      {act === 'reassign' && (
        <Labelled label="Reviewer (in the place of those who were asked before)">
          {(id) => <Reviewers id={id} api={api} value={said.reviewer ?? ''} set={set('reviewer')} />}
        </Labelled>
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

interface Colleague {
  account: string;
  name: string;
  canApprove: boolean;
}

/** Everybody who can approve. */
function Reviewers(props: { id: string; api: string; value: string; set: (value: string) => void }) {
  const { id, api, value, set } = props;
  const [colleagues, setColleagues] = useState<Colleague[]>([]);
  useEffect(() => {
    void ask<{ colleagues: Colleague[] }>(`${api}/users/colleagues`).then((asked) => {
      if ('answer' in asked) setColleagues(asked.answer.colleagues.filter(({ canApprove }) => canApprove));
    });
  }, [api]);
  return (
    <select id={id} value={value} onChange={on(set)}>
      <option value="">Choose a colleague</option>
      {colleagues.map(({ account, name }) => (
        <option key={account} value={account}>
          {name}
        </option>
      ))}
    </select>
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
