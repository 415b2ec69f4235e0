'use client';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * Text that was typed and not sent: it survives a reload of this tab, and no other tab sees it. A tab outlives a login:
 * the key names the account, so that no other person sees it either.
 */
export function useTyped(key: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => '',
  );
  const set = useCallback(
    (next: string) => {
      write(key, next);
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [text, set];
}

const listeners = new Set<() => void>();
/** For browsers that keep nothing. */
const kept = new Map<string, string>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return kept.get(key) ?? '';
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    kept.set(key, text);
  }
}
