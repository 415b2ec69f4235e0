'use client';
import { useEffect, useState } from 'react';
import type { Effect } from '../../editorial/records/effect.ts';

/** Whom a release would concern; null while it is asked, and when it cannot be had. */
export function useEffectOfRelease(entryUrl: string): Effect | null {
  const [effect, setEffect] = useState<Effect | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    void fetch(`${entryUrl}/effect`, { credentials: 'same-origin', cache: 'no-store', signal })
      .then(async (response) => (response.ok ? ((await response.json()) as Effect) : null))
      .catch(() => null)
      .then((answer) => {
        if (answer && !signal.aborted) setEffect(answer);
      });
    return () => leaving.abort();
  }, [entryUrl]);
  return effect;
}
