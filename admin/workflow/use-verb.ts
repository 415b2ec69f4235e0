'use client';
import { useAuth, useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import type { Verb } from '../../model/lifecycle.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { giveUpLock } from './own-lock.ts';
import type { Refusal } from './problem.ts';
import type { ReviewStore } from './review-store.ts';
import { resultOf } from './standing.ts';

export interface TakingVerbs {
  busy: boolean;
  /** why the last verb was refused */
  refusal: Refusal | null;
  /** what the last verb came to, in words; empty when there is nothing to say */
  done: string;
  /** `sheet` is what the person had before their eyes; `outdated` means that they must look again. */
  take: (verb: Verb, sheet: ReviewSheet, body: Record<string, unknown>) => Promise<'taken' | 'refused' | 'outdated'>;
  forget: () => void;
}

/** Takes verbs and keeps the form beside them in step. */
export function useVerb(store: ReviewStore): TakingVerbs {
  const router = useRouter();
  const modified = useFormModified();
  const handOver = useHandOver();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState('');
  const forget = () => {
    setRefusal(null);
    setDone('');
  };
  // What is typed but not saved must survive a withdrawal.
  const refreshForm = () => (modified ? undefined : router.refresh());

  const take: TakingVerbs['take'] = async (verb, sheet, body) => {
    forget();
    setBusy(true);
    const answer = await store.take(verb, body);
    setBusy(false);
    if ('sheet' in answer) {
      setDone(resultOf(verb, sheet, answer.sheet));
      if (!modified) await handOver();
      refreshForm();
      return 'taken';
    }
    setRefusal(answer.refusal);
    if (!OUTDATED.includes(answer.refusal.code)) return 'refused';
    void store.load({ form: modified ? 'as-before' : 'current' });
    refreshForm();
    return 'outdated';
  };
  return { busy, refusal, done, take, forget };
}

/**
 * Gives up the lock that typing took, on this page or on one that was left since: whoever acts next should not be
 * told that the entry is being edited.
 */
function useHandOver(): () => Promise<void> {
  const { id, collectionSlug, currentEditor, setDocumentIsLocked } = useDocumentInfo();
  const { config } = useConfig();
  const { user } = useAuth();
  return async () => {
    if (id === undefined || !collectionSlug || !user) return;
    await giveUpLock(config.routes.api, { collection: collectionSlug, id, user: user.id });
    const holder = idOf(currentEditor);
    if (holder === undefined || holder === user.id) setDocumentIsLocked?.(false);
  };
}

/** Payload gives the account, or its id, or nothing. */
const idOf = (editor: unknown): unknown =>
  typeof editor === 'object' && editor !== null && 'id' in editor ? editor.id : (editor ?? undefined);

const OUTDATED: readonly Refusal['code'][] = ['stale-revision', 'wrong-state', 'already-released'];
