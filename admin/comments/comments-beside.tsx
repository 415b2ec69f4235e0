'use client';
import { useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { anchorsOfPath, type FieldWords } from '../workflow/fields.ts';
import type { ReviewStore } from '../workflow/review-store.ts';
import { counted } from '../workflow/words.ts';
import { CommentsPanel } from './comments-panel.tsx';
import { showWords } from './show-words.ts';
import type { SelectedWords } from './selected-words.ts';
import { useSelectedWords } from './use-selected-words.ts';
import './comments.css';

interface CommentsBesideProps {
  sheet: ReviewSheet;
  store: ReviewStore;
  fields: readonly FieldWords[];
}

/** Where the fields of an entry are on the page of its form. */
const FORM = '.document-fields, .collection-edit';

/** The button that opens the comments beside the form, and a shorter way to them from chosen words. */
export function CommentsBeside({ sheet, store, fields }: CommentsBesideProps) {
  const { id, collectionSlug = '' } = useDocumentInfo();
  const { config } = useConfig();
  const modified = useFormModified();
  const router = useRouter();
  const opener = useRef<HTMLButtonElement>(null);
  // A link from a notice names a thread.
  const [isOpen, setIsOpen] = useState(() => window.location.hash.startsWith('#comment-'));
  const [words, setWords] = useState<SelectedWords | null>(null);
  const chosen = useSelectedWords(FORM);
  const open = (about: SelectedWords | null) => {
    setWords(about);
    setIsOpen(true);
  };
  const close = () => {
    setIsOpen(false);
    setWords(null);
    opener.current?.focus();
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyM') return;
      event.preventDefault();
      open(chosen?.words ?? null);
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [chosen]);

  return (
    <>
      <div className="comments-beside">
        <button
          ref={opener}
          type="button"
          className="comments-beside__open"
          aria-expanded={isOpen}
          aria-keyshortcuts="Control+Alt+M"
          onClick={() => {
            if (isOpen) close();
            else open(chosen?.words ?? null);
          }}
        >
          Comments ({sheet.openThreads})
        </button>
        {sheet.openMusts > 0 && (
          <span className="comments-beside__musts">
            {counted(sheet.openMusts, 'comment')} must be answered before approval
          </span>
        )}
      </div>
      {chosen && !isOpen && (
        <Floating
          {...chosen}
          onOpen={() => {
            open(chosen.words);
          }}
        />
      )}
      {chosen && isOpen && words?.exact !== chosen.words.exact && (
        <Floating
          {...chosen}
          onOpen={() => {
            setWords(chosen.words);
          }}
        />
      )}
      {isOpen && (
        <Beside title={`Comments: ${sheet.openThreads} open`} onClose={close}>
          <CommentsPanel
            entryUrl={`${config.routes.api}/${collectionSlug}/${String(id)}`}
            version={sheet.revision}
            words={words}
            onForgetWords={() => {
              setWords(null);
            }}
            applyWaits={modified ? 'Save first.' : null}
            onShow={({ anchor, quote }) => {
              const path = anchor && anchor.status !== 'orphaned' ? anchor.path : '';
              const element = anchorsOfPath(path, fields)
                .map((one) => document.getElementById(one))
                .find((one) => one !== null);
              const text = anchor?.status === 'changed' ? anchor.text : quote?.exact;
              if (element && text) showWords(element, text);
            }}
            onSaid={(act) => {
              void store.load({ form: act === 'apply' && !modified ? 'current' : 'as-before' });
              if (act === 'apply' && !modified) router.refresh();
            }}
            autoFocus={words !== null}
          />
        </Beside>
      )}
    </>
  );
}

function Floating({ top, left, onOpen }: { top: number; left: number; onOpen: () => void }) {
  return createPortal(
    <button
      type="button"
      className="comments-beside__floating"
      style={{ top, left }}
      // The words stay chosen.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={onOpen}
    >
      Comment on selection
    </button>,
    document.body,
  );
}

/** Beside the form, not over it: what is commented on stays in sight and can be chosen. */
function Beside({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!document.activeElement?.closest('.comments-beside__panel')) heading.current?.focus();
  }, []);
  return createPortal(
    <aside
      className="comments-beside__panel"
      aria-labelledby="comments-beside-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="comments-beside__bar">
        <h2 id="comments-beside-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="workflow__link" onClick={onClose}>
          Close
        </button>
      </div>
      {children}
    </aside>,
    document.body,
  );
}
