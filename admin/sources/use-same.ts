'use client';
import { useEffect, useState } from 'react';
import type { Same } from '../../model/source-identity.ts';
import { ask } from '../change-sets/ask.ts';

const WAIT_MS = 400;

/** Others that seem to be the same as what a form holds, asked when nobody types for a moment. */
export function useSame(url: string | null): Same[] {
  const [answered, setAnswered] = useState<{ url: string; same: Same[] } | null>(null);
  useEffect(() => {
    if (url === null) return undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      void ask<{ same: Same[] }>(url).then((asked) => {
        if (!isOver && 'answer' in asked) setAnswered({ url, same: asked.answer.same });
      });
    }, WAIT_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [url]);
  return url !== null && answered?.url === url ? answered.same : [];
}
