'use client';
import type { PolicyReason } from '../../editorial/rules/policy.ts';
import { labelOfChange, type FieldWords } from './fields.ts';
import { safetyReasons, whatCounts } from './reason-words.ts';
import { counted } from './words.ts';

const FEW = 4;

/** The parts of a change that can hurt when they are wrong; nothing when there are none. */
export function Reasons({ reasons, fields }: { reasons: readonly PolicyReason[]; fields: readonly FieldWords[] }) {
  const parts = safetyReasons(reasons);
  if (parts.length === 0) return null;
  return (
    <details className="verb-dialog__reasons" open={parts.length <= FEW}>
      <summary>Why: {counted(parts.length, 'changed part')} could harm a reader if wrong</summary>
      <ul>
        {parts.map((part) => (
          <li key={part.field}>
            <strong>{labelOfChange(part, fields)}</strong>: {whatCounts(part)}
          </li>
        ))}
      </ul>
    </details>
  );
}
