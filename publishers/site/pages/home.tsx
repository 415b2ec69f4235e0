import type { ReactNode } from 'react';
import { ANY_COUNTRY } from '../../../model/emergency-numbers.ts';
import { ENTRY_TYPES, type EntryType } from '../../../model/entries/types.ts';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import { HELP_ID, SearchField } from '../../html/frame.tsx';
import { HEADINGS } from '../../wording/headings.ts';
import { listLabel, typeLabel } from '../../wording/labels.ts';
import type { BodyMap } from '../finding/body-map.ts';
import { placeMapOf } from '../finding/place-map.tsx';
import { ChildLinks, CourseInvitations, EntryLink, KindOfEntry, WholeList } from '../parts/entry-lists.tsx';
import { SignPanel } from '../parts/care-cards.tsx';
import { childrenOf, liveOf, mostUrgentFirst, topLevel } from '../references.ts';
import type { Branch, ReadingContext } from '../view.ts';

export const HOME_DESCRIPTION =
  'Health guides in plain words. Every page names the clinician who approved it, the day of the review and its sources.';

/** How much of each list the home page shows; 100 entries in all. The rest is one link away. */
const SHOWN = { 'red-flag': 12, guide: 12, cause: 25, treatment: 33, course: 6 } satisfies Record<EntryType, number>;

export function Home({ library, emergency = ANY_COUNTRY, maps = [] }: ReadingContext): ReactNode {
  const flags = library.list('red-flag');
  const guides = library.list('guide');
  const courses = library.list('course');
  return (
    <>
      <Hero guides={guides} maps={maps} />
      {ENTRY_TYPES.every((type) => library.list(type).length === 0) && <p>Nothing has been released yet.</p>}
      <SignPanel
        id={HELP_ID}
        title="Get help now"
        flags={mostUrgentFirst(flags).slice(0, SHOWN['red-flag'])}
        emergency={emergency}
        wide
      />
      <WholeList type="red-flag" total={flags.length} shown={SHOWN['red-flag']} />
      {guides.length > 0 && (
        <Block id="guides" title="Start here">
          <ul className="grid">
            {guides.slice(0, SHOWN.guide).map((guide) => (
              <li key={guide.uid} className="card">
                <p className="kick">{typeLabel('guide')}</p>
                <h3>
                  <EntryLink entry={guide} />
                </h3>
                <p>{guide.summary}</p>
                <p className="s">{whatIsIn(guide, library)}</p>
              </li>
            ))}
          </ul>
          <WholeList type="guide" total={guides.length} shown={SHOWN.guide} />
        </Block>
      )}
      <Tree type="cause" id="causes" library={library} />
      <Tree type="treatment" id="treatments" library={library} />
      {courses.length > 0 && (
        <Block id="courses" title={HEADINGS.course}>
          <CourseInvitations courses={courses.slice(0, SHOWN.course)} />
          <WholeList type="course" total={courses.length} shown={SHOWN.course} />
        </Block>
      )}
      <HowToCheck />
    </>
  );
}

/** What this is, and the two ways in: words, or the place that hurts. */
const Hero = ({ guides, maps }: { guides: LibraryEntry[]; maps: readonly BodyMap[] }): ReactNode => (
  <div className="hero">
    <div>
      <h1>Health information you can trace</h1>
      <p className="lede">
        Guides in plain words. Named clinicians approved every word, and when advice is corrected or withdrawn, this
        site follows at once.
      </p>
      <SearchField className="big" label="What do you want to know?" words="Search" />
    </div>
    {guides.length > 0 && (
      <a className="herocard card" href="/find">
        <Drawing maps={maps} />
        <b>{HEADINGS.places}</b>
        <span>Choose the place, and see what may be behind it.</span>
      </a>
    )}
  </div>
);

/** Pixels. */
const DRAWING_WIDTH = 150;

/** The first map with all its places; not on a phone, where it would push down what must not wait. */
function Drawing({ maps }: { maps: readonly BodyMap[] }): ReactNode {
  const picture = placeMapOf(maps, { often: [], sometimes: maps[0]?.order ?? [] });
  return (
    picture && (
      <span className="mini lg">
        <img
          src={picture.path}
          width={DRAWING_WIDTH}
          height={Math.round((DRAWING_WIDTH * picture.size.height) / picture.size.width)}
          alt=""
          loading="lazy"
        />
      </span>
    )
  );
}

/** What the promise is, and where it can be checked. */
const HowToCheck = (): ReactNode => (
  <Block id="why" title="Why you can check us">
    <ol className="grid">
      <li>
        <h3>Named clinicians</h3>
        <p>approve the exact text that you read. When one word of it changes, it needs approval again.</p>
      </li>
      <li>
        <h3>A fingerprint on every page</h3>
        <p>lets anybody check that what they read is what was approved.</p>
      </li>
      <li>
        <h3>Corrections reach you</h3>
        <p>on the page, in the feeds, and by mail where a lesson that you got said something else.</p>
      </li>
    </ol>
    <p>
      <a href="/corrections">All corrections and withdrawals</a>
    </p>
  </Block>
);

function Block({ id, title, children }: { id: string; title: string; children: ReactNode }): ReactNode {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** Top-level entries with the narrower ones below them, as many as the page has room for. */
function Tree({ type, id, library }: { type: 'cause' | 'treatment'; id: string; library: Library }): ReactNode {
  const branches = firstBranches(library, type, SHOWN[type]);
  if (branches.length === 0) return null;
  return (
    <Block id={id} title={listLabel(type)}>
      <ul className="columns">
        {branches.map(({ entry, children }) => (
          <li key={entry.uid}>
            <b>
              <EntryLink entry={entry} />
            </b>{' '}
            <KindOfEntry entry={entry} />
            <ChildLinks entries={children} />
          </li>
        ))}
      </ul>
      <WholeList type={type} total={library.list(type).length} shown={countIn(branches)} />
    </Block>
  );
}

/** Whole branches while there is room, the narrower entries of the last one cut off where it ends. */
function firstBranches(library: Library, type: EntryType, room: number): Branch[] {
  const branches: Branch[] = [];
  let left = room;
  for (const entry of topLevel(library, type)) {
    if (left <= 0) break;
    const children = childrenOf(library, entry).slice(0, left - 1);
    branches.push({ entry, children });
    left -= 1 + children.length;
  }
  return branches;
}

const countIn = (branches: Branch[]): number => branches.reduce((sum, { children }) => sum + 1 + children.length, 0);

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
