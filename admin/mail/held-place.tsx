'use client';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/**
 * Where held mail is decided on. It takes the focus of a button that is gone because its mails were decided; and when
 * none is left it stays and says so.
 */
export function HeldPlace({ count, children }: { count: number; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  const [hadSome, setHadSome] = useState(count > 0);
  if (count > 0 && !hadSome) setHadSome(true);
  useEffect(() => {
    const areFewer = count < before.current;
    before.current = count;
    if (areFewer && document.activeElement === document.body) place.current?.focus();
  }, [count]);
  return (
    <div ref={place} tabIndex={-1}>
      {hadSome && count === 0 ? (
        <p className="held" role="status">
          No mail is held any more: each was decided.
        </p>
      ) : (
        children
      )}
    </div>
  );
}
