'use client';
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import type { ThreadView } from '../../editorial/comments/comments-sheet.ts';
import { inGroups } from './comment-words.ts';
import { Composer } from './composer.tsx';
import type { SelectedWords } from './selected-words.ts';
import { ThreadCard } from './thread-card.tsx';
import { useComments } from './use-comments.ts';
import './comments.css';

export interface CommentsPanelProps {
  /** address of the entry in the API, e.g. `/api/causes/12` */
  entryUrl: string;
  /** the comments are read anew when it changes: the hash of the revision on screen */
  version: string;
  /** words chosen in the text beside; the composer speaks of them */
  words: SelectedWords | null;
  onForgetWords: () => void;
  /** leads to the passage of a thread; without it there is no way there */
  onShow?: (thread: ThreadView) => void;
  /** why suggested words cannot be put into the text now */
  applyWaits?: string | null;
  /** something was said; `apply`: the draft has another text now */
  onSaid?: (act: 'open' | 'replies' | 'resolve' | 'reopen' | 'apply') => void;
  /** the composer takes the focus when it comes */
  autoFocus?: boolean;
}

/** The comments of an entry, and a place to write one: for the form and for the review screen. */
export function CommentsPanel({
  entryUrl,
  version,
  words,
  onForgetWords,
  onShow,
  applyWaits = null,
  onSaid,
  autoFocus = false,
}: CommentsPanelProps) {
  const { store, comments } = useComments(entryUrl, version);
  const [done, setDone] = useState('');
  const { sheet, refusal } = comments;
  if (!sheet) {
    return refusal ? (
      <div role="alert" className="comments">
        <p>The comments could not be read. {refusal.message}</p>
        <Button type="button" size="small" margin={false} onClick={() => void store.load()}>
          Try again
        </Button>
      </div>
    ) : (
      <p role="status" className="comments">
        Reading the comments…
      </p>
    );
  }
  const { open, orphaned, done: ended } = inGroups(sheet.threads);
  const cards = (threads: readonly ThreadView[]) =>
    threads.map((thread) => (
      <ThreadCard
        key={thread.thread}
        thread={thread}
        store={store}
        people={sheet.people}
        applyWaits={applyWaits}
        onShow={onShow ?? null}
        onDone={(said, act) => {
          setDone(said);
          onSaid?.(act);
        }}
      />
    ));
  return (
    <div className="comments">
      <div role="status" className="comments__done">
        {done}
      </div>
      {open.length + orphaned.length === 0 && <p className="comments__none">No open comment.</p>}
      {cards(open)}
      {orphaned.length > 0 && (
        <section aria-label="On words that are gone">
          <h3 className="comments__group">On words that are gone</h3>
          {cards(orphaned)}
        </section>
      )}
      <Composer
        store={store}
        people={sheet.people}
        mayOpenMust={sheet.mayOpenMust}
        words={words}
        onForgetWords={onForgetWords}
        autoFocus={autoFocus}
        onDone={(said) => {
          setDone(said);
          onSaid?.('open');
        }}
      />
      {ended.length > 0 && (
        <details>
          <summary className="comments__group">
            {ended.length} resolved {ended.length === 1 ? 'comment' : 'comments'}
          </summary>
          {cards(ended)}
        </details>
      )}
    </div>
  );
}
