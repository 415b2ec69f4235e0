'use client';
import { useState } from 'react';

/** Copies an address of the desk, whole, and says so. */
export function CopyLink({ href, label }: { href: string; label: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    const address = new URL(href, window.location.href).toString();
    try {
      await navigator.clipboard.writeText(address);
      setSaid('Copied');
    } catch {
      // Without https, or where the person said no: they copy it by hand.
      setSaid(address);
    }
  };
  return (
    <>
      <button type="button" className="timeline__link" onClick={() => void copy()}>
        {label}
      </button>{' '}
      <span role="status" className="timeline__meta">
        {said}
      </span>
    </>
  );
}
