import { Link } from '@payloadcms/ui';
import { TIMELINE_KINDS } from '../../editorial/timeline/read-timeline.ts';
import { TYPE_OF } from '../../model/entries/types.ts';
import { pathOf } from '../../publishers/addresses.ts';
import { LocalTime } from '../dashboard/local-time.tsx';
import { StateBadge } from '../workflow/state-badge.tsx';
import { Choice } from './choice.tsx';
import { ComparisonBox } from './comparison.tsx';
import { CopyLink } from './copy-link.tsx';
import { Proof } from './proof.tsx';
import type { Shown } from './read-desk.ts';
import { ReadersHadBox } from './readers-had-box.tsx';
import { StartRevision } from './start-revision.tsx';
import { TimelineItem } from './timeline-line.tsx';
import { timelinePath } from './timeline-path.ts';
import { KIND_WORDS, nameOf } from './words.ts';

/** The timeline at the left, what was asked of it at the right. Every choice is in the address. */
export function TimelinePage({ admin, api, ...shown }: Shown & { admin: string; api: string }) {
  const { collection, id, timeline, comparison, had, refusals, asked, query, mayStart } = shown;
  const to = (shows: Record<string, string | undefined>) =>
    timelinePath(admin, { collection, id: timeline.uid }, shows);
  const chosen = { a: comparison?.a.name, b: comparison?.b.name };
  const isFirstPage = asked.from === null && asked.until === null;
  return (
    <>
      <header className="timeline__head">
        <h1>Timeline: {timeline.title || 'Untitled'}</h1>
        {timeline.state && <StateBadge state={timeline.state} />}
        <Link href={`${admin}/collections/${collection}/${id}`}>Open the form</Link>
        {mayStart && (
          <a href={`${api}/${collection}/${timeline.uid}/audit.json`} download={`audit-${timeline.uid}.json`}>
            Export for an auditor
          </a>
        )}
        <nav className="timeline__kinds" aria-label="Show">
          {TIMELINE_KINDS.map((kind) => (
            <a
              key={kind}
              href={to({ ...query, kind, from: undefined })}
              aria-current={kind === asked.kind || undefined}
            >
              {KIND_WORDS[kind]}
            </a>
          ))}
        </nav>
      </header>
      {asked.until && (
        <p className="timeline__until">
          Up to <LocalTime at={asked.until} />. <a href={to({ kind: query.kind })}>Show all</a>{' '}
          <CopyLink href={to({ until: asked.until })} label="Copy link to this moment" />
        </p>
      )}
      <div className="timeline__columns">
        <form className="timeline__box">
          {/* What the address shows stays while states are chosen. */}
          {(['kind', 'from', 'until', 'on'] as const).map((name) =>
            query[name] === undefined ? null : <input key={name} type="hidden" name={name} value={query[name]} />,
          )}
          <header>
            <h2>What happened</h2>
            <span className="timeline__meta">newest first</span>
            <button type="submit" className="timeline__button timeline__end">
              Compare A and B
            </button>
          </header>
          <ol className="timeline__lines">
            {isFirstPage && (
              <li className="timeline__line">
                <Choice state="draft" chosen={chosen} of="the draft now" />
                <div>
                  <span className="state-badge">Now</span>
                </div>
                <div className="timeline__what">
                  <p className="timeline__title">The draft now</p>
                  <p className="timeline__meta">
                    {timeline.live?.revision === timeline.revision
                      ? 'What readers have.'
                      : 'Readers do not have this text.'}
                  </p>
                </div>
              </li>
            )}
            {timeline.lines.map((line, i) => (
              <TimelineItem key={`${line.at}-${i}`} line={line} chosen={chosen} href={to({ until: line.at })} />
            ))}
          </ol>
          {timeline.lines.length === 0 && <p className="timeline__pad">Nothing of this kind happened.</p>}
          <p className="timeline__pad timeline__pages">
            {!isFirstPage && <a href={to({ kind: query.kind })}>Newest</a>}
            {timeline.next && <a href={to({ ...query, from: timeline.next })}>Older</a>}
          </p>
        </form>
        <div className="timeline__column">
          {comparison ? (
            <>
              <ComparisonBox comparison={comparison} href={to({ ...chosen })} />
              {mayStart && comparison.a.revision !== timeline.revision && (
                <StartRevision
                  collection={collection}
                  uid={timeline.uid}
                  id={id}
                  state={comparison.a.name}
                  words={nameOf(comparison.a)}
                  revision={timeline.revision}
                />
              )}
              <Proof facts={comparison.b} />
            </>
          ) : (
            <>
              {refusals.comparison !== null && (
                <p role="alert">
                  {refusals.comparison}{' '}
                  {query.a && <a href={to({ ...query, a: undefined, b: undefined })}>Without this comparison</a>}
                </p>
              )}
              <p className="timeline__meta">Choose A and B to see what changed between any two states.</p>
            </>
          )}
          <ReadersHadBox
            answer={had}
            refusal={refusals.had}
            kept={{ ...query, on: undefined }}
            page={had?.slug ? pathOf({ type: TYPE_OF[collection], slug: had.slug }) : null}
          />
        </div>
      </div>
    </>
  );
}
