'use client';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { labelOfChange, type FieldWords } from '../workflow/fields.ts';

/** The text of what changed, where no channel can show it yet. */
export const TextInstead = ({ sheet, fields }: { sheet: ReviewSheet; fields: readonly FieldWords[] }) => (
  <>
    <p className="review-quiet">The preview cannot be had now. This is the text of what changed.</p>
    {sheet.changes.map((change) => (
      <section key={change.key} aria-label={labelOfChange(change, fields)}>
        <h3>{labelOfChange(change, fields)}</h3>
        <p className="workflow__diff">
          {change.parts.map(({ kind, text }, i) =>
            kind === 'removed' ? null : kind === 'added' && sheet.live ? <ins key={i}>{text}</ins> : text,
          )}
        </p>
      </section>
    ))}
  </>
);
