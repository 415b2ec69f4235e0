import type { ReactNode } from 'react';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import { treatmentKindLabel } from '../../wording/labels.ts';
import { ChildLinks, CourseInvitations, EntryLink } from '../parts/entry-lists.tsx';
import { RedFlagPanel } from '../parts/red-flag-panel.tsx';
import { childrenOf, liveOf, topLevel } from '../references.ts';
import type { ReadingContext } from '../view.ts';

export const HOME_DESCRIPTION =
  'Health guides in plain words. Every page names the clinician who approved it, the day of the review and its sources.';

export function Home({ library }: ReadingContext): ReactNode {
  const guides = library.list('guide');
  const courses = library.list('course');
  return (
    <>
      <div className="hero">
        <h1>Health information you can trace</h1>
        <p className="summary">
          Guides in plain words. Every page names the clinician who approved it, the day of the review and the sources
          behind it. When advice is corrected or withdrawn, this site follows at once.
        </p>
      </div>
      {library.newestFirst().length === 0 && <p>Nothing has been released yet.</p>}
      <RedFlagPanel id="get-help" title="Get help now" flags={library.list('red-flag')} wide />
      {guides.length > 0 && (
        <Block id="guides" title="Guides">
          <ul className="cards">
            {guides.map((guide) => (
              <li key={guide.uid}>
                <h3>
                  <EntryLink entry={guide} />
                </h3>
                <p>{guide.summary}</p>
                <p className="meta">{whatIsIn(guide, library)}</p>
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Tree id="causes" title="Causes" entries={topLevel(library, 'cause')} context={{ library }} />
      <Tree id="treatments" title="Treatments" entries={topLevel(library, 'treatment')} context={{ library }} />
      {courses.length > 0 && (
        <Block id="courses" title="Learn by email">
          <CourseInvitations courses={courses} />
        </Block>
      )}
    </>
  );
}

function Block({ id, title, children }: { id: string; title: string; children: ReactNode }): ReactNode {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** Top-level entries with the narrower ones below them. */
function Tree(props: {
  id: string;
  title: string;
  entries: LibraryEntry[];
  context: Pick<ReadingContext, 'library'>;
}): ReactNode {
  const { id, title, entries, context } = props;
  if (entries.length === 0) return null;
  return (
    <Block id={id} title={title}>
      <ul className="list columns">
        {entries.map((entry) => (
          <li key={entry.uid}>
            <span className="name">
              <EntryLink entry={entry} />
            </span>{' '}
            <span className="meta">{kindOf(entry)}</span>
            <ChildLinks entries={childrenOf(context.library, entry)} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

const kindOf = ({ treatmentKind }: LibraryEntry) => treatmentKind && treatmentKindLabel(treatmentKind);

/** What a guide leads to, counted in live entries: `11 causes, 12 treatments, 6 warning signs`. */
function whatIsIn(guide: LibraryEntry, library: Library): string {
  const named = liveOf(library, guide.references);
  return COUNTED.map(({ type, one, many }) => {
    const count = named.filter((entry) => entry.type === type).length;
    return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
  })
    .filter(Boolean)
    .join(', ');
}

const COUNTED = [
  { type: 'cause', one: 'cause', many: 'causes' },
  { type: 'treatment', one: 'thing you can do', many: 'things you can do' },
  { type: 'red-flag', one: 'warning sign', many: 'warning signs' },
];
