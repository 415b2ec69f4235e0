import type { DayOfReaders, ReadersHad } from '../../editorial/timeline/readers-had.ts';
import { WITHDRAWAL_WORDS } from '../../model/withdrawal.ts';
import { LocalTime } from '../dashboard/local-time.tsx';
import { formatDay } from '../workflow/dates.ts';

interface ReadersHadBoxProps {
  /** what was asked for; null when nothing was */
  answer: DayOfReaders | null;
  /** why there is no answer to what was asked, in words */
  refusal: string | null;
  /** what else the address shows, kept while asking */
  kept: Readonly<Record<string, string | undefined>>;
  /** the public page of the entry; null where readers have none */
  page: string | null;
}

/** “What did readers have on …”: one question, answered from the log. */
export function ReadersHadBox({ answer, refusal, kept, page }: ReadersHadBoxProps) {
  return (
    <section className="timeline__box" aria-labelledby="readers-had">
      <header>
        <h2 id="readers-had">What did readers have on …</h2>
      </header>
      <div className="timeline__pad">
        <form className="timeline__ask">
          {Object.entries(kept).map(([name, value]) =>
            value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
          )}
          <label htmlFor="readers-had-on">Day (UTC)</label>
          <input id="readers-had-on" type="date" name="on" defaultValue={answer?.day} required />
          <button type="submit" className="timeline__button">
            Show
          </button>
        </form>
        {refusal !== null && <p role="alert">{refusal}</p>}
        {answer && (
          <div role="status">
            <p>
              <strong>{formatDay(answer.day)}</strong>
            </p>
            <ul>
              {answer.had.map((one, i) => (
                <li key={i}>
                  {one.since === null ? (
                    'As the day began: '
                  ) : (
                    <>
                      <LocalTime at={one.since} />:{' '}
                    </>
                  )}
                  <Had one={one} page={page} />
                </li>
              ))}
            </ul>
            {answer.unverified.length > 0 && (
              <p>
                Not told here, because the log does not prove them: release {answer.unverified.join(', ')}. Whoever runs
                the system must look at that.
              </p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function Had({ one: { release, withdrawn }, page }: { one: ReadersHad; page: string | null }) {
  if (!release)
    return <>{withdrawn ? `nothing; withdrawn: ${WITHDRAWAL_WORDS[withdrawn]}` : 'nothing of this entry'}</>;
  const words = `version ${release.version}, release ${release.seq}`;
  return page === null ? <>{words}</> : <a href={`${page}?release=${release.seq}`}>{words}</a>;
}
