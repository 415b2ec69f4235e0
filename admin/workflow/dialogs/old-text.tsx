'use client';
import type { ReviewSheet } from '../../../editorial/records/review-sheet.ts';
import { byline, harmlessSoFar } from '../standing.ts';
import { TextArea } from './inputs.tsx';

/** Readers have the old text by mail: whether they must be told is for the clinicians to say. */
export function OldText({ sheet }: { sheet: ReviewSheet }) {
  return (
    <>
      {harmlessSoFar(sheet).map((event) => (
        <p key={event.at} className="workflow__note">
          {byline(event)} says of the old text: “{event.oldTextHarmless}”
        </p>
      ))}
      <TextArea
        name="oldTextHarmless"
        label="Why the old text could not hurt"
        help="Readers who were mailed the old text get a correction, unless every clinician who approves says here why it could not hurt. Leave it empty when in doubt. Kept in the history."
        rows={2}
        maxLength={1000}
      />
    </>
  );
}
