'use client';
import { useSyncExternalStore } from 'react';
import type { Keep } from './unsaved-words.ts';

const listeners = new Set<() => void>();

/** What the browser keeps for the site; null where it keeps nothing. */
export function browserKeep(): Keep | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/** The text that is kept under a key, drawn anew when `told`. */
export const useKept = (key: string): string | null =>
  useSyncExternalStore(
    subscribe,
    () => browserKeep()?.getItem(key) ?? null,
    () => null,
  );

/** Something was kept or forgotten in this tab. */
export const told = (): void => {
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
