import type { ReactNode } from 'react';
import type { ExpertLink, ExpertText } from '../../editorial/experts/link-row.ts';
import { ANSWER_LIMITS } from '../../editorial/rules/expert-links.ts';
import { AnswerFields, type Fields } from './answer-fields.tsx';
import { partsOf, type Part } from '../../model/entries/parts.ts';
import type { PreviewOffer } from '../../publishers/preview/previews.ts';

interface FormProps {
  link: ExpertLink;
  text: ExpertText;
  /** the draft is another one by now */
  hasChanged: boolean;
  /** where the text is shown as readers would get it: its page, lessons, its item in the feed */
  offers: readonly PreviewOffer[];
  /** what was typed, and what is wrong with it */
  typed?: Fields;
  faults?: Fields;
}

/** The text, part by part, each with room for a comment, and the questions. */
export function ExpertForm({ link, text, hasChanged, offers, typed = {}, faults = {} }: FormProps): ReactNode {
  const all = [...partsOf(text.content, (uid) => text.titles.get(uid) ?? uid).values()].filter(
    (part) => part.text !== '' && !NOT_TO_READ.includes(part.field),
  );
  const isLast = ({ field }: Part) => READ_LAST.includes(field);
  const parts = [...all.filter((part) => !isLast(part)), ...all.filter(isLast)];
  const wrong = Object.keys(faults).map((field) => FIELD_WORDS[field] ?? 'your comments');
  return (
    <>
      <p className="lead">
        You are asked what you think of this text. It is a draft and not public: please do not pass it on. Until{' '}
        {dayOf(link.expiresAt)} you can answer, once.
      </p>
      {hasChanged && (
        <p className="note">
          The text has been changed since you were asked. Below is exactly the text that you were asked about.
        </p>
      )}
      {wrong.length > 0 && (
        <div className="note bad" role="alert">
          <p>Nothing was sent yet. Please look at: {[...new Set(wrong)].join(', ')}.</p>
        </div>
      )}
      <AsReadersGetIt offers={offers} />
      <form method="post" acceptCharset="utf-8">
        <h2>The text, part by part</h2>
        <p>Here you can comment on each part. The words are those of the pages above.</p>
        {parts.map((part) => (
          <PartOfText key={part.field} part={part} typed={typed[`comment:${part.field}`]} />
        ))}
        <h2>Your answer</h2>
        <AnswerFields typed={typed} />
        <p className="soft">
          The team keeps your name, your credentials as you give them, and your answer with this text. They are not
          published, and they approve nothing: a clinician of the team decides.
        </p>
        <button type="submit">Send my answer</button>
      </form>
    </>
  );
}

/** The channels' own rendering: where there is room the page at once, everywhere each by a link. */
function AsReadersGetIt({ offers }: { offers: readonly PreviewOffer[] }): ReactNode {
  const [page] = offers;
  if (!page) return null;
  return (
    <section>
      <h2>As readers would get it</h2>
      <ul className="offers">
        {offers.map(({ url, title }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noopener">
              {title}
            </a>
          </li>
        ))}
      </ul>
      <iframe className="frame" src={page.url} title="The page as readers would get it" loading="lazy" />
    </section>
  );
}

/** The title stands above; the others are the team's own affair. */
const NOT_TO_READ: readonly string[] = ['title', 'slug', 'reviewDue', 'keywords'];

/** What explains and backs the rest. */
const READ_LAST: readonly string[] = ['terms', 'sources'];

const FIELD_WORDS: Record<string, string> = {
  name: 'your name',
  credentials: 'your profession and credentials',
  verdict: 'yes or no',
  words: 'your own words',
  comments: `your comments (at most ${ANSWER_LIMITS.comments}; put the rest in your own words)`,
};

const PartOfText = ({ part: { field, label, text }, typed }: { part: Part; typed: string | undefined }) => (
  <section className="part">
    <h3>{label}</h3>
    <p className="text">{text}</p>
    <details open={Boolean(typed)}>
      <summary>Comment on “{label}”</summary>
      <textarea
        name={`comment:${field}`}
        aria-label={`Comment on ${label}`}
        rows={3}
        maxLength={ANSWER_LIMITS.comment}
        defaultValue={typed}
      />
    </details>
  </section>
);

/** What was answered, to whoever comes back. */
export function GivenAnswer({ link: { word, title } }: { link: ExpertLink }): ReactNode {
  if (!word) return null;
  return (
    <>
      <p className="lead">
        Thank you. Your answer on “{title}” was received on {dayOf(word.at)}. This link takes no second one.
      </p>
      <dl>
        <dt>You are</dt>
        <dd>
          {word.name}, {word.credentials}
        </dd>
        <dt>You say</dt>
        <dd>{word.verdict === 'yes' ? 'Yes' : 'No'}</dd>
        {word.words !== '' && (
          <>
            <dt>In your own words</dt>
            <dd className="text">{word.words}</dd>
          </>
        )}
        {word.comments.map(({ field, label, text }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd className="text">{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const dayOf = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));
