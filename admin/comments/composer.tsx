'use client';
import { Button } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { COMMENT_KINDS, type CommentKind } from '../../model/comment.ts';
import type { Refusal } from '../workflow/problem.ts';
import { KIND_WORDS } from './comment-words.ts';
import type { CommentsStore } from './comments-store.ts';
import { MentionBox } from './mention-box.tsx';
import { mentionedIn, type Colleague } from './mentions.ts';
import type { SelectedWords } from './selected-words.ts';

interface ComposerProps {
  store: CommentsStore;
  people: readonly Colleague[];
  mayOpenMust: boolean;
  /** what it is about; null: the whole entry */
  words: SelectedWords | null;
  onForgetWords: () => void;
  onDone: (said: string) => void;
  autoFocus: boolean;
}

/** Begins a thread, on chosen words or on the whole entry. */
export function Composer({ store, people, mayOpenMust, words, onForgetWords, onDone, autoFocus }: ComposerProps) {
  const id = useId();
  const [key, setKey] = useState(() => uuid());
  const [kind, setKind] = useState<CommentKind>('comment');
  const [body, setBody] = useState('');
  const [suggested, setSuggested] = useState<{ of: SelectedWords | null; text: string } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  // What was typed for other words is not meant for these.
  const replacement = suggested?.of === words ? suggested.text : null;
  const suggest = (text: string) => {
    setSuggested({ of: words, text });
  };
  const kinds = COMMENT_KINDS.filter((one) => (one === 'must' ? mayOpenMust : one === 'comment' || words !== null));
  const isSuggesting = words !== null && (kind === 'suggestion' || (kind === 'must' && replacement !== null));
  const isReady = body.trim() !== '' || kind === 'suggestion';

  const send = async () => {
    if (busy || !isReady) return;
    setBusy(true);
    const refused = await store.say({
      path: '',
      body: {
        ...{ key, kind: words === null && kind === 'suggestion' ? 'comment' : kind, body },
        mentions: mentionedIn(body, people),
        ...(words ? { anchor: words } : {}),
        ...(isSuggesting ? { replacement: replacement ?? words.exact } : {}),
      },
    });
    setBusy(false);
    setRefusal(refused);
    if (refused) return;
    setKey(uuid());
    setBody('');
    setSuggested(null);
    setKind('comment');
    onForgetWords();
    onDone('Your comment is saved.');
  };
  return (
    <section className="comments__composer" aria-label="New comment" aria-busy={busy}>
      {words ? (
        <p className="comments__on">
          On <q>{words.exact}</q>{' '}
          <button type="button" className="workflow__link" onClick={onForgetWords}>
            Not on these words
          </button>
        </p>
      ) : (
        <p className="comments__on">On the whole entry. To speak of a passage, select its words first.</p>
      )}
      {kinds.length > 1 && (
        <fieldset className="comments__kinds">
          <legend className="desk-unseen">Kind of comment</legend>
          {kinds.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`${id}-kind`}
                checked={kind === one}
                onChange={() => {
                  setKind(one);
                }}
              />
              <span>{KIND_WORDS[one].label}</span>
            </label>
          ))}
        </fieldset>
      )}
      <p className="comments__help">{KIND_WORDS[kind].help}</p>
      {isSuggesting && (
        <div className="comments__field">
          <label htmlFor={`${id}-words`}>Words to use instead</label>
          <textarea
            id={`${id}-words`}
            rows={2}
            maxLength={2000}
            value={replacement ?? words.exact}
            onChange={({ target }) => {
              suggest(target.value);
            }}
          />
        </div>
      )}
      {words && kind === 'must' && replacement === null && (
        <button
          type="button"
          className="workflow__link"
          onClick={() => {
            suggest(words.exact);
          }}
        >
          Suggest words too
        </button>
      )}
      <MentionBox
        label={isSuggesting && kind === 'suggestion' ? 'Why (optional)' : 'Comment'}
        value={body}
        people={people}
        onChange={setBody}
        onSend={() => void send()}
        autoFocus={autoFocus}
      />
      <div role="alert">{refusal && <p className="comments__refusal">{refusal.message}</p>}</div>
      <div className="comments__row">
        <Button type="button" size="small" margin={false} disabled={busy || !isReady} onClick={() => void send()}>
          {kind === 'suggestion' ? 'Suggest' : 'Comment'}
        </Button>
        <span className="comments__hint">
          <kbd>@</kbd> names a colleague, <kbd>Ctrl</kbd> <kbd>Enter</kbd> sends. Only the staff sees it.
        </span>
      </div>
    </section>
  );
}
