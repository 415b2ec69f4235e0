'use client';
import { useEffect, useId, useRef } from 'react';
import { KEYS } from './keys.ts';

interface HelpDialogProps {
  off: boolean;
  onOff: (off: boolean) => void;
  onClose: () => void;
}

/** The keys of the screen, and the way to do without them. */
export function HelpDialog({ off, onOff, onClose }: HelpDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="verb-dialog"
      aria-labelledby={title}
      onClose={() => (dialog.current?.open ? undefined : onClose())}
    >
      <form method="dialog">
        <h2 id={title}>Keys</h2>
        <dl className="review-keys">
          {KEYS.map(([key, shown, does]) => (
            <div key={key}>
              <dt>
                <kbd>{shown}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p className="workflow__note">They do nothing while you type in a field.</p>
        <label className="review-tick">
          <input type="checkbox" checked={!off} onChange={({ target }) => onOff(!target.checked)} />
          <span>Use these keys. Kept with your account.</span>
        </label>
        <div className="verb-dialog__actions">
          <button type="submit" className="review-button">
            Close
          </button>
        </div>
      </form>
    </dialog>
  );
}
