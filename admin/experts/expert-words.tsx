import type { ExpertWord } from '../../editorial/rules/expert-links.ts';
import { formatMoment } from '../workflow/dates.ts';

/** What people outside said, newest first; nothing when nobody did. They approve nothing, and it says so. */
export function ExpertWords({ words, revision }: { words: readonly ExpertWord[]; revision: string }) {
  if (words.length === 0) return null;
  return (
    <section className="workflow__said" aria-label="Outside experts">
      <h3>Outside experts, for your own judgement: no approvals</h3>
      <ul>
        {words.map((word) => (
          <li key={word.uid}>
            <p>
              <strong>
                {word.name} says {word.verdict}
              </strong>{' '}
              {word.revision === revision ? 'to this text' : 'to an earlier text'},{' '}
              <time dateTime={word.at}>{formatMoment(word.at)}</time>. Of themself: {word.credentials}. They read it
              without its figures and layout.
            </p>
            {word.words !== '' && <blockquote>{word.words}</blockquote>}
            {word.comments.map(({ field, label, text }) => (
              <blockquote key={field}>
                {label}: {text}
              </blockquote>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
