'use client';
import { useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { askReview } from '../workflow/ask-review.ts';
import { selectedWords, type SelectedWords } from '../comments/selected-words.ts';
import type { FieldWords } from '../workflow/fields.ts';
import { createReviewStore, EMPTY_REVIEW } from '../workflow/review-store.ts';
import { StateBadge } from '../workflow/state-badge.tsx';
import { useReview } from '../workflow/use-review.ts';
import { stepFrom } from './by-weight.ts';
import { changeId } from './change-list.tsx';
import { whoElse } from './decision.ts';
import { HelpDialog } from './help-dialog.tsx';
import type { Key } from './keys.ts';
import { channelsOf, queryOf, type Look } from './look.ts';
import { PreviewPane } from './preview-pane.tsx';
import { ReviewSide } from './review-side.tsx';
import { TextInstead } from './text-instead.tsx';
import type { Ticks } from './ticks.ts';
import { useDecision } from './use-decision.ts';
import { useEffectOfRelease } from './use-effect-of-release.ts';
import { useKeys } from './use-keys.ts';
import { usePreviews } from './use-previews.ts';
import { useKeysOff, useTicks } from './use-settings.ts';

export interface ReviewScreenProps {
  collection: string;
  /** database id */
  id: string;
  title: string;
  /** how the entry stood when the page was made */
  sheet: ReviewSheet;
  ticks: Ticks;
  keysOff: boolean;
  look: Look;
  /** the change that the address names */
  chosen: number | null;
  admin: string;
  api: string;
  /** whoever looks */
  account: string;
}

/** How often it is asked whether somebody saved meanwhile, while the page is seen. */
const LOOK_AGAIN_MS = 20_000;

/** Left what a reader will get; right what changed, what blocks, and the decision. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { collection, id, title, sheet: first, admin, api, account } = props;
  const entryUrl = `${api}/${collection}/${id}`;
  const { getEntityConfig } = useConfig();
  const fields: readonly FieldWords[] = getEntityConfig({ collectionSlug: collection }).fields;
  const [store] = useState(() => createReviewStore(askReview(entryUrl), { ...EMPTY_REVIEW, sheet: first }));
  const current = useReview(store).sheet ?? first;
  const [shown, setShown] = useState(first);
  const isStale = current.revision !== shown.revision;
  // Of the same words the newest standing: somebody else may have approved.
  const sheet = isStale ? shown : current;

  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') void store.load({ form: 'as-before' });
    };
    const timer = setInterval(again, LOOK_AGAIN_MS);
    window.addEventListener('focus', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', again);
    };
  }, [store]);

  const [look, setLook] = useState(props.look);
  const [chosen, setChosen] = useState(props.chosen);
  const [frame, setFrame] = useState<Document | null>(null);
  const [help, setHelp] = useState(false);
  const [words, setWords] = useState<SelectedWords | null>(null);
  const offers = usePreviews(entryUrl, sheet.revision);
  const effect = useEffectOfRelease(entryUrl);
  const [keysOff, setKeysOff] = useKeysOff(props.keysOff);
  const ticking = useTicks(sheet, props.ticks);
  const decision = useDecision({ store, sheet, isStale, account, api, admin });

  useEffect(() => {
    window.history.replaceState(
      window.history.state,
      '',
      `${window.location.pathname}${queryOf(look, chosen)}${window.location.hash}`,
    );
  }, [look, chosen]);

  const choose = useCallback((number: number | null) => {
    setChosen(number);
    if (number === null) return;
    // The list has drawn the change as chosen, and opened its group, by then.
    requestAnimationFrame(() => document.getElementById(changeId(number))?.scrollIntoView({ block: 'nearest' }));
  }, []);
  const comment = () => {
    setWords(frame && selectedWords(frame, frame.body));
    requestAnimationFrame(() => {
      const comments = document.getElementById('review-comments');
      comments?.scrollIntoView({ block: 'nearest' });
      (comments?.querySelector<HTMLElement>('textarea') ?? comments)?.focus({ preventScroll: true });
    });
  };
  const step = (by: 1 | -1) => choose(stepFrom(sheet.changes, chosen, by));
  const change = useMemo(() => sheet.changes.find(({ number }) => number === chosen), [sheet, chosen]);
  const turn = (next: Partial<Look>) => setLook((before) => ({ ...before, ...next }));
  const has = (channel: Look['channel']) => typeof offers !== 'string' && channelsOf(offers).includes(channel);

  useKeys(keysOff, frame, (key: Key) => {
    switch (key) {
      case 'j':
        return step(1);
      case 'k':
        return step(-1);
      case 'x':
        return change && ticking.look(change.key);
      case 'a':
        return decision.ask('approve');
      case 'A':
        return decision.ask('approve-and-release');
      case 'r':
        return decision.ask('request-changes');
      case 'c':
        return comment();
      case '1':
        return has('page') && turn({ channel: 'page' });
      case '2':
        return (
          has('mail') && turn({ channel: 'mail', lesson: look.channel === 'mail' ? look.lesson + 1 : look.lesson })
        );
      case '3':
        return has('feed') && turn({ channel: 'feed' });
      case 'p':
        return turn({ phone: !look.phone });
      case 'm':
        return turn({ marks: !look.marks });
      case '?':
        return setHelp(true);
    }
  });

  return (
    <div className="review" ref={fitBelow}>
      <header className="review-head">
        <h1>{title}</h1>
        <StateBadge state={sheet.state} />
        <p>{whoElse(sheet)}</p>
        <a href={`${admin}/collections/${collection}/${id}`}>Open the form</a>
      </header>
      {isStale && (
        <div className="review-stale" role="alert">
          <p>
            <strong>The words have changed</strong> since you opened them. Decisions wait until you have the new ones;
            your ticks stay where nothing changed.
          </p>
          <button type="button" className="review-button" onClick={() => setShown(current)}>
            Show the new words
          </button>
        </div>
      )}
      <div className="review-panes">
        <PreviewPane
          offers={offers}
          look={look}
          onLook={turn}
          revision={sheet.revision}
          liveVersion={sheet.live?.version ?? null}
          chosen={chosen}
          count={sheet.changes.length}
          onChoose={choose}
          onStep={step}
          onFrame={setFrame}
          instead={<TextInstead sheet={sheet} fields={fields} />}
        />
        <ReviewSide
          sheet={sheet}
          fields={fields}
          entryUrl={entryUrl}
          formUrl={`${admin}/collections/${collection}/${id}`}
          ticking={ticking}
          chosen={chosen}
          onChoose={choose}
          decision={decision}
          effect={effect}
          offers={offers}
          words={words}
          onForgetWords={() => setWords(null)}
          onSaid={() => void store.load({ form: 'as-before' })}
          onHelp={() => setHelp(true)}
        />
      </div>
      {help && <HelpDialog off={keysOff} onOff={setKeysOff} onClose={() => setHelp(false)} />}
    </div>
  );
}

/** Tells the styles how much stands above the screen: Payload's head, the bar of a demonstration. */
function fitBelow(screen: HTMLElement | null): void {
  screen?.style.setProperty('--review-top', `${screen.getBoundingClientRect().top + window.scrollY}px`);
}
