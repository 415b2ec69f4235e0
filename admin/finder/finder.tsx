'use client';
import { useAuth } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import { FinderDialog } from './finder-dialog.tsx';
import { isFinderKey } from './finder-keys.ts';
import './finder.css';

/** In the head of every page of the desk: finds entries, sources and figures from anywhere, by click or by Ctrl-K. */
export function Finder() {
  const { user } = useAuth();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isIn = Boolean(user);

  useEffect(() => {
    if (!isIn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      // In a text Ctrl-K is the editor's own, which makes a link of what is selected.
      if (event.defaultPrevented || !isFinderKey(event) || isInRichText(event.target)) return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [isIn]);

  if (!isIn) return null;
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="finder-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
          <path
            d="M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm4 9.5L17 17"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
        <span className="finder-button__word">Find</span>
        <kbd className="finder-button__key" aria-hidden="true">
          Ctrl K
        </kbd>
      </button>
      {isOpen && <FinderDialog close={close} />}
    </>
  );
}

const isInRichText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[contenteditable="true"]') !== null;
