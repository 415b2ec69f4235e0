import { Fragment, type ReactNode } from 'react';
import { ANY_COUNTRY, type EmergencyNumber } from '../../model/emergency-numbers.ts';
import { ENTRY_TYPES } from '../../model/entries/types.ts';
import { withdrawalText } from '../../model/withdrawal.ts';
import type { Library, LibraryEntry, WithdrawnEntry } from '../../release-log/library.ts';
import { pathOf, proofPath } from '../addresses.ts';
import type { Rendered } from '../http/representation.ts';
import { WORRIED } from '../wording/corrections.ts';
import { longDate } from '../wording/dates.ts';
import { typeLabel, urgencyLabel } from '../wording/labels.ts';
import { renderPage, type PageSettings } from './page.tsx';
import { publicAnswer } from './rendered.ts';

/** 410: what was withdrawn, when and why, what to read instead, and where what belonged to it is now. */
export async function renderWithdrawn(
  entry: WithdrawnEntry,
  { siteUrl, demo, emergency, library }: PageSettings & { library: Library },
): Promise<Rendered> {
  const page = await renderPage({
    siteUrl,
    demo,
    emergency,
    title: `${entry.title} (withdrawn)`,
    description: 'This page was withdrawn.',
    path: null,
    children: (
      <Withdrawn
        entry={entry}
        instead={insteadOf(entry, library)}
        belonged={belongedTo(entry, library)}
        naming={namingIt(entry, library)}
        emergency={emergency ?? ANY_COUNTRY}
      />
    ),
  });
  return publicAnswer(page, 410);
}

/** 410 for a figure that only withdrawn text showed: with the reason of the last text, and what to do now. */
export async function renderWithdrawnFigure(
  gone: WithdrawnEntry,
  { siteUrl, demo, emergency, library }: PageSettings & { library: Library },
): Promise<Rendered> {
  const title = 'This figure was withdrawn';
  const children = (
    <>
      <div className="head">
        <p className="kick">
          Figure <span className="tag day">Withdrawn</span>
        </p>
        <h1>{title}</h1>
        <p className="lede">
          It was part of <a href={pathOf(gone)}>{gone.title}</a>, withdrawn on {longDate(gone.releasedAt)}. Please do
          not rely on copies of it.
        </p>
      </div>
      <WhatToDoNow entry={gone} instead={insteadOf(gone, library)} emergency={emergency ?? ANY_COUNTRY} />
      <Record seq={gone.seq} />
    </>
  );
  const page = await renderPage({ siteUrl, demo, emergency, title, description: title, path: null, children });
  return publicAnswer(page, 410);
}

/** An old release of an entry that came back leads to what it says now. */
const insteadOf = ({ uid, replacedBy }: WithdrawnEntry, library: Library): LibraryEntry | null =>
  library.live(uid) ?? (replacedBy === null ? null : library.live(replacedBy));

/** Links of one kind on such a page; whoever wants more finds them on the pages that it leads to. */
const MOST = 12;

/** What may still be read of it: of a guide all that it ever named, of others their parts. Signs first. */
function belongedTo({ uid, type }: WithdrawnEntry, library: Library): LibraryEntry[] {
  if (type !== 'guide') return library.partsOf(uid);
  const all = library.newestFirst(uid).flatMap((position) => library.live(position.uid) ?? []);
  const isSign = (entry: LibraryEntry) => entry.type === 'red-flag';
  const others = all.filter((entry) => !isSign(entry) && entry.type !== 'guide');
  return [...all.filter(isSign).slice(0, MOST), ...others.slice(0, MOST)];
}

const namingIt = ({ uid }: WithdrawnEntry, library: Library): LibraryEntry[] =>
  ENTRY_TYPES.flatMap((type) => library.naming(type, uid)).slice(0, MOST);

function Withdrawn(props: {
  entry: WithdrawnEntry;
  instead: LibraryEntry | null;
  belonged: LibraryEntry[];
  naming: LibraryEntry[];
  emergency: readonly EmergencyNumber[];
}): ReactNode {
  const { entry, instead, belonged, naming, emergency } = props;
  return (
    <>
      <div className="head">
        <p className="kick">
          {typeLabel(entry.type)} <span className="tag day">Withdrawn</span>
        </p>
        <h1>{entry.title}</h1>
        <p className="lede">
          This page was withdrawn on {longDate(entry.releasedAt)}. Please do not rely on copies of it.
        </p>
      </div>
      <WhatToDoNow entry={entry} instead={instead} emergency={emergency} />
      <Links title="What belonged to it" entries={belonged} />
      <Links title="Pages that led to it" entries={naming} />
      <Record seq={entry.seq} />
    </>
  );
}

/** The reason, what to read instead, and whom to ask or call. */
function WhatToDoNow(props: {
  entry: WithdrawnEntry;
  instead: LibraryEntry | null;
  emergency: readonly EmergencyNumber[];
}): ReactNode {
  const { entry, instead, emergency } = props;
  return (
    <div className="note day flow">
      <h2 className="h3">Why, and what to do now</h2>
      <p>{withdrawalText(entry)}</p>
      {instead && (
        <p>
          Read instead: <a href={pathOf(instead)}>{instead.title}</a>.
        </p>
      )}
      <p>{WORRIED}</p>
      <p>
        <b>
          In an emergency call{' '}
          {emergency.map(({ number, where }, i) => (
            <Fragment key={number}>
              {i > 0 && ', '}
              <a href={`tel:${number}`}>{number}</a> ({where})
            </Fragment>
          ))}
          .
        </b>
      </p>
    </div>
  );
}

const Record = ({ seq }: { seq: number }): ReactNode => (
  <p>
    <a href={proofPath(seq)}>The record of this withdrawal</a> and{' '}
    <a href="/corrections">all corrections and withdrawals</a>. <a href="/">Go to the home page</a> for all guides and
    for the signs that need help now.
  </p>
);

const Links = ({ title, entries }: { title: string; entries: LibraryEntry[] }): ReactNode =>
  entries.length > 0 && (
    <section>
      <h2>{title}</h2>
      <ul className="list">
        {entries.map((entry) => (
          <li key={entry.uid}>
            <span className="name">
              <a href={pathOf(entry)}>{entry.title}</a>
            </span>{' '}
            <span className="s">
              {typeLabel(entry.type)}
              {entry.type === 'red-flag' && `. ${urgencyLabel(entry.urgency)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
