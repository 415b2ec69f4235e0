'use client';
import { useFormFields } from '@payloadcms/ui';
import { Decide } from './decide.tsx';
import './held-mail.css';

/** On the form of one mail that a restore holds: whether this one goes. */
export function HeldOne() {
  const uid = useFormFields(([fields]) => fields.uid?.value);
  if (typeof uid !== 'string') return null;
  return (
    <section className="held" aria-label="Held after a restore">
      <p>
        Held after a restore: it may have gone out after the backup that was put back. Look into the mail server’s log
        for the address.
      </p>
      <Decide choice={{ delivery: uid }} count={1} />
    </section>
  );
}
