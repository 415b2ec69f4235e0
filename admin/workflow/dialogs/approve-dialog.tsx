'use client';
import { Button } from '@payloadcms/ui';
import { formatDay } from '../dates.ts';
import { labelOfChange } from '../fields.ts';
import { OpenRequests } from '../open-requests.tsx';
import { Reasons } from '../reasons.tsx';
import { byline, harmlessSoFar, isLastApproval } from '../standing.ts';
import { Choices, TextArea, textOf } from './inputs.tsx';
import { VerbDialog, type DialogProps } from './verb-dialog.tsx';

/** Limits of the verb: editorial/approve.ts */
const [MAX_SECTIONS, MAX_NAME] = [100, 100];

export function ApproveDialog({ sheet, onTake, ...shell }: DialogProps) {
  const { busy, fields } = shell;
  const releasable = isLastApproval(sheet);
  const sections = sheet.changes
    .map((change) => labelOfChange(change, fields).slice(0, MAX_NAME))
    .slice(0, MAX_SECTIONS);
  return (
    <VerbDialog
      {...shell}
      title="Approve this text"
      onSubmit={(form) =>
        onTake({
          revision: sheet.revision,
          comment: textOf(form, 'comment'),
          oldTextHarmless: textOf(form, 'oldTextHarmless'),
          scope: textOf(form, 'scope'),
          sectionsChecked: form.getAll('section').map(String),
          ...(form.get('then') === 'release' ? { release: true } : {}),
        })
      }
      actions={
        releasable ? (
          <>
            <Button type="submit" margin={false} disabled={busy} extraButtonProps={{ name: 'then', value: 'release' }}>
              Approve and release
            </Button>
            <Button type="submit" buttonStyle="secondary" margin={false} disabled={busy}>
              Approve only
            </Button>
          </>
        ) : (
          <Button type="submit" margin={false} disabled={busy}>
            Approve
          </Button>
        )
      }
    >
      <p>
        You approve exactly the text that is saved now, as the clinician of your profile.{' '}
        {releasable
          ? 'With your approval it can be released.'
          : 'Another clinician must approve it too before it can be released.'}
      </p>
      <OpenRequests
        requests={sheet.openRequests}
        note="The editor has not answered. Approve only if the text is right all the same."
      />
      {sheet.approvalsNeeded > 1 && <Reasons reasons={sheet.reasons} fields={fields} />}
      {sheet.minimumChangeKind === 'safety' && <OldText sheet={sheet} />}
      {sheet.live && (
        <Choices
          name="scope"
          legend="What you looked at"
          choices={[
            {
              value: 'changes',
              label: 'The changes',
              help: `“Last reviewed” stays ${formatDay(sheet.live.reviewedAt.slice(0, 10))}.`,
            },
            { value: 'entry', label: 'The whole entry', help: '“Last reviewed” becomes today.' },
          ]}
        />
      )}
      {sections.length > 0 && (
        <fieldset className="verb-dialog__field">
          <legend>
            What you checked <span className="verb-dialog__optional">(optional, kept in the history)</span>
          </legend>
          <div className="verb-dialog__checklist">
            {sections.map((section) => (
              <label key={section} className="verb-dialog__choice">
                <input type="checkbox" name="section" value={section} />
                <span>{section}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <TextArea name="comment" label="Comment" help="Only the staff sees it." maxLength={4000} />
    </VerbDialog>
  );
}

/** Readers have the old text by mail: whether they must be told is for the clinicians to say. */
function OldText({ sheet }: Pick<DialogProps, 'sheet'>) {
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
