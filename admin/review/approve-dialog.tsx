'use client';
import { Button } from '@payloadcms/ui';
import { useState } from 'react';
import type { Change } from '../../editorial/rules/changes.ts';
import { formatDay } from '../workflow/dates.ts';
import { OldText } from '../workflow/dialogs/old-text.tsx';
import { Choices, textOf } from '../workflow/dialogs/inputs.tsx';
import { VerbDialog, type DialogProps } from '../workflow/dialogs/verb-dialog.tsx';
import { labelOfChange } from '../workflow/fields.ts';
import { OpenRequests } from '../workflow/open-requests.tsx';
import { isLastApproval } from '../workflow/standing.ts';
import { counted } from '../workflow/words.ts';
import type { Ticks } from './ticks.ts';

interface ApproveDialogProps extends DialogProps {
  release: boolean;
  ticks: Ticks;
  comment: string;
  /** readers who were mailed the old words; null when nobody knows */
  readers: number | null;
  onLook: (key: string) => void;
}

/** Limits of the verb: editorial/verbs/approve.ts */
const [MAX_SECTIONS, MAX_NAME] = [100, 100];

export function ApproveDialog(props: ApproveDialogProps) {
  const { release, ticks, comment, readers, onLook, sheet, onTake, ...shell } = props;
  const { busy, fields } = shell;
  // Those that were not looked at when the dialog opened: ticking one here does not make its line go.
  const [asked] = useState(() =>
    sheet.changes.filter(({ weight, key }) => weight === 'safety' && !ticks.looked.includes(key)),
  );
  const nameOf = (change: Change) => labelOfChange(change, fields);
  const looked = sheet.changes.filter(({ key }) => ticks.looked.includes(key)).map(nameOf);
  return (
    <VerbDialog
      {...shell}
      title={release ? 'Approve and release this exact text?' : 'Approve this exact text?'}
      onSubmit={(form) =>
        onTake({
          revision: sheet.revision,
          comment: comment.trim() || undefined,
          oldTextHarmless: textOf(form, 'oldTextHarmless'),
          scope: textOf(form, 'scope'),
          sectionsChecked: looked.map((name) => name.slice(0, MAX_NAME)).slice(0, MAX_SECTIONS),
          checklist: ticks.checks,
          ...(release ? { release: true } : {}),
        })
      }
      actions={
        <Button type="submit" margin={false} disabled={busy}>
          {release ? 'Approve and release' : 'Approve'}
        </Button>
      }
    >
      {asked.length > 0 && (
        <fieldset className="verb-dialog__field review-unread">
          <legend>You have not looked at {counted(asked.length, 'safety change')}.</legend>
          {asked.map((change) => (
            <label key={change.key} className="verb-dialog__choice">
              <input
                type="checkbox"
                required
                checked={ticks.looked.includes(change.key)}
                onChange={() => onLook(change.key)}
              />
              <span>
                {change.number}. {nameOf(change)}
                {said(change)}: I have read it
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <OpenRequests
        requests={sheet.openRequests}
        note="The editor has not answered. Approve only if the text is right all the same."
      />
      {sheet.live && (
        <Choices
          name="scope"
          legend="What you looked at"
          choices={[
            {
              value: 'changes',
              label: 'I looked at the changes',
              help: `“Last reviewed” stays ${formatDay(sheet.live.reviewedAt.slice(0, 10))}.`,
            },
            { value: 'entry', label: 'I looked at the whole entry', help: '“Last reviewed” becomes today.' },
          ]}
        />
      )}
      {sheet.minimumChangeKind === 'safety' && <OldText sheet={sheet} />}
      <p>
        Fingerprint <code>{fingerprint(sheet.revision)}</code>. If one word changes later, your approval no longer
        counts. {!isLastApproval(sheet) && 'Another clinician must approve it too before it can be released.'}
      </p>
      {looked.length < sheet.changes.length && (
        <p className="workflow__note">
          {looked.length} of {counted(sheet.changes.length, 'change')} ticked as looked at. The history keeps which.
        </p>
      )}
      {readers !== null && readers > 0 && (
        <p className="workflow__note">{counted(readers, 'reader')} were mailed the words that readers have now.</p>
      )}
      {comment.trim() !== '' && (
        <p>
          With your comment: <q>{comment.trim()}</q>
        </p>
      )}
    </VerbDialog>
  );
}

const EXCERPT = 90;

/** The first words that came or went. */
function said({ parts }: Change): string {
  const text = (parts.find(({ kind }) => kind !== 'same')?.text ?? '').trim().replace(/\s+/g, ' ');
  if (text === '') return '';
  return `, “${text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text}”`;
}

/** `77c0 1ae9 … e91b` */
const fingerprint = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
