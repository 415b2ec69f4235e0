'use client';
import { useConfig } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { MOST_ASKED, MOST_FOUND, type Found, type FoundCollection } from '../../model/finder.ts';
import { STATE_WORDS } from '../workflow/words.ts';
import { optionAfter } from './finder-keys.ts';
import { useFound } from './use-found.ts';

const KIND: Record<FoundCollection, string> = {
  guides: 'Guide',
  causes: 'Cause',
  treatments: 'Treatment',
  'red-flags': 'Red flag',
  courses: 'Email course',
  sources: 'Source',
  media: 'Figure',
  terms: 'Word explained',
};

/** The question and what is found of it: a combobox with a list (WAI-ARIA APG), in a dialog of the browser. */
export function FinderDialog({ close }: { close: () => void }) {
  const { config } = useConfig();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [question, setQuestion] = useState('');
  const [chosen, setChosen] = useState(0);
  const { found, refusal, isAsking } = useFound(`${config.routes.api}/finder`, question);
  const id = useId();
  const at = Math.min(chosen, found.length - 1);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, id]);

  const hrefOf = ({ collection, id: document }: Found) =>
    `${config.routes.admin}/collections/${collection}/${encodeURIComponent(document)}`;
  const open = (one: Found | undefined) => {
    if (!one) return;
    router.push(hrefOf(one));
    close();
  };
  // Who is faster than the answer gets what stands first in it, not what stood there before.
  const enteredFor = useRef<string | null>(null);
  useEffect(() => {
    if (isAsking || enteredFor.current === null) return;
    if (enteredFor.current === question) open(found[0]);
    enteredFor.current = null;
  });
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = optionAfter(event.key, at, found.length);
    if (next !== null) {
      event.preventDefault();
      setChosen(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isAsking) enteredFor.current = question;
      else open(found[at]);
    }
  };
  const isEmpty = question.trim() === '';
  const said = refusal ?? (isAsking ? '' : saidOf(found.length, isEmpty));
  return (
    <dialog ref={dialog} className="finder" aria-label="Find" onClose={close} onClick={closeOutside(close)}>
      <div className="finder__inside">
        <label className="finder__label" htmlFor={`${id}-question`}>
          Find an entry, source, figure or word
        </label>
        <input
          id={`${id}-question`}
          className="finder__question"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          maxLength={MOST_ASKED}
          placeholder="Title, other name, address, permanent id, DOI …"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
          value={question}
          onChange={(event) => {
            setQuestion(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKey}
        />
        <p className="finder__said" role="status">
          {said}
        </p>
        <ul id={`${id}-list`} className="finder__list" role="listbox" aria-label={isEmpty ? 'Worked on last' : 'Found'}>
          {found.map((one, i) => (
            <li
              key={`${one.collection}-${one.id}`}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              className="finder__one"
              onMouseMove={() => {
                setChosen(i);
              }}
            >
              <a
                href={hrefOf(one)}
                tabIndex={-1}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  open(one);
                }}
              >
                <span className="finder__title">{one.title || 'Without a title'}</span>
                <span className="finder__about">{aboutOf(one)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </dialog>
  );
}

const aboutOf = ({ collection, state, detail }: Found): string =>
  [KIND[collection], state === null ? '' : STATE_WORDS[state].label, detail].filter((word) => word !== '').join(' · ');

const saidOf = (count: number, isEmpty: boolean): string => {
  if (isEmpty) return count > 0 ? 'Worked on last' : '';
  if (count === 0) return 'Nothing has all of these words. Each is looked for at the beginning of a word.';
  if (count >= MOST_FOUND) return `The first ${count} are here: write more of it to find others.`;
  return count === 1 ? '1 found' : `${count} found`;
};

const closeOutside =
  (close: () => void) =>
  ({ target, currentTarget }: { target: unknown; currentTarget: unknown }) => {
    if (target === currentTarget) close();
  };
