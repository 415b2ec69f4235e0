'use client';
import { useEffect, useState } from 'react';
import type { Found } from '../../model/finder.ts';
import { ask } from '../change-sets/ask.ts';

const WAIT_MS = 120;

interface Answered {
  question: string;
  found: Found[];
  refusal: string | null;
}

/** What the finder answers to the question, asked when nobody types for a moment; the last answer until then. */
export function useFound(url: string, question: string): Omit<Answered, 'question'> & { isAsking: boolean } {
  const [answered, setAnswered] = useState<Answered | null>(null);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(
      () => {
        void ask<{ found: Found[] }>(`${url}?q=${encodeURIComponent(question)}`).then((asked) => {
          // An answer that comes late is of a question that nobody asks any more.
          if (isOver) return;
          const found = 'answer' in asked ? asked.answer.found : [];
          setAnswered({ question, found, refusal: 'refusal' in asked ? asked.refusal.message : null });
        });
      },
      question === '' ? 0 : WAIT_MS,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [url, question]);
  return {
    found: answered?.found ?? [],
    refusal: answered?.refusal ?? null,
    isAsking: answered?.question !== question,
  };
}
