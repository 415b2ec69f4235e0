import type { StateFacts } from '../../editorial/timeline/read-state.ts';
import { capital } from '../../model/entries/labels.ts';
import { approvalWords, shortHash } from './words.ts';

/** What proves the later of two states, and where its public row is. */
export function Proof({ facts }: { facts: StateFacts }) {
  const { release, revision } = facts;
  return (
    <section className="timeline__box" aria-labelledby="proof">
      <header>
        <h2 id="proof">Proof</h2>
        <span className="timeline__end timeline__meta">{release ? `release ${release.seq}` : 'no release'}</span>
      </header>
      <dl className="timeline__facts timeline__pad">
        <dt>Fingerprint</dt>
        <dd title={revision}>
          <code>{shortHash(revision)}</code>
        </dd>
        {release ? (
          <>
            <dt>Signature</dt>
            <dd>
              Valid when this page was made. <a href={`/releases/${release.seq}.json`}>Public row</a>
            </dd>
            <dt>Approvals</dt>
            <dd>{release.approvals.length === 0 ? 'None' : capital(approvalWords(release.approvals, revision))}</dd>
          </>
        ) : (
          <>
            <dt>Readers</dt>
            <dd>Only releases are signed. What was saved or is a draft is known to the staff alone.</dd>
          </>
        )}
      </dl>
    </section>
  );
}
