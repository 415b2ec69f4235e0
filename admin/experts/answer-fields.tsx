import { ANSWER_LIMITS } from '../../editorial/rules/expert-links.ts';

/** What was typed into a form, by the names of its fields. */
export type Fields = Readonly<Record<string, string>>;

/** The questions to somebody outside, with what they typed before. */
export const AnswerFields = ({ typed }: { typed: Fields }) => (
  <>
    <fieldset>
      <legend>Is this text right and safe for readers?</legend>
      {(['yes', 'no'] as const).map((verdict) => (
        <label key={verdict} className="choice">
          <input type="radio" name="verdict" value={verdict} required defaultChecked={typed.verdict === verdict} />{' '}
          {verdict === 'yes' ? 'Yes' : 'No'}
        </label>
      ))}
    </fieldset>
    <label htmlFor="words">In your own words (if you like)</label>
    <textarea id="words" name="words" rows={4} maxLength={ANSWER_LIMITS.words} defaultValue={typed.words} />
    <label htmlFor="name">Your name</label>
    <input
      id="name"
      name="name"
      maxLength={ANSWER_LIMITS.name}
      required
      autoComplete="name"
      defaultValue={typed.name}
    />
    <label htmlFor="credentials">Your profession and credentials</label>
    <input
      id="credentials"
      name="credentials"
      maxLength={ANSWER_LIMITS.credentials}
      required
      defaultValue={typed.credentials}
    />
  </>
);
