'use client';
import { Button } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useId, useState } from 'react';
import type { Impact, TouchedEntry } from '../../editorial/impact/read-impact.ts';
import type { ChangeKind } from '../../model/release-row.ts';
import { ask } from '../change-sets/ask.ts';
import type { Refusal } from '../workflow/problem.ts';
import { CHANGE_KIND_WORDS, counted } from '../workflow/words.ts';

const KINDS = ['minor', 'major', 'safety'] as const satisfies readonly ChangeKind[];

interface NewSetProps {
  about: Impact['about'];
  chosen: readonly TouchedEntry[];
  leftOut: readonly TouchedEntry[];
  api: string;
  admin: string;
}

/** One change set of the chosen entries; whoever makes it says what changed and why. */
export function NewSet({ about, chosen, leftOut, api, admin }: NewSetProps) {
  const router = useRouter();
  const [name, setName] = useState(`${about.title}, changed`.slice(0, 200));
  const [changeKind, setKind] = useState<(typeof KINDS)[number]>('minor');
  const [changeNote, setNote] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [nameId, kindId, noteId] = [useId(), useId(), useId()];
  const look = chosen.filter(({ needs }) => needs === 'look').length;
  const make = async () => {
    setBusy(true);
    const made = await ask<{ uid: string }>(`${api}/change-sets/make`, {
      ...{ name, changeKind, changeNote, about: `${about.collection}/${about.id}` },
      members: chosen.map(({ collection, id, revision }) => ({ collection, id, revision })),
    });
    setBusy(false);
    if ('refusal' in made) setRefusal(made.refusal);
    else router.push(`${admin}/change-sets/${made.answer.uid}`);
  };
  return (
    <section className="impact__set" aria-labelledby={`${nameId}-title`}>
      <h2 id={`${nameId}-title`}>One change set</h2>
      <label htmlFor={nameId}>Name</label>
      <input
        id={nameId}
        type="text"
        maxLength={200}
        value={name}
        onChange={({ target }) => {
          setName(target.value);
        }}
      />
      <label htmlFor={kindId}>Kind</label>
      <select
        id={kindId}
        value={changeKind}
        aria-describedby={`${kindId}-help`}
        onChange={({ target }) => {
          setKind(KINDS.find((kind) => kind === target.value) ?? 'minor');
        }}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {CHANGE_KIND_WORDS[kind].label}
          </option>
        ))}
      </select>
      <p id={`${kindId}-help`} className="change-set__note">
        {CHANGE_KIND_WORDS[changeKind].help} An entry that needs a higher grade gets it by itself.
      </p>
      <label htmlFor={noteId}>What changed and why</label>
      <textarea
        id={noteId}
        rows={3}
        maxLength={1000}
        value={changeNote}
        onChange={({ target }) => {
          setNote(target.value);
        }}
      />
      {look > 0 && (
        <p className="change-set__alert">
          {counted(look, 'entry has', 'entries have')} words that rest on it: edit them, or say above why they may stay.
        </p>
      )}
      {leftOut.length > 0 && (
        <p className="change-set__alert">
          Left out: {leftOut.map(({ title }) => title || 'Untitled').join(', ')}. Readers keep what they have of{' '}
          {leftOut.length === 1 ? 'it' : 'them'} until it is approved.
        </p>
      )}
      {refusal && (
        <p className="change-set__alert" role="alert">
          {refusal.message}
        </p>
      )}
      <Button
        disabled={busy || chosen.length === 0 || changeNote.trim() === '' || name.trim() === ''}
        onClick={() => void make()}
      >
        Make a set of {counted(chosen.length, 'entry', 'entries')}
      </Button>
      <p className="change-set__note">
        Clinicians see each difference once and approve every entry. Release is all or nothing: no reader sees half of a
        set.
      </p>
    </section>
  );
}
