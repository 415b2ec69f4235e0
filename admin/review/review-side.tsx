'use client';
import type { Effect } from '../../editorial/records/effect.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { ExpertWords } from '../experts/expert-words.tsx';
import { AssignPanel } from '../assignments/assign-panel.tsx';
import { labelOfPath, anchorsOfPath, type FieldWords } from '../workflow/fields.ts';
import { CommentsPanel } from '../comments/comments-panel.tsx';
import type { SelectedWords } from '../comments/selected-words.ts';
import { OpenRequests } from '../workflow/open-requests.tsx';
import { groupIssues } from '../workflow/standing.ts';
import { ReadersHave } from '../workflow/readers-have.tsx';
import { Submitted } from '../workflow/submitted.tsx';
import { counted } from '../workflow/words.ts';
import { ChangeList } from './change-list.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { Summary } from './summary.tsx';
import type { Decision } from './use-decision.ts';
import type { Offers } from './use-previews.ts';
import type { Ticking } from './use-settings.ts';

interface ReviewSideProps {
  sheet: ReviewSheet;
  fields: readonly FieldWords[];
  /** of the API */
  entryUrl: string;
  formUrl: string;
  ticking: Ticking;
  chosen: number | null;
  onChoose: (number: number) => void;
  decision: Decision;
  effect: Effect | null;
  offers: Offers;
  /** words chosen in the preview, to be commented on */
  words: SelectedWords | null;
  onForgetWords: () => void;
  /** the sheet must be read again */
  onSaid: () => void;
  onHelp: () => void;
}

/** Top to bottom: how far one is, what changed, what blocks, own checks, what release does; the decision stays. */
export function ReviewSide(props: ReviewSideProps) {
  const { sheet, fields, entryUrl, formUrl, ticking, chosen, onChoose, decision, effect, offers, onHelp } = props;
  const { words, onForgetWords, onSaid } = props;
  const { ticks, look, check } = ticking;
  return (
    <aside className="review-side" aria-label="Review">
      <Summary sheet={sheet} ticks={ticks} />
      <section aria-label="Readers and plans">
        <ReadersHave sheet={sheet} folder={entryUrl.split('/').at(-2) ?? ''} />
      </section>
      <AssignPanel sheet={sheet} entryUrl={entryUrl} onAssigned={onSaid} />
      <section aria-label="What was asked and said">
        <Submitted sheet={sheet} />
        <OpenRequests requests={sheet.openRequests} />
        <ExpertWords words={sheet.expertWords} revision={sheet.revision} />
      </section>
      {sheet.changes.length > 0 && (
        <section id="review-changes" tabIndex={-1} aria-label="Changes">
          {!sheet.live && <p className="review-quiet">Readers have nothing of this entry: all of it is new to them.</p>}
          <ChangeList
            changes={sheet.changes}
            fields={fields}
            entryUrl={entryUrl}
            approvalsNeeded={sheet.approvalsNeeded}
            looked={ticks.looked}
            chosen={chosen}
            onChoose={onChoose}
            onLook={look}
          />
        </section>
      )}
      <section id="review-comments" tabIndex={-1}>
        <h3>
          Comments <span className="review-quiet">{sheet.openThreads} open</span>
        </h3>
        <CommentsPanel
          key={words?.exact ?? ''}
          entryUrl={entryUrl}
          version={sheet.revision}
          words={words}
          onForgetWords={onForgetWords}
          onSaid={onSaid}
          autoFocus={words !== null}
        />
      </section>
      <Blockers sheet={sheet} fields={fields} formUrl={formUrl} />
      {sheet.checklist.length > 0 && (
        <section id="review-checks" tabIndex={-1}>
          <fieldset className="review-checks">
            <legend>I have checked that</legend>
            {sheet.checklist.map((each) => (
              <label key={each} className="review-tick">
                <input type="checkbox" checked={ticks.checks.includes(each)} onChange={() => check(each)} />
                <span>{each}</span>
              </label>
            ))}
          </fieldset>
        </section>
      )}
      <section>
        <h3>What release would do</h3>
        <ReleaseDoes sheet={sheet} effect={effect} offers={offers} />
      </section>
      <DecisionBar
        sheet={sheet}
        fields={fields}
        ticking={ticking}
        decision={decision}
        effect={effect}
        onHelp={onHelp}
      />
    </aside>
  );
}

function Blockers({ sheet, fields, formUrl }: Pick<ReviewSideProps, 'sheet' | 'fields' | 'formUrl'>) {
  const { errors, warnings } = groupIssues(sheet.issues);
  if (errors.length + warnings.length === 0) return null;
  const list = (issues: typeof errors) => (
    <ul>
      {issues.map(({ code, field, message }, i) => {
        const label = labelOfPath(field, fields);
        const [anchor = ''] = anchorsOfPath(field, fields);
        return (
          <li key={`${code}-${field}-${i}`}>
            {label && <a href={`${formUrl}${anchor && `#${anchor}`}`}>{label}</a>}
            {label && ': '}
            {message}
          </li>
        );
      })}
    </ul>
  );
  return (
    <section id="review-blockers" tabIndex={-1}>
      <h3>Before this can be released</h3>
      {errors.length > 0 && (
        <div className="workflow__issues workflow__issues--error">
          <strong>{counted(errors.length, 'blocker')}</strong>
          {list(errors)}
        </div>
      )}
      {warnings.length > 0 && (
        <div className="workflow__issues workflow__issues--warning">
          <strong>{counted(warnings.length, 'warning')}: nothing is blocked, but look twice</strong>
          {list(warnings)}
        </div>
      )}
    </section>
  );
}

/** In numbers: nobody who reviews needs to know who the readers are. */
function ReleaseDoes({ sheet, effect, offers }: Pick<ReviewSideProps, 'sheet' | 'effect' | 'offers'>) {
  const lessons = typeof offers === 'string' ? [] : offers.filter(({ channel }) => channel === 'mail');
  const readers = effect?.readers ?? null;
  return (
    <>
      <p>
        Page and feed change within a second
        {lessons.length > 0 && `, and ${counted(lessons.length, 'lesson')} for whoever gets it from then on`}.
      </p>
      {lessons.length > 0 && (
        <ul className="review-lessons">
          {lessons.map(({ url, title, draft }) => (
            <li key={url}>
              {title}
              {draft && ', in a draft of the course'}
            </li>
          ))}
        </ul>
      )}
      {readers !== null && readers > 0 && (
        <p>
          <strong>{counted(readers, 'reader')}</strong> were mailed the words that readers have now
          {sheet.minimumChangeKind === 'safety'
            ? ': they get a correction, unless every clinician who approves says why the old words could not hurt.'
            : '. Nobody is written to for a change that is not a safety correction.'}
        </p>
      )}
    </>
  );
}
