import type { ReactNode } from 'react';
import type { LibraryEntry, WithdrawnEntry } from '../../library.ts';
import { longDate } from '../dates.ts';
import { EntryLink } from '../parts/entry-lists.tsx';

/** 410: what was here, why it went, and what to read instead. */
export function Withdrawn({ entry, instead }: { entry: WithdrawnEntry; instead: LibraryEntry | null }): ReactNode {
  return (
    <>
      <p className="eyebrow">Withdrawn</p>
      <h1>{entry.title}</h1>
      <div className="box red">
        <p>
          <strong>This page was withdrawn on {longDate(entry.releasedAt)}.</strong> Please do not rely on copies of it.
        </p>
        <p>{entry.reason}</p>
        {instead && (
          <p>
            Read instead: <EntryLink entry={instead} />.
          </p>
        )}
      </div>
      <p>If you acted on this page and you are worried, talk to a doctor or a pharmacist.</p>
      <BackHome />
    </>
  );
}

/** A short page for an answer that carries no content: 301, 404, 405, 500, 503. */
export function Message({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <>
      <h1>{title}</h1>
      <div className="summary">{children}</div>
      <BackHome />
    </>
  );
}

function BackHome(): ReactNode {
  return (
    <p>
      <a href="/">Go to the home page</a> for all guides and for the signs that need help now.
    </p>
  );
}
