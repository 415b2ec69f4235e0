import { Fragment, type ReactNode } from 'react';
import type { EntryType } from '../../../model/entries/types.ts';
import type { Approval, ClinicianSnapshot } from '../../../model/release-row.ts';
import type { LogClinician } from '../../../release-log/clinician-index.ts';
import { ifProved } from '../../../release-log/integrity.ts';
import type { Library } from '../../../release-log/library.ts';
import { clinicianPath, pathOf, proofPath } from '../../addresses.ts';
import { DataTable } from '../../html/data-table.tsx';
import { dayOf, longDate } from '../../wording/dates.ts';
import { bylinesOf, clinicianName, madeUp, registration } from '../../wording/reviewers.ts';
import { scopeLabel } from '../../wording/trust.ts';
import { Pager } from './pager.tsx';

/** Releases on one page. */
const PER_PAGE = 50;

/** A release that carries an approval of the clinician. */
interface Approved {
  entry: { type: EntryType; slug: string; title: string };
  seq: number;
  version: string;
  /** the latest of theirs */
  approval: Approval;
  others: ClinicianSnapshot[];
  state: 'live' | 'replaced' | 'withdrawn';
}

export interface ClinicianPage {
  clinician: LogClinician;
  page: number;
  pages: number;
  total: number;
  /** releases on this page that do not verify */
  unproved: number;
  approved: Approved[];
}

/** A page behind the last is the last. */
export function approvalPage({ approvedBy }: Pick<Library, 'approvedBy'>, { profile }: LogClinician, asked: number) {
  const rows = approvedBy(profile.uid);
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  return { rows, pages, page: Math.min(asked, pages) };
}

/** Reads the rows of this page alone. */
export async function readClinician(library: Library, clinician: LogClinician, asked: number): Promise<ClinicianPage> {
  const { uid } = clinician.profile;
  const { rows, page, pages } = approvalPage(library, clinician, asked);
  const shown = rows.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const approved: Approved[] = [];
  for (const seq of shown) {
    const one = await readApproved(library, uid, seq);
    if (one) approved.push(one);
  }
  return { clinician, page, pages, total: rows.length, unproved: shown.length - approved.length, approved };
}

/** By the name that the entry has now: what an old release was called may have been withdrawn with it. */
async function readApproved(library: Library, uid: string, seq: number): Promise<Approved | null> {
  const row = await ifProved(library.release(seq));
  const entry = row && (library.live(row.uid) ?? library.withdrawn(row.uid));
  const approval = row?.approvals.findLast(({ clinician }) => clinician.uid === uid);
  if (!row || !entry || !approval) return null;
  const replaced = library.live(row.uid)?.seq === seq ? 'live' : 'replaced';
  return {
    entry: { type: entry.type, slug: entry.slug, title: entry.title },
    ...{ seq, approval, version: row.version },
    others: bylinesOf(row.approvals).flatMap(({ clinician }) => (clinician.uid === uid ? [] : [clinician])),
    state: library.withdrawnAfter(row.uid, seq) ? 'withdrawn' : replaced,
  };
}

export function Clinician({ shown, isStruckOff }: { shown: ClinicianPage; isStruckOff: boolean }): ReactNode {
  const { clinician, page, pages, total, approved, unproved } = shown;
  const { profile, lastApprovedAt } = clinician;
  return (
    <>
      <div className="head">
        <p className="kick">Clinician</p>
        <h1>{profile.name}</h1>
        <p className="lede">
          {profile.demonstration
            ? 'This person is made up for a demonstration, and so are the approvals below.'
            : 'Who this is, as the signed record has it, and every text that they said yes to.'}
        </p>
      </div>
      <Profile profile={profile} />
      <section>
        <h2>What this page can tell you</h2>
        <div className="flow">
          <p>
            It shows who {profile.name} was on {longDate(lastApprovedAt)}, the day of their last approval.{' '}
            {isStruckOff
              ? 'They have been struck off the register since: no approval of theirs counts any more for what is released now.'
              : 'It does not say how they stand with their register today: ask the register.'}
          </p>
          <p>
            Whoever is known not to be in good standing cannot approve, and a release is checked for that when it goes
            out. Earlier releases keep the names of their day. <a href="/editorial-policy">How texts are approved</a>
          </p>
        </div>
      </section>
      <section>
        <h2>Approved releases</h2>
        <p className="s">
          {total === 1 ? 'One release' : `${total.toLocaleString('en')} releases`}, newest first. Each approval is of
          one exact text: when a word, a source or a figure changes later, a new one is needed.
        </p>
        <DataTable
          head={COLUMNS}
          names={COLUMNS}
          named
          rows={approved.map((one) => [
            <a key="" href={pathOf(one.entry)}>
              {one.entry.title}
            </a>,
            one.state === 'withdrawn' ? `${one.version} (withdrawn)` : <Version key="" of={one} />,
            <time key="" dateTime={dayOf(one.approval.approvedAt)}>
              {longDate(one.approval.approvedAt)}
            </time>,
            scopeLabel[one.approval.scope],
            <With key="" others={one.others} />,
          ])}
        />
        {unproved > 0 && <p>{unproved} of the releases on this page cannot be shown: they do not verify.</p>}
        <Pager page={page} pages={pages} pathOf={(other) => clinicianPath(profile.slug, other)} />
      </section>
    </>
  );
}

const COLUMNS = ['Page', 'Version', 'Approved', 'Looked at', 'Together with'];

function Profile({ profile }: { profile: ClinicianSnapshot }): ReactNode {
  const facts = [
    ['Specialty', profile.specialty],
    ['Credentials', profile.credentials],
    ['Register and number', registration(profile)],
  ].filter(([, value]) => value);
  return (
    <dl className="facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const Version = ({ of: { seq, version, state } }: { of: Approved }): ReactNode => (
  <>
    <a href={proofPath(seq)}>{version}</a>
    {state === 'live' ? ', what readers have' : ', replaced since'}
  </>
);

function With({ others }: { others: ClinicianSnapshot[] }): ReactNode {
  if (others.length === 0) return 'Nobody else';
  return others.map((other, i) => (
    <Fragment key={other.uid}>
      {i > 0 && ', '}
      <a href={clinicianPath(other.slug)}>{other.name}</a>
      {madeUp(other)}
    </Fragment>
  ));
}

/** Everybody whose approval the log carries. */
export function Clinicians({ all }: { all: LogClinician[] }): ReactNode {
  return (
    <>
      <div className="head">
        <h1>Clinicians</h1>
        <p className="lede">Everybody who ever approved a text here, by name.</p>
      </div>
      <ul className="list">
        {all.map(({ profile, lastApprovedAt }) => (
          <li key={profile.uid}>
            <span className="name">
              <a href={clinicianPath(profile.slug)}>{clinicianName(profile)}</a>
            </span>
            <p className="s">
              {[profile.credentials, profile.specialty].filter(Boolean).join(', ')}. Last approval{' '}
              <time dateTime={dayOf(lastApprovedAt)}>{longDate(lastApprovedAt)}</time>.
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
