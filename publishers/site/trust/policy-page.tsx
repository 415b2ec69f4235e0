import type { ReactNode } from 'react';
import { requiredOf } from '../../../model/entries/leaves.ts';
import { ENTRY_TYPES } from '../../../model/entries/types.ts';
import { CHANGE_KINDS } from '../../../model/release-row.ts';
import { WITHDRAWAL_REASONS, WITHDRAWAL_WORDS } from '../../../model/withdrawal.ts';
import { changeLabel, listLabel, typeLabel } from '../../wording/labels.ts';
import { GRADE_MEANS } from '../../wording/trust.ts';
import type { EditorialPolicy } from './editorial-policy.ts';
import { safetyFieldsOf } from './safety-fields.ts';

/** How texts come to readers and leave them: in words, from the policy and the descriptions that the rules go by. */
export function EditorialPolicyPage({ policy }: { policy: EditorialPolicy }): ReactNode {
  return (
    <>
      <div className="head">
        <h1>Editorial policy</h1>
        <p className="lede">
          Nothing here reaches a reader that a clinician did not approve, word for word. This page is made from the
          rules that the publishing system itself goes by: when a rule changes, so does this page.
        </p>
      </div>
      <Approvals {...policy} />
      <SafetyChanges {...policy} />
      <Grades />
      <Checks {...policy} />
      <Reviews {...policy} />
      <Withdrawals />
      <Proof />
    </>
  );
}

const clinicians = (count: number): string => (count === 1 ? 'one clinician' : `${count} different clinicians`);

const Approvals = ({ approvals, safetyApprovals }: EditorialPolicy): ReactNode => (
  <section className="flow">
    <h2 id="approvals">Who says yes</h2>
    <ul>
      <li>An ordinary change needs the approval of {clinicians(approvals)}.</li>
      <li>A change of anything that can hurt when it is wrong needs {clinicians(safetyApprovals)}.</li>
      <li>
        Nobody approves words of their own. Whoever wrote any of a text since its last release cannot approve it or
        renew it, whatever account they use.
      </li>
      <li>
        An approval is of one exact text with its sources and figures. When one word changes, it no longer counts.
      </li>
      <li>
        Only clinicians with a public profile and in good standing approve. That is looked at again at the moment of
        release: the approval of somebody who was struck off meanwhile does not count.
      </li>
      <li>
        Who approved, when, and whether they looked at the whole text or at its changes stands on every page.{' '}
        <a href="/clinicians">All clinicians</a>
      </li>
    </ul>
  </section>
);

const SafetyChanges = ({ safetyApprovals, medicines = [] }: EditorialPolicy): ReactNode => (
  <section className="flow">
    <h2 id="safety">What counts as a change that can hurt</h2>
    <p>
      Every part of a text, unless its description says otherwise. Some parts count whenever anything in them changes;
      running text counts when a number, a unit, a dose, how often, a “not”, the name of a medicine or a word of urgency
      comes, goes or changes. Such a change needs {clinicians(safetyApprovals)} and is never called small.
    </p>
    {ENTRY_TYPES.map((type) => {
      const { always, 'by-words': byWords, never } = safetyFieldsOf(type);
      return (
        <details key={type}>
          <summary>{typeLabel(type)}</summary>
          <dl className="flow">
            <dt>Any change counts</dt>
            <dd>{inLine(always)}</dd>
            <dt>Counts by its words</dt>
            <dd>{inLine(byWords)}</dd>
            <dt>Routine</dt>
            <dd>{inLine(never)}</dd>
          </dl>
        </details>
      );
    })}
    {medicines.length > 0 && <p>Names of medicines that are watched beside the usual ones: {medicines.join(', ')}.</p>}
  </section>
);

const inLine = (labels: string[]): string => labels.join(' · ') || 'None';

const Grades = (): ReactNode => (
  <section className="flow">
    <h2 id="grades">What a release is called</h2>
    <dl className="facts">
      {CHANGE_KINDS.map((kind) => (
        <div key={kind}>
          <dt>{changeLabel(kind)}</dt>
          <dd className="s">{GRADE_MEANS[kind]}</dd>
        </div>
      ))}
    </dl>
    <p>
      All but small ones are listed under <a href="/corrections">corrections and withdrawals</a>, with what was said
      before and what is right now.
    </p>
  </section>
);

/** Types whose description asks for no source. */
const sourceless = ENTRY_TYPES.filter((type) => !requiredOf({ type }).some(({ path }) => path === 'sources'))
  .map((type) => listLabel(type).toLowerCase())
  .join(' and ');

const Checks = ({ checklist, maxReadingGrade }: EditorialPolicy): ReactNode => (
  <section className="flow">
    <h2 id="checks">What is looked at</h2>
    <p>
      A text cannot go out without a date for its next review and a description of each figure, nor without a source,
      which {sourceless} alone may lack; a warning sign not without what to do; a medicine not without its cautions. A
      text that needs more than {maxReadingGrade} years of school to read, or promises too much, is pointed out to
      whoever approves it.
    </p>
    {checklist && (
      <>
        <p>Whoever approves is asked to have checked that:</p>
        {ENTRY_TYPES.filter((type) => checklist[type].length > 0).map((type) => (
          <div key={type} className="flow">
            <h3>{typeLabel(type)}</h3>
            <ul>
              {checklist[type].map((check) => (
                <li key={check}>{check}</li>
              ))}
            </ul>
          </div>
        ))}
      </>
    )}
  </section>
);

const Reviews = ({ graceDays, reviewMonths = {} }: EditorialPolicy): ReactNode => (
  <section className="flow">
    <h2 id="reviews">How long a text stands</h2>
    <ul>
      <li>
        Every text has the day by which a clinician must look at the whole of it again. It stands on the page, and
        moving it needs a clinician who read the text.
      </li>
      {ENTRY_TYPES.some((type) => reviewMonths[type] !== undefined) && (
        <li>
          Unless somebody sets another day, the next review is due after:{' '}
          {ENTRY_TYPES.flatMap((type) => {
            const months = reviewMonths[type];
            return months === undefined ? [] : [`${typeLabel(type).toLowerCase()} ${months} months`];
          }).join(', ')}
          .
        </li>
      )}
      <li>From that day on the page says that its review is overdue, and email lessons leave the text out.</li>
      <li>
        {graceDays === 0
          ? 'On that day it is withdrawn by itself when nobody has looked.'
          : `After ${graceDays === 1 ? 'one more day' : `${graceDays} more days`} it is withdrawn by itself.`}
      </li>
    </ul>
  </section>
);

const Withdrawals = (): ReactNode => (
  <section className="flow">
    <h2 id="corrections">When something was wrong</h2>
    <ul>
      <li>
        A correction replaces the text on every page and in every feed within a second, and is listed under{' '}
        <a href="/corrections">corrections</a>.
      </li>
      <li>Readers who have the old text by mail are written to when it could hurt them, and when it is withdrawn.</li>
      <li>
        Editors, reviewers and administrators may withdraw a text at any time, without waiting for an approval. Its
        address then says that it was withdrawn; its words, those of its older releases included, are shown nowhere any
        more.
      </li>
      <li>The reason is one of these; only a clinician may add words of their own:</li>
    </ul>
    <ul>
      {WITHDRAWAL_REASONS.map((reason) => (
        <li key={reason}>{WITHDRAWAL_WORDS[reason]}</li>
      ))}
    </ul>
  </section>
);

const Proof = (): ReactNode => (
  <section className="flow">
    <h2 id="proof">How to check us</h2>
    <p>
      Each release is a numbered row of one public log. It is signed, names the row before it, and has the hash of the
      text that was approved; a row that was changed afterwards is not shown. The page of each text links to its proof.
      The whole log is at <a href="/changes.json">changes.json</a>, the keys at{' '}
      <a href="/.well-known/jwks.json">jwks.json</a>.
    </p>
  </section>
);
