'use client';
import { Link } from '@payloadcms/ui';
import { useEffect, useId, useRef } from 'react';
import type { Effect } from '../../editorial/records/effect.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { RefusalNote, type DialogProps } from '../workflow/dialogs/verb-dialog.tsx';
import type { FieldWords } from '../workflow/fields.ts';
import { verbLabel } from '../workflow/standing.ts';
import { DIALOG_OF } from '../workflow/verb-dialogs.tsx';
import { counted } from '../workflow/words.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { BlockedButton } from './blocked-button.tsx';
import { RequestDialog } from './request-dialog.tsx';
import type { Asking, Decision } from './use-decision.ts';
import type { Ticking } from './use-settings.ts';

interface DecisionBarProps {
  sheet: ReviewSheet;
  fields: readonly FieldWords[];
  ticking: Ticking;
  decision: Decision;
  effect: Effect | null;
  onHelp: () => void;
}

/** Limit of the verbs */
const MAX_COMMENT = 4000;

/** The decision: always in sight, with the reason beside what is blocked. */
export function DecisionBar(props: DecisionBarProps) {
  const { sheet, fields, ticking, decision, onHelp } = props;
  const ids = useId();
  const { comment, setComment, commentField, ask, refusal, asking, done, next } = decision;
  const result = useRef<HTMLDivElement>(null);
  // The button that was pressed may be gone by now.
  useEffect(() => {
    if (done && !asking) result.current?.focus();
  }, [done, asking]);

  const isUnderReview = sheet.state === 'in-review';
  const unread = sheet.changes.filter(
    ({ weight, key }) => weight === 'safety' && !ticking.ticks.looked.includes(key),
  ).length;
  const blocks = {
    approve: decision.blockOf('approve'),
    release: decision.blockOf('approve-and-release'),
    request: decision.blockOf('request-changes'),
  };
  const others = sheet.allowedVerbs.filter((verb) => verb !== 'approve' && verb !== 'request-changes');
  return (
    <div className="review-decision" role="group" aria-label="Decision">
      <div ref={result} tabIndex={-1} role="status" className="review-done">
        {done && (
          <>
            <p>{done}</p>
            {next ? (
              <p>
                Next for you: <Link href={next.url}>{next.title}</Link>
              </p>
            ) : null}
          </>
        )}
      </div>
      <div role="alert">{refusal && !asking && <RefusalNote refusal={refusal} fields={fields} />}</div>
      {isUnderReview && (
        <>
          <label htmlFor={`${ids}-comment`}>Comment, needed to request changes</label>
          <textarea
            id={`${ids}-comment`}
            ref={commentField}
            rows={1}
            maxLength={MAX_COMMENT}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
          />
          <div className="review-acts">
            <BlockedButton isMain because={blocks.approve} reasonId={`${ids}-approve`} onPress={() => ask('approve')}>
              Approve <kbd>A</kbd>
            </BlockedButton>
            <BlockedButton
              because={blocks.request}
              reasonId={`${ids}-request`}
              onPress={() => ask('request-changes')}
              onBlocked={decision.focusComment}
            >
              Request changes <kbd>R</kbd>
            </BlockedButton>
            <BlockedButton
              because={blocks.approve ?? blocks.release}
              reasonId={blocks.approve ? `${ids}-approve` : `${ids}-release`}
              onPress={() => ask('approve-and-release')}
            >
              Approve and release <kbd>⇧A</kbd>
            </BlockedButton>
          </div>
        </>
      )}
      <div className="review-quiet">
        {isUnderReview && blocks.approve && <p id={`${ids}-approve`}>{blocks.approve}</p>}
        {isUnderReview && blocks.release && !blocks.approve && <p id={`${ids}-release`}>{blocks.release}</p>}
        {isUnderReview && blocks.request && blocks.request !== blocks.approve && (
          <p id={`${ids}-request`} className="desk-unseen">
            {blocks.request}
          </p>
        )}
        {isUnderReview && unread > 0 && !blocks.approve && (
          <p>{counted(unread, 'safety change')} not looked at yet: you are asked for each.</p>
        )}
      </div>
      <div className="review-others">
        {others.length > 0 && (
          <details open={!isUnderReview}>
            <summary>{isUnderReview ? 'Other acts' : 'What you can do'}</summary>
            <div>
              {others.map((verb) => (
                <button
                  key={verb}
                  type="button"
                  className="review-button review-button--small"
                  disabled={decision.busy}
                  onClick={() => (DIALOG_OF[verb] ? ask(verb) : decision.take(verb, { revision: sheet.revision }))}
                >
                  {verbLabel(verb, sheet)}
                </button>
              ))}
            </div>
          </details>
        )}
        <button type="button" className="review-button review-button--small" onClick={onHelp}>
          All keys <kbd>?</kbd>
        </button>
      </div>
      {asking && <Question key={asking} asking={asking} {...props} />}
    </div>
  );
}

function Question({ asking, sheet, fields, ticking, decision, effect }: DecisionBarProps & { asking: Asking }) {
  const verb = asking === 'approve-and-release' ? 'approve' : asking;
  const shell: DialogProps = {
    sheet,
    fields,
    busy: decision.busy,
    refusal: decision.refusal,
    onTake: (body) => decision.take(verb, body),
    onClose: decision.close,
  };
  if (verb === 'approve')
    return (
      <ApproveDialog
        {...shell}
        release={asking === 'approve-and-release'}
        ticks={ticking.ticks}
        comment={decision.comment}
        readers={effect?.readers ?? null}
        onLook={ticking.look}
      />
    );
  if (verb === 'request-changes') return <RequestDialog {...shell} comment={decision.comment} />;
  const Dialog = DIALOG_OF[verb];
  return Dialog ? <Dialog {...shell} /> : null;
}
