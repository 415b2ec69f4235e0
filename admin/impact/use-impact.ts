'use client';
import { useEffect, useState } from 'react';
import type { Impact, TouchedEntry } from '../../editorial/impact/read-impact.ts';
import { ask } from '../change-sets/ask.ts';
import type { Refusal } from '../workflow/problem.ts';

export const keyOf = ({ collection, id }: Pick<TouchedEntry, 'collection' | 'id'>): string => `${collection}/${id}`;

export interface ImpactState {
  impact: Impact | null;
  refusal: Refusal | null;
}

/** What a change touches, page by page. */
export function useImpact(url: string): ImpactState & { more: () => Promise<void> } {
  const [state, setState] = useState<ImpactState>({ impact: null, refusal: null });
  useEffect(() => {
    void ask<Impact>(url).then((asked) => {
      setState('answer' in asked ? { impact: asked.answer, refusal: null } : { impact: null, refusal: asked.refusal });
    });
  }, [url]);
  const more = async () => {
    const { impact } = state;
    const from = impact?.next ?? null;
    if (!impact || from === null) return;
    const asked = await ask<Impact>(`${url}?from=${from}`);
    if ('refusal' in asked) setState({ impact, refusal: asked.refusal });
    else
      setState({ impact: { ...asked.answer, entries: [...impact.entries, ...asked.answer.entries] }, refusal: null });
  };
  return { ...state, more };
}
