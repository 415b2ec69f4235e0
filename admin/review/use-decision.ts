'use client';
import { useCallback, useRef, useState, type RefObject } from 'react';
import type { Verb } from '../../model/lifecycle.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import type { Refusal } from '../workflow/problem.ts';
import type { ReviewStore } from '../workflow/review-store.ts';
import { resultOf } from '../workflow/standing.ts';
import { blockOf, type Act } from './decision.ts';
import { askNextEntry, type NextEntry } from './next-entry.ts';
import { reviewPath } from './review-path.ts';
import { useTyped } from './use-typed.ts';

/** What is being asked before it happens. */
export type Asking = Act | Exclude<Verb, 'approve' | 'request-changes'>;

export interface Decision {
  comment: string;
  setComment: (text: string) => void;
  commentField: RefObject<HTMLTextAreaElement | null>;
  focusComment: () => void;
  /** why it cannot be done now; null when it can */
  blockOf: (act: Act) => string | null;
  asking: Asking | null;
  /** Opens the question of an act; of a blocked one it opens nothing. */
  ask: (what: Asking) => void;
  close: () => void;
  busy: boolean;
  refusal: Refusal | null;
  /** what the last verb came to */
  done: string;
  /** what waits for this person next: asked when a verb was taken */
  next: (NextEntry & { url: string }) | null;
  take: (verb: Verb, body: Record<string, unknown>) => void;
}

interface Deciding {
  store: ReviewStore;
  sheet: ReviewSheet;
  isStale: boolean;
  account: string;
  api: string;
  admin: string;
}

const COMMENT_MISSING = 'Write what should change: a request needs a comment.';

/** The decision on what is shown: what is typed, what is asked, what came of it. */
export function useDecision({ store, sheet, isStale, account, api, admin }: Deciding): Decision {
  const [comment, setComment] = useTyped(`review-comment-${account}-${sheet.uid}`);
  const commentField = useRef<HTMLTextAreaElement>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState('');
  const [next, setNext] = useState<Decision['next']>(null);
  const focusComment = useCallback(() => commentField.current?.focus(), []);

  const block = (act: Act): string | null =>
    blockOf(act, sheet, { isStale }) ?? (act === 'request-changes' && comment.trim() === '' ? COMMENT_MISSING : null);

  const findNext = async () => {
    const get = (url: string) => fetch(url, { credentials: 'same-origin', cache: 'no-store' });
    const found = await askNextEntry(api, { account, except: sheet.uid }, get);
    setNext(found && { ...found, url: reviewPath(admin, found.collection, found.id) });
  };

  const taking = async (verb: Verb, body: Record<string, unknown>) => {
    setBusy(true);
    setRefusal(null);
    const answer = await store.take(verb, body);
    setBusy(false);
    if ('refusal' in answer) {
      setRefusal(answer.refusal);
      // Somebody was faster: what is typed stays, and the screen shows how it stands now.
      if (OUTDATED.includes(answer.refusal.code)) {
        setAsking(null);
        void store.load({ form: 'as-before' });
      }
      return;
    }
    setAsking(null);
    setDone(resultOf(verb, sheet, answer.sheet));
    if (verb === 'approve' || verb === 'request-changes') {
      setComment('');
      void findNext();
    }
  };

  return {
    comment,
    setComment,
    commentField,
    focusComment,
    blockOf: block,
    asking,
    ask: (what) => {
      setRefusal(null);
      setDone('');
      if (what === 'approve' || what === 'approve-and-release' || what === 'request-changes') {
        if (block(what) === null) setAsking(what);
        else if (what === 'request-changes') focusComment();
        return;
      }
      if (!isStale) setAsking(what);
    },
    close: () => {
      setAsking(null);
      setRefusal(null);
    },
    busy,
    refusal,
    done,
    next,
    take: (verb, body) => void taking(verb, body),
  };
}

const OUTDATED: readonly Refusal['code'][] = ['stale-revision', 'wrong-state', 'already-released'];
