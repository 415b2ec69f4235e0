'use client';
import { useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useSyncExternalStore } from 'react';
import { askReview } from './ask-review.ts';
import { createReviewStore, EMPTY_REVIEW, type Review, type ReviewStore } from './review-store.ts';

/** The store of the entry in the form around; null while it was never saved. Badge and bar share it. */
export function useReviewStore(): ReviewStore | null {
  const { id, collectionSlug } = useDocumentInfo();
  const { config } = useConfig();
  return id === undefined || !collectionSlug ? null : storeOf(`${config.routes.api}/${collectionSlug}/${id}`);
}

export const useReview = (store: ReviewStore | null): Review =>
  useSyncExternalStore(store?.subscribe ?? noSubscription, store?.get ?? emptyReview, emptyReview);

/** Keeps the sheet in step: when the form opens, after each save, and when the person comes back to the page. */
export function useFreshReview(store: ReviewStore | null): void {
  const { data } = useDocumentInfo();
  const savedAt: unknown = data?.updatedAt;
  useEffect(() => {
    void store?.load({ form: 'current' });
  }, [store, savedAt]);
  useEffect(() => {
    const comeBack = () => {
      if (document.visibilityState === 'visible') void store?.load({ form: 'as-before' });
    };
    window.addEventListener('focus', comeBack);
    return () => window.removeEventListener('focus', comeBack);
  }, [store]);
}

const stores = new Map<string, ReviewStore>();

function storeOf(entryUrl: string): ReviewStore {
  const known = stores.get(entryUrl);
  if (known) return known;
  const store = createReviewStore(askReview(entryUrl));
  stores.set(entryUrl, store);
  return store;
}

const noSubscription = () => () => undefined;
const emptyReview = () => EMPTY_REVIEW;
