'use client';
import type { Change } from '../../editorial/rules/changes.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { ChangeBody } from './change-body.tsx';
import { labelOfChange, type FieldWords } from './fields.ts';
import { wasReleased } from './standing.ts';
import { counted } from './words.ts';

/** What would be different for readers, word by word and field by field. */
export function Changes({
  sheet,
  fields,
  entryUrl,
}: {
  sheet: ReviewSheet;
  fields: readonly FieldWords[];
  /** of the API */
  entryUrl: string;
}) {
  const { changes, live } = sheet;
  if (!live && wasReleased(sheet)) return null;
  if (!live) return <p className="workflow__note">All of this text is new to readers: this is its first release.</p>;
  if (changes.length === 0) return null;
  return (
    <details className="workflow__part" open>
      <summary>What changed ({counted(changes.length, 'field')})</summary>
      <p className="workflow__note">
        Against version {live.version}, which readers have: <ins>added words</ins>, <del>removed words</del>.
      </p>
      {changes.map((change) => (
        <ChangedField key={change.number} label={labelOfChange(change, fields)} change={change} entryUrl={entryUrl} />
      ))}
    </details>
  );
}

function ChangedField({ label, change, entryUrl }: { label: string; change: Change; entryUrl: string }) {
  return (
    <section className="workflow__change" aria-label={label}>
      <h3>{label}</h3>
      <ChangeBody change={change} entryUrl={entryUrl} />
    </section>
  );
}
