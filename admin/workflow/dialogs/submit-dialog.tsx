'use client';
import { Button } from '@payloadcms/ui';
import { needsReply } from '../../../editorial/rules/open-requests.ts';
import { isTooLow } from '../../../model/change-kind.ts';
import { whyNotLower } from '../reason-words.ts';
import { OpenRequests } from '../open-requests.tsx';
import { Reasons } from '../reasons.tsx';
import { clinicians, wasReleased } from '../standing.ts';
import { CHANGE_KIND_WORDS } from '../words.ts';
import { Choices, TextArea, textOf } from './inputs.tsx';
import { VerbDialog, type DialogProps } from './verb-dialog.tsx';

const KINDS = ['minor', 'major', 'safety'] as const;

export function SubmitDialog({ sheet, onTake, ...shell }: DialogProps) {
  const { minimumChangeKind: minimum, reasons, openRequests } = sheet;
  const isFirst = !wasReleased(sheet);
  const kinds = KINDS.filter((kind) => !isTooLow(kind, minimum));
  const first = kinds[0] ?? 'safety';
  const notLower = whyNotLower(minimum, reasons);
  return (
    <VerbDialog
      {...shell}
      title="Submit for review"
      onSubmit={(form) =>
        onTake({
          revision: sheet.revision,
          changeKind: isFirst ? 'new' : (textOf(form, 'changeKind') ?? first),
          changeNote: textOf(form, 'changeNote') ?? '',
          comment: textOf(form, 'comment'),
        })
      }
      actions={
        <Button type="submit" margin={false} disabled={shell.busy}>
          Submit for review
        </Button>
      }
    >
      <p>{clinicians(sheet.approvalsNeeded)} must approve exactly this text before it can be released.</p>
      <OpenRequests requests={openRequests} />
      {openRequests.length > 0 && <Reply required={needsReply(openRequests, sheet.revision)} />}
      <Reasons reasons={reasons} fields={shell.fields} />
      {!isFirst && (
        <Choices
          name="changeKind"
          legend="Kind of change"
          help={notLower}
          first={first}
          choices={kinds.map((value) => ({ value, ...CHANGE_KIND_WORDS[value] }))}
        />
      )}
      <TextArea
        name="changeNote"
        label="What changed"
        help={
          isFirst
            ? 'One sentence on the new entry. Readers can see it.'
            : 'In one or two sentences. Readers can see it.'
        }
        maxLength={1000}
        required
      />
      {openRequests.length === 0 && (
        <TextArea name="comment" label="Note to the reviewer" help="Only the staff sees it." maxLength={4000} />
      )}
    </VerbDialog>
  );
}

/** Text that was not changed since a request goes back only with an answer. */
const Reply = ({ required }: { required: boolean }) => (
  <TextArea
    name="comment"
    label="Your answer to the reviewer"
    help={
      required
        ? 'The text is as it was when the reviewer asked. Say why it can stay so. Only the staff sees it.'
        : 'Say how you met what was asked. Without an answer it stays open before whoever approves. Only the staff sees it.'
    }
    maxLength={4000}
    required={required}
  />
);
