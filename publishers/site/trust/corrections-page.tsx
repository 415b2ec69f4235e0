import type { ReactNode } from 'react';
import { WITHDRAWAL_WORDS } from '../../../model/withdrawal.ts';
import { GRADES, type Grade } from '../../../release-log/correction-list.ts';
import type { Library } from '../../../release-log/library.ts';
import { correctionsPath, pathOf, proofPath } from '../../addresses.ts';
import { WordDiff } from '../../changes/word-diff.tsx';
import { correctionCounts, correctionsOf } from '../../changes/corrections.ts';
import { readCorrection, type ToldCorrection } from '../../changes/read-correction.ts';
import {
  CORRECTIONS_LEDE,
  CORRECTIONS_TITLE,
  GONE_SINCE,
  gradeLabel,
  MORE_CHANGED,
  NOTHING_IN_WORDS,
  RELEASED_AGAIN,
  WORRIED,
} from '../../wording/corrections.ts';
import { dayOf, longDate } from '../../wording/dates.ts';
import { listLabel } from '../../wording/labels.ts';
import { SignLines } from '../parts/care-cards.tsx';
import { Pager } from './pager.tsx';

/** Corrections on one page. */
const PER_PAGE = 20;

export interface CorrectionsPage {
  grade: Grade | null;
  page: number;
  pages: number;
  counts: Record<Grade, number>;
  /** null where a row does not verify */
  told: (ToldCorrection | null)[];
}

/** A page behind the last is the last. */
export function correctionsPage(library: Pick<Library, 'corrected'>, grade: Grade | null, asked: number) {
  const counts = correctionCounts(library);
  const pages = Math.max(1, Math.ceil(totalOf(counts, grade) / PER_PAGE));
  return { counts, pages, page: Math.min(asked, pages) };
}

/** Reads the rows of this page alone. */
export async function readCorrections(library: Library, grade: Grade | null, asked: number): Promise<CorrectionsPage> {
  const { counts, pages, page } = correctionsPage(library, grade, asked);
  const rows = correctionsOf(library, grade, { most: page * PER_PAGE }).slice((page - 1) * PER_PAGE);
  const told: (ToldCorrection | null)[] = [];
  // One after the other: whole texts are read for each.
  for (const row of rows) told.push(await readCorrection(row, library));
  return { grade, page, pages, counts, told };
}

const totalOf = (counts: Record<Grade, number>, grade: Grade | null): number =>
  grade === null ? counts.safety + counts.major + counts.withdrawn : counts[grade];

export function Corrections({ list }: { list: CorrectionsPage }): ReactNode {
  const { grade, page, pages, counts, told } = list;
  return (
    <>
      <div className="head">
        <h1>{CORRECTIONS_TITLE}</h1>
        <p className="lede">{CORRECTIONS_LEDE}</p>
      </div>
      <nav aria-label="Filter">
        <ul className="chips">
          {[null, ...GRADES].map((one) => (
            <li key={one}>
              <a href={correctionsPath(one)} aria-current={one === grade ? 'true' : undefined}>
                {one === null ? 'All but minor' : gradeLabel[one]} {totalOf(counts, one).toLocaleString('en')}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="s">
        Marks: <ins>words added</ins>, <del>words removed</del>. Follow this list in a feed reader:{' '}
        <a href="/corrections.json">JSON Feed</a> or <a href="/corrections.xml">Atom</a>.
      </p>
      {told.length === 0 ? (
        <p>Nothing of this kind so far.</p>
      ) : (
        <ol className="log">
          {told.map((one, i) => (
            <li key={i} className="split">
              {one ? (
                <Told told={one} />
              ) : (
                <p>A row of the log that cannot be shown: it does not verify. We have been told.</p>
              )}
            </li>
          ))}
        </ol>
      )}
      <Pager page={page} pages={pages} pathOf={(other) => correctionsPath(grade, other)} />
    </>
  );
}

const TAGS: Readonly<Record<Grade, string>> = {
  safety: 'tag now',
  major: 'tag day',
  minor: 'tag',
  withdrawn: 'tag day',
};

function Told({ told }: { told: ToldCorrection }): ReactNode {
  const { entry, grade, seq, at } = told;
  return (
    <>
      <div id={`release-${seq}`}>
        <p>
          <span className={TAGS[grade]}>{gradeLabel[grade]}</span>{' '}
          <span className="s">
            <time dateTime={dayOf(at)}>{longDate(at)}</time>,{' '}
            {told.what === 'withdrawn-since' ? `release ${seq}` : <a href={proofPath(seq)}>release {seq}</a>}
          </span>
        </p>
        <h2 className="h3">
          <a href={pathOf(entry)}>{entry.title}</a>
        </h2>
        <Why told={told} />
      </div>
      <div className="flow">
        <WhatChanged told={told} />
        <WhatToDo told={told} />
      </div>
    </>
  );
}

function Why({ told }: { told: ToldCorrection }): ReactNode {
  if (told.what === 'withdrawn-since') return null;
  if (told.what === 'withdrawn') return <p className="s">Why: {WITHDRAWAL_WORDS[told.row.reason]}</p>;
  return told.row.changeNote !== '' && <p className="s">Why: {told.row.changeNote}</p>;
}

function WhatChanged({ told }: { told: ToldCorrection }): ReactNode {
  if (told.what === 'withdrawn-since') {
    return (
      <p>
        {GONE_SINCE} <a href={pathOf(told.entry)}>What is known of it now</a>.
      </p>
    );
  }
  if (told.what === 'withdrawn') return <p>{told.row.publicNote ?? 'Please do not rely on copies of it.'}</p>;
  const { changes } = told;
  if (!changes) return <p>{RELEASED_AGAIN}</p>;
  if (changes.changes.length === 0) return <p>{NOTHING_IN_WORDS}</p>;
  return (
    <>
      {changes.changes.map(({ label, words }) => (
        <div key={label}>
          <p className="s">{label}</p>
          <blockquote className="card">
            <p>
              <WordDiff words={words} />
            </p>
          </blockquote>
        </div>
      ))}
      {changes.left > 0 && <p className="s">{MORE_CHANGED(changes.left)}</p>}
    </>
  );
}

/** From what the entry says today; of a withdrawal what its row names. */
function WhatToDo({ told }: { told: ToldCorrection }): ReactNode {
  if (told.what === 'withdrawn-since') return null;
  if (told.what === 'withdrawn') {
    return (
      <p>
        {told.isBack && (
          <>
            Text that was approved anew stands at <a href={pathOf(told.entry)}>{told.entry.title}</a>.{' '}
          </>
        )}
        {told.instead && (
          <>
            Read instead: <a href={pathOf(told.instead)}>{told.instead.title}</a>.{' '}
          </>
        )}
        {WORRIED}
      </p>
    );
  }
  if (told.grade !== 'safety' || (told.action === null && told.flags.length === 0)) return null;
  return (
    <>
      {told.action !== null && (
        <>
          <p>
            <strong>What to do now</strong>
          </p>
          <p>{told.action}</p>
        </>
      )}
      {told.flags.length > 0 && (
        <p>
          <strong>{listLabel('red-flag')}</strong>
        </p>
      )}
      <SignLines flags={told.flags} />
    </>
  );
}
