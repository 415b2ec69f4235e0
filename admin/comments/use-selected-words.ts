'use client';
import { useEffect, useState } from 'react';
import { selectedWords, type SelectedWords } from './selected-words.ts';

/** Words chosen on the page, and where on the screen they are. */
export interface Chosen {
  words: SelectedWords;
  top: number;
  left: number;
}

/** What is chosen below an element of the page (a CSS selector) now; null when nothing is. */
export function useSelectedWords(within: string): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const root = document.querySelector(within);
      const words = root && selectedWords(document, root);
      setChosen(words ? { words, ...placeOf() } : null);
    };
    // While somebody still draws the mouse over words nothing flickers.
    const soon = () => {
      clearTimeout(due);
      due = setTimeout(look, 200);
    };
    document.addEventListener('selectionchange', soon);
    window.addEventListener('scroll', soon, { passive: true, capture: true });
    return () => {
      clearTimeout(due);
      document.removeEventListener('selectionchange', soon);
      window.removeEventListener('scroll', soon, { capture: true });
    };
  }, [within]);
  return chosen;
}

/** Below the last line of what is chosen, within the window. */
function placeOf(): { top: number; left: number } {
  const active = document.activeElement;
  const isInput = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  const selection = document.getSelection();
  const box =
    isInput || !selection || selection.rangeCount === 0
      ? active?.getBoundingClientRect()
      : selection.getRangeAt(0).getBoundingClientRect();
  const { bottom = 0, left = 0 } = box ?? {};
  return {
    // The editor's own bar stands right below chosen words.
    top: Math.max(8, Math.min(bottom + (isInput ? 8 : 56), window.innerHeight - 48)),
    left: Math.max(8, Math.min(left, window.innerWidth - 140)),
  };
}
