import type { ReactNode } from 'react';
import { rowHash, type Approval, type Release } from '../../../model/release-row.ts';
import { WITHDRAWAL_WORDS } from '../../../model/withdrawal.ts';
import { clinicianPath, pathOf, proofPath } from '../../addresses.ts';
import { DataTable } from '../../html/data-table.tsx';
import { changeLabel, typeLabel } from '../../wording/labels.ts';
import { madeUp } from '../../wording/reviewers.ts';
import { scopeLabel } from '../../wording/trust.ts';
import { checkCommand } from './check-command.ts';
import { keyIdOf } from './key-id.ts';

interface ProofProps {
  row: Release;
  /** its title; of a withdrawal, whose title went with its text, what the entry is called now */
  name: string;
  /** of the row before, when its text may be read or it has none */
  hasPrevious: boolean;
  /** what readers get of this entry now is this row */
  isLive: boolean;
  siteUrl: string;
}

/** What the log says of one row, and how to check it without trusting this page. */
export function Proof({ row, name, hasPrevious, isLive, siteUrl }: ProofProps): ReactNode {
  return (
    <>
      <div className="head">
        <p className="kick">Proof of a release</p>
        <h1>
          Release {row.seq}: {name}
        </h1>
        <p className="lede">{ledeOf(row, isLive)}</p>
      </div>
      <section className="flow">
        <h2>Checked when this page was made</h2>
        <ul>
          <li>The signature is of exactly the members below, by a key that counts at this position.</li>
          <li>The row hash was computed anew and is the one that the log has here.</li>
          {row.kind === 'released' && (
            <li>The hash of the stored text was computed anew and is the revision that was signed.</li>
          )}
        </ul>
        <p>
          Had one of these failed, you would read an error here. <a href="#check">Check it yourself</a>, without
          trusting this page.
        </p>
      </section>
      <Members row={row} hasPrevious={hasPrevious} />
      {row.kind === 'released' && <Approvals approvals={row.approvals} revision={row.revision} />}
      <CheckIt row={row} siteUrl={siteUrl} />
    </>
  );
}

function ledeOf(row: Release, isLive: boolean): ReactNode {
  if (row.kind === 'withdrawn') return <>This row took the text from readers. {WITHDRAWAL_WORDS[row.reason]}</>;
  return isLive ? (
    <>
      This is what <a href={pathOf(row)}>the page</a> says now.
    </>
  ) : (
    <>
      This text was replaced. <a href={`${pathOf(row)}?release=${row.seq}`}>Read it as it was</a>, under a notice, or{' '}
      <a href={pathOf(row)}>as it is now</a>.
    </>
  );
}

function Members({ row, hasPrevious }: Pick<ProofProps, 'row' | 'hasPrevious'>): ReactNode {
  const previous = row.seq - 1;
  const facts: [string, ReactNode][] = [
    ['Position in the log', `${row.seq} of log ${row.logId}`],
    ['Entry', `${typeLabel(row.type)} ${row.uid}`],
    ['Version', `${row.version}, ${changeLabel(row.changeKind).toLowerCase()}`],
    ['Why', row.changeNote],
    ['Released', row.releasedAt],
    ['First released', row.firstReleasedAt],
    ['Last reviewed', row.reviewedAt],
    ['Next review by', row.reviewDue],
    [
      'Row before it',
      row.previous === null ? (
        'None: this is the first'
      ) : (
        <>
          {hasPrevious ? <a href={proofPath(previous)}>Release {previous}</a> : `Release ${previous}`}
          <br />
          <code>{row.previous}</code>
        </>
      ),
    ],
    ['Hash of this row (SHA-256)', <code key="">{rowHash(row)}</code>],
    ['Revision: hash of the text', <code key="">{row.revision}</code>],
    ['Key that signed it', <code key="">{keyIdOf(row.signature) ?? 'not named'}</code>],
  ];
  return (
    <section>
      <h2>The row</h2>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd className="s">{value}</dd>
            </div>
          ))}
      </dl>
      <details>
        <summary>Signature (compact JWS, EdDSA)</summary>
        <p>
          <code>{row.signature}</code>
        </p>
      </details>
    </section>
  );
}

const COLUMNS = ['Clinician', 'Approved', 'Looked at', 'Of this exact text'];

const Approvals = ({ approvals, revision }: { approvals: Approval[]; revision: string }): ReactNode => (
  <section>
    <h2>Approvals</h2>
    <DataTable
      head={COLUMNS}
      names={COLUMNS}
      named
      rows={approvals.map(({ clinician, approvedAt, scope, revision: approved }) => [
        <span key="">
          <a href={clinicianPath(clinician.slug)}>{clinician.name}</a>
          {madeUp(clinician)}
        </span>,
        approvedAt,
        scopeLabel[scope],
        approved === revision ? 'Yes' : 'Of an earlier text, carried on',
      ])}
    />
  </section>
);

const CheckIt = ({ row: { seq }, siteUrl }: Pick<ProofProps, 'row' | 'siteUrl'>): ReactNode => (
  <section className="flow">
    <h2 id="check">Check it yourself</h2>
    <p>
      With a copy of this program’s <code>scripts/verify-feed.ts</code>, this command fetches the row, its text and the
      keys, and computes everything again on your own machine:
    </p>
    <pre tabIndex={0}>
      <code>{checkCommand(siteUrl, seq)}</code>
    </pre>
    <p>
      Without <code>--release</code> it checks the whole log, every row and the chain between them. What it reads:{' '}
      <a href={`${proofPath(seq)}.json`}>this row and its text</a>, <a href="/.well-known/jwks.json">the keys</a>,{' '}
      <a href="/changes.json">the log</a>.
    </p>
  </section>
);
