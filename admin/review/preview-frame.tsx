'use client';
import { useEffect, useRef, useState } from 'react';

interface PreviewFrameProps {
  address: string;
  chosen: number | null;
  onChoose: (number: number) => void;
  /** its document, each time it is there; null when it goes */
  onFrame: (frame: Document | null) => void;
}

/** The document of a channel. It runs no script; whoever presses a mark in it chooses that change. */
export function PreviewFrame({ address, chosen, onChoose, onFrame }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  // Counts the documents that have come: an address may be loaded again.
  const [loaded, setLoaded] = useState(0);

  useEffect(() => {
    const inside = frame.current?.contentDocument ?? null;
    if (loaded === 0 || !inside) return undefined;
    onFrame(inside);
    const press = ({ target }: MouseEvent) => {
      const number = Number(markOf(target)?.dataset.change);
      if (Number.isSafeInteger(number) && number > 0) onChoose(number);
    };
    inside.addEventListener('click', press);
    return () => {
      inside.removeEventListener('click', press);
      onFrame(null);
    };
  }, [loaded, onChoose, onFrame]);

  useEffect(() => {
    const inside = frame.current?.contentDocument;
    if (loaded > 0 && inside) show(inside, chosen);
  }, [loaded, chosen]);

  return (
    <iframe
      ref={frame}
      title="Preview"
      src={address}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      onLoad={() => setLoaded((times) => times + 1)}
    />
  );
}

/** What was pressed is an element of another window, whose classes are not those of this one. */
const markOf = (target: EventTarget | null): HTMLElement | null =>
  target && 'closest' in target ? (target as HTMLElement).closest<HTMLElement>('[data-change]') : null;

const RING = '3px solid currentColor';

function show(inside: Document, chosen: number | null): void {
  const marks = [...inside.querySelectorAll<HTMLElement>('[data-change]')];
  for (const mark of marks) mark.style.outline = Number(mark.dataset.change) === chosen ? RING : '';
  const first = marks.find((mark) => Number(mark.dataset.change) === chosen);
  first?.scrollIntoView({ block: 'center' });
}
