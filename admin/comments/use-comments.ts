'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { askComments } from './ask-comments.ts';
import { createCommentsStore, NO_COMMENTS, type Comments, type CommentsStore } from './comments-store.ts';

/**
 * The comments of an entry by its address in the API (`/api/causes/12`), for whatever shows them on a page: read when
 * the first of it comes, when `version` changes, and when the person comes back to the page.
 */
export function useComments(entryUrl: string, version: string): { store: CommentsStore; comments: Comments } {
  const store = storeOf(entryUrl);
  const comments = useSyncExternalStore(store.subscribe, store.get, () => NO_COMMENTS);
  useEffect(() => {
    void store.load();
  }, [store, version]);
  useEffect(() => {
    const comeBack = () => void store.load();
    window.addEventListener('focus', comeBack);
    return () => window.removeEventListener('focus', comeBack);
  }, [store]);
  return { store, comments };
}

/** The same for what stands beside whatever reads them. */
export function useCommentsRead(entryUrl: string): Comments {
  const store = storeOf(entryUrl);
  return useSyncExternalStore(store.subscribe, store.get, () => NO_COMMENTS);
}

const stores = new Map<string, CommentsStore>();

function storeOf(entryUrl: string): CommentsStore {
  const known = stores.get(entryUrl) ?? createCommentsStore(askComments(entryUrl));
  stores.set(entryUrl, known);
  return known;
}
