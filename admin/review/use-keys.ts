'use client';
import { useEffect, useEffectEvent } from 'react';
import { isField, keyOf, type Key } from './keys.ts';

/**
 * Calls `act` for the keys of the screen, in the page and in `frame`, whose keys rise no further. Never inside fields,
 * nor while a dialog is open.
 */
export function useKeys(off: boolean, frame: Document | null, act: (key: Key) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isField(event.target as Element | null)) return;
    if (document.querySelector('dialog[open]')) return;
    const key = keyOf(event);
    if (!key) return;
    event.preventDefault();
    act(key);
  });
  useEffect(() => {
    if (off) return undefined;
    const listen = (event: KeyboardEvent) => onKey(event);
    const places = frame ? [document, frame] : [document];
    for (const place of places) place.addEventListener('keydown', listen);
    return () => {
      for (const place of places) place.removeEventListener('keydown', listen);
    };
  }, [off, frame]);
}
