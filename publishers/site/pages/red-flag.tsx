import type { ReactNode } from 'react';
import { ANY_COUNTRY, type EmergencyNumber } from '../../../model/emergency-numbers.ts';
import type { RedFlagContent } from '../../../model/entries/red-flag.ts';
import { citingOf } from '../../html/citing.ts';
import { Figure } from '../../html/figure.tsx';
import { Prose } from '../../html/prose.tsx';
import type { Library } from '../../../release-log/library.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { urgencyLabel, whomLabel } from '../../wording/labels.ts';
import { breadcrumbsTo } from '../breadcrumbs.ts';
import { Facts } from '../parts/facts.tsx';
import { CallRow, DoAndDont, SignLists } from '../parts/care-cards.tsx';
import { RelatedList } from '../parts/entry-lists.tsx';
import { guidesOf, liveOf, seeAlso } from '../references.ts';
import { present, type EntryView, type ReadingContext, type RowOf } from '../view.ts';

/** Enough to compare one's own signs; a large library has a panel on each guide. */
const MAX_OTHERS = 12;

export function redFlagView(row: RowOf<RedFlagContent>, context: ReadingContext): EntryView {
  const flag = row.snapshot;
  const { emergency = ANY_COUNTRY } = context;
  const others = otherFlags(flag, context.library);
  const guides = seeAlso(context.library, { uid: flag.uid, related: [] });
  return {
    eyebrow: 'Warning sign',
    alsoCalled: flag.synonyms,
    summary: null,
    help: <Action flag={flag} emergency={emergency} />,
    first: null,
    parts: present([
      flag.atRisk.length > 0 && { id: 'at-risk', label: HEADINGS.atRisk, body: <Lines lines={flag.atRisk} /> },
      flag.explanation.length + flag.figures.length > 0 && {
        id: 'why',
        label: HEADINGS.why,
        body: (
          <>
            <Prose prose={flag.explanation} citing={citingOf(flag)} />
            {flag.figures.map((figure, i) => (
              <Figure key={i} figure={figure} />
            ))}
          </>
        ),
      },
      flag.mimics.length > 0 && { id: 'mimics', label: HEADINGS.mimics, body: <Lines lines={flag.mimics} /> },
      others.length > 0 && {
        id: 'others',
        label: 'Other warning signs',
        body: <SignLists flags={others} emergency={emergency} />,
      },
      guides.length > 0 && { id: 'guides', label: HEADINGS.relatedPages, body: <RelatedList entries={guides} /> },
      flag.icd10.length > 0 && {
        id: 'codes',
        label: 'For health professionals',
        body: <Facts facts={[{ name: 'ICD-10', value: flag.icd10.join(', ') }]} />,
      },
    ]),
    breadcrumbs: breadcrumbsTo({ uid: flag.uid, partOf: null }, context),
  };
}

/** The whole of what to do, before anything else. */
function Action({ flag, emergency }: { flag: RedFlagContent; emergency: readonly EmergencyNumber[] }): ReactNode {
  const { urgency, action, call, urgencyNote } = flag;
  return (
    <section className={`care ${urgency ?? 'urgent-days'} action`} id="what-to-do" aria-labelledby="what-to-do-title">
      <h2 id="what-to-do-title">{urgencyLabel(urgency)}</h2>
      <div className="in">
        {call.whom !== null && <p className="whom">{whomLabel(call.whom)}</p>}
        {urgency === 'emergency-now' && <CallRow emergency={emergency} />}
        {call.say !== null && (
          <p>
            {HEADINGS.say}: <strong>“{call.say}”</strong>
          </p>
        )}
        <p className="summary">{action}</p>
        <DoAndDont flag={flag} />
        {urgencyNote !== null && urgencyNote !== '' && <p>{urgencyNote}</p>}
      </div>
    </section>
  );
}

const Lines = ({ lines }: { lines: string[] }): ReactNode => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

/** The signs of the guides that name this one, else any. */
function otherFlags(flag: RedFlagContent, library: Library) {
  const named = guidesOf(library, flag).flatMap(({ references }) => references);
  const candidates = named.length > 0 ? liveOf(library, [...new Set(named)]) : library.list('red-flag');
  return candidates.filter((entry) => entry.type === 'red-flag' && entry.uid !== flag.uid).slice(0, MAX_OTHERS);
}
