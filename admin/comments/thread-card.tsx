'use client';
import { useId, useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { ThreadView } from '../../editorial/comments/comments-sheet.ts';
import { formatMoment } from '../workflow/dates.ts';
import type { Refusal } from '../workflow/problem.ts';
import { COMMENT_EVENT_WORDS, initialsOf, stateWords, wordsNow } from './comment-words.ts';
import type { CommentsStore } from './comments-store.ts';
import { MentionBox } from './mention-box.tsx';
import { mentionedIn, type Colleague } from './mentions.ts';

type Act = 'replies' | 'resolve' | 'reopen' | 'apply';

interface ThreadCardProps {
  thread: ThreadView;
  store: CommentsStore;
  people: readonly Colleague[];
  /** why nothing may be put into the text now, e.g. because the form is not saved */
  applyWaits: string | null;
  onShow: ((thread: ThreadView) => void) | null;
  onDone: (said: string, act: Act) => void;
}

/** One thread: the words it hangs on, what was said, and what this person may do. */
export function ThreadCard({ thread, store, people, applyWaits, onShow, onDone }: ThreadCardProps) {
  const headingId = useId();
  const [saying, setSaying] = useState<{ act: 'replies' | 'resolve'; key: string; body: string } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const { quote, kind, isOpen, replacement, refusals } = thread;
  const changed = wordsNow(thread);

  const act = async (name: Act, said: { key: string; body: string }) => {
    if (busy) return;
    setBusy(true);
    const mentions = name === 'replies' ? { mentions: mentionedIn(said.body, people) } : {};
    const refused = await store.say({ path: `/${thread.thread}/${name}`, body: { ...said, ...mentions } });
    setBusy(false);
    setRefusal(refused);
    if (refused) return;
    setSaying(null);
    onDone(name === 'apply' && kind === 'must' ? APPLIED_MUST : DONE[name], name);
  };
  const at = (name: 'reopen' | 'apply' | 'resolve') => () => void act(name, { key: uuid(), body: '' });
  const ask = (name: 'replies' | 'resolve') => () => {
    setRefusal(null);
    setSaying({ act: name, key: uuid(), body: '' });
  };
  return (
    <article
      id={`comment-${thread.thread}`}
      className={`comments__thread comments__thread--${isOpen ? kind : 'done'}`}
      aria-labelledby={headingId}
      aria-busy={busy}
      tabIndex={-1}
    >
      <h3 id={headingId} className="comments__head">
        <span className={`comments__kind comments__kind--${kind}`}>{stateWords(thread)}</span>{' '}
        {quote ? (
          <>
            On <q>{quote.exact}</q> <span className="comments__where">{quote.label}</span>
          </>
        ) : (
          'On the whole entry'
        )}
      </h3>
      {changed && <p className="comments__changed">{changed}</p>}
      {replacement !== null && (
        <p className="comments__suggestion">
          <del>{quote?.exact}</del> {replacement === '' ? <em>without these words</em> : <ins>{replacement}</ins>}
        </p>
      )}
      <ol className="comments__lines">
        {thread.lines.map((line) => (
          <li key={line.key}>
            <span className="comments__avatar" aria-hidden="true">
              {initialsOf(line.by)}
            </span>
            <div>
              <p className="comments__by">
                <strong>{line.by}</strong>
                {line.event === 'opened' || line.event === 'replied' ? '' : ` ${COMMENT_EVENT_WORDS[line.event]}`}
                {', '}
                <time dateTime={line.at}>{formatMoment(line.at)}</time>
              </p>
              {line.body && <p className="comments__body">{line.body}</p>}
            </div>
          </li>
        ))}
      </ol>
      {saying && (
        <MentionBox
          label={saying.act === 'replies' ? 'Reply' : 'Why it can be called done'}
          value={saying.body}
          people={people}
          rows={2}
          autoFocus
          onChange={(body) => {
            setSaying({ ...saying, body });
          }}
          onSend={() => void act(saying.act, saying)}
        />
      )}
      <div role="alert">{refusal && <p className="comments__refusal">{refusal.message}</p>}</div>
      <div className="comments__acts">
        {saying ? (
          <>
            <Act
              label={saying.act === 'replies' ? 'Send reply' : 'Resolve'}
              onTake={() => void act(saying.act, saying)}
            />
            <Act
              label="Cancel"
              onTake={() => {
                setSaying(null);
              }}
            />
          </>
        ) : (
          <>
            <Act label="Reply" onTake={ask('replies')} />
            {isOpen && replacement !== null && (
              <Act
                label={kind === 'must' ? 'Apply, leave open' : 'Apply'}
                refused={refusals.apply ?? applyWaits ?? undefined}
                onTake={at('apply')}
              />
            )}
            {isOpen && (
              <Act
                label="Resolve"
                refused={refusals.resolve}
                onTake={thread.needsReason ? ask('resolve') : at('resolve')}
              />
            )}
            {!isOpen && <Act label="Open again" refused={refusals.reopen} onTake={at('reopen')} />}
            {onShow && quote && (
              <Act
                label="Show in text"
                onTake={() => {
                  onShow(thread);
                }}
              />
            )}
          </>
        )}
      </div>
    </article>
  );
}

const DONE: Record<Act, string> = {
  replies: 'Your reply is saved.',
  resolve: 'Resolved.',
  reopen: 'Open again.',
  apply: 'The suggested words stand in the draft.',
};

const APPLIED_MUST = 'The suggested words stand in the draft. The comment stays open until its author calls it done.';

/** A refused act stays within reach, with its reason. */
function Act({ label, refused, onTake }: { label: string; refused?: string | undefined; onTake: () => void }) {
  const id = useId();
  if (refused === undefined) {
    return (
      <button type="button" className="workflow__link" onClick={onTake}>
        {label}
      </button>
    );
  }
  return (
    <span className="comments__refused">
      <button type="button" className="workflow__link" aria-disabled="true" aria-describedby={id}>
        {label}
      </button>{' '}
      <span id={id}>{refused}</span>
    </span>
  );
}
