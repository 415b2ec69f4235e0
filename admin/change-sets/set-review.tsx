'use client';
import { Button, useStepNav } from '@payloadcms/ui';
import { useEffect, useId, useState } from 'react';
import { WHO_MAY } from '../../editorial/rules/lifecycle.ts';
import type { Role } from '../../model/lifecycle.ts';
import { CHANGE_KIND_WORDS, counted } from '../workflow/words.ts';
import { whyNotApproved } from './before-approving.ts';
import { changesOfSet } from './groups.ts';
import { MembersTable } from './members-table.tsx';
import { SharedChanges } from './shared-changes.tsx';
import { ActProgress } from './act-progress.tsx';
import { useSet } from './use-set.ts';
import './change-sets.css';

const STATES = { open: 'Open', submitted: 'In review', released: 'Released', discarded: 'Discarded' } as const;

interface SetReviewProps {
  uid: string;
  role: Role;
  api: string;
  admin: string;
}

/** One review of all entries of a set: what differs, once; who must approve; and the acts on all of it. */
export function SetReview({ uid, role, api, admin }: SetReviewProps) {
  const { set, progress, members, next, refusal, busy, more, act } = useSet(`${api}/change-sets/${uid}`);
  const [comment, setComment] = useState('');
  // The tick is of what was shown when it was made.
  const [wholeOf, setWholeOf] = useState<number | null>(null);
  const commentId = useId();
  const notYetId = useId();
  const { setStepNav } = useStepNav();
  const name = set?.name ?? '';
  useEffect(() => {
    setStepNav([{ label: 'Change sets', url: `${admin}/collections/change-sets` }, { label: name }]);
  }, [admin, name, setStepNav]);
  if (!set)
    return (
      <div className="change-set">
        <h1>Change set</h1>
        <p role="status">{refusal ? refusal.message : 'Loading …'}</p>
      </div>
    );
  const entries = counted(set.members.length, 'entry', 'entries');
  const may = (verb: 'submit-for-review' | 'approve' | 'release') => WHO_MAY[verb].includes(role);
  const isOver = set.state === 'released' || set.state === 'discarded';
  const stale = members.filter(({ isStale, current }) => isStale && current !== null);
  const takeNew = () =>
    act('members', {
      members: set.members.map(({ collection, id, revision }) => ({
        ...{ collection, id },
        revision: stale.find((one) => one.collection === collection && one.id === id)?.current ?? revision,
      })),
    });
  const leaveOut = (left: { collection: string; id: string | number }) =>
    act('members', {
      members: set.members.flatMap(({ collection, id, revision }) =>
        collection === left.collection && id === left.id ? [] : [{ collection, id, revision }],
      ),
    });
  const { turn } = set;
  const notYet = whyNotApproved({ set, members, next });
  const whole = notYet === null && wholeOf === turn;
  const said = { turn, ...(comment.trim() === '' ? {} : { comment }) };
  return (
    <div className="change-set">
      <header className="change-set__head">
        <h1>{set.name}</h1>
        <p>
          <span className={`change-set__state change-set__state--${set.state}`}>{STATES[set.state]}</span> {entries}
          {set.aboutTitle ? ` · because of ${set.aboutTitle}` : ''} · made by {set.madeByName}
        </p>
        <p>
          <b>{CHANGE_KIND_WORDS[set.changeKind].label}:</b> {set.changeNote}
        </p>
      </header>
      <ActProgress progress={progress} admin={admin} />
      {refusal && (
        <p className="change-set__alert" role="alert">
          {refusal.message}
        </p>
      )}
      {stale.length > 0 && !isOver && (
        <div className="change-set__alert" role="status">
          <p>
            {counted(stale.length, 'entry was', 'entries were')} changed since:{' '}
            {stale.map(({ title }) => title).join(', ')}. Nothing of this set goes on until you have looked at the new
            words.
          </p>
          {may('submit-for-review') && (
            <Button buttonStyle="secondary" size="small" disabled={busy} onClick={() => void takeNew()}>
              Take the new words into the set
            </Button>
          )}
        </div>
      )}
      <div className="change-set__panes">
        <section aria-labelledby="set-changes">
          <h2 id="set-changes">What changes for readers</h2>
          <SharedChanges groups={changesOfSet(members)} of={members.length} api={api} />
          {next !== null && (
            <Button buttonStyle="secondary" size="small" onClick={() => void more()}>
              Show the changes of more entries ({members.length} of {set.members.length} shown)
            </Button>
          )}
        </section>
        <section aria-labelledby="set-entries">
          <h2 id="set-entries">Entries</h2>
          <MembersTable
            members={members}
            admin={admin}
            leaveOut={
              set.state === 'open' && set.members.length > 1 && may('submit-for-review') && !busy ? leaveOut : null
            }
          />
        </section>
      </div>
      {isOver ? (
        <p role="status">
          {set.state === 'released' ? 'Readers have all of it.' : 'It was put away. Its entries stay where they are.'}
        </p>
      ) : (
        <section className="change-set__acts" aria-labelledby="set-acts">
          <h2 id="set-acts">All {entries} at once</h2>
          <label htmlFor={commentId}>Comment (for the staff)</label>
          <textarea
            id={commentId}
            rows={2}
            maxLength={4000}
            value={comment}
            onChange={({ target }) => {
              setComment(target.value);
            }}
          />
          {set.state === 'submitted' && may('approve') && (
            <label className="change-set__check">
              <input
                type="checkbox"
                checked={whole}
                disabled={notYet !== null}
                aria-describedby={notYet === null ? undefined : notYetId}
                onChange={({ target }) => {
                  setWholeOf(target.checked ? turn : null);
                }}
              />
              I have read the whole of each entry, not only what changed
            </label>
          )}
          {set.state === 'submitted' && may('approve') && notYet !== null && (
            <p id={notYetId} className="change-set__note">
              {notYet}
            </p>
          )}
          <div className="change-set__buttons">
            {set.state === 'open' && may('submit-for-review') && (
              <Button disabled={busy} onClick={() => void act('submit-for-review', said)}>
                Submit {entries} for review
              </Button>
            )}
            {set.state === 'submitted' && may('approve') && (
              <Button
                disabled={busy || notYet !== null}
                onClick={() => void act('approve', { ...said, ...(whole ? { scope: 'entry' } : {}) })}
              >
                Approve {entries}
              </Button>
            )}
            {set.state === 'submitted' && may('release') && (
              <Button buttonStyle="secondary" disabled={busy} onClick={() => void act('release', { turn })}>
                Release {entries}, all or none
              </Button>
            )}
            {may('submit-for-review') && (
              <Button buttonStyle="secondary" disabled={busy} onClick={() => void act('discard', {})}>
                Put the set away
              </Button>
            )}
          </div>
          <p className="change-set__note">
            Each entry keeps its own approval, of exactly the words above. Readers get all of the set, or none of it.
            {set.approvals.length > 0 && ` Approved by ${set.approvals.map(({ name }) => name).join(' and ')}.`}
          </p>
        </section>
      )}
    </div>
  );
}
