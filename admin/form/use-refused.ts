'use client';
import { useFormFields, useFormModified, useFormProcessing, useFormSubmitted } from '@payloadcms/ui';
import { useState } from 'react';
import { refusedFields, type RefusedField } from './refused-fields.ts';

/** A refusal as it came, and what its fields held then, both as text, so that typing elsewhere draws nothing anew. */
interface Kept {
  said: string;
  held: string;
}

const NOTHING = '[]';
const NONE: Kept = { said: NOTHING, held: NOTHING };

/**
 * The fields that the last save was refused for, in the order of the form. For a form that counts as sent they are
 * those that are wrong now. Payload counts a draft that was refused as never sent, and takes the refusals from its
 * state with the next answer of the server; of such a one they are kept until the field is typed in or the next save.
 */
export function useRefused(): RefusedField[] {
  const isSubmitted = useFormSubmitted();
  const isProcessing = useFormProcessing();
  const isModified = useFormModified();
  const said = useFormFields(([fields]) => JSON.stringify(refusedFields(fields)));
  const [wasProcessing, setWasProcessing] = useState(isProcessing);
  const [isAwaited, setIsAwaited] = useState(false);
  const [kept, setKept] = useState(NONE);
  const paths = namesOf(isAwaited ? said : kept.said);
  const held = useFormFields(([fields]) => JSON.stringify(paths.map((path) => fields[path]?.value ?? null)));
  if (wasProcessing !== isProcessing) {
    setWasProcessing(isProcessing);
    // A draft that was saved has no changes left; one that was refused still has.
    setIsAwaited(!isProcessing && isModified);
    setKept(NONE);
  } else if (isAwaited && !isProcessing && said !== NOTHING) {
    setIsAwaited(false);
    setKept({ said, held });
  }
  return isSubmitted ? (JSON.parse(said) as RefusedField[]) : untouched(kept, held);
}

/** Those of a kept refusal that hold now what they held then. */
function untouched({ said, held }: Kept, now: string): RefusedField[] {
  const [before, after] = [JSON.parse(held) as unknown[], JSON.parse(now) as unknown[]];
  return (JSON.parse(said) as RefusedField[]).filter((_, i) => JSON.stringify(before[i]) === JSON.stringify(after[i]));
}

const namesOf = (said: string) => (JSON.parse(said) as RefusedField[]).map(({ field }) => field);
