import type { ReactNode } from 'react';
import { AnswerFields, type Fields } from './answer-fields.tsx';

export const COMMENT = 'comment:';

/** What was typed and could not be taken: to be sent again, or to be copied where that would not help. */
export function KeptAnswer({ typed, maySend }: { typed: Fields; maySend: boolean }): ReactNode {
  const comments = Object.entries(typed).filter(([name]) => name.startsWith(COMMENT));
  if (!maySend) {
    return (
      <>
        <h2>What you wrote</h2>
        <p className="soft">It was not taken. You can copy it from here.</p>
        {[typed.verdict, typed.words, ...comments.map(([, text]) => text)].map((text, i) =>
          text === undefined ? null : (
            <p key={i} className="text">
              {text}
            </p>
          ),
        )}
      </>
    );
  }
  return (
    <form method="post" acceptCharset="utf-8">
      <h2>What you wrote</h2>
      <p className="soft">It is all still here, and was not sent yet. Leave this page open and send it again later.</p>
      {comments.map(([name, text]) => (
        <label key={name}>
          Comment on “{name.slice(COMMENT.length)}”
          <textarea name={name} rows={3} defaultValue={text} />
        </label>
      ))}
      <AnswerFields typed={typed} />
      <button type="submit">Send my answer again</button>
    </form>
  );
}
