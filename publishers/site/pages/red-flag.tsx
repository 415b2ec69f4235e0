import type { ReactNode } from 'react';
import { ANY_COUNTRY, type EmergencyNumber } from '../../../model/emergency-numbers.ts';
import type { RedFlagContent } from '../../../model/entries/red-flag.ts';
import { citingOf } from '../../html/citing.ts';
import { HELP_ID } from '../../html/frame.tsx';
import { Prose } from '../../html/prose.tsx';
import type { Library } from '../../../release-log/library.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { urgencyLabel, whomLabel } from '../../wording/labels.ts';
import { breadcrumbsTo } from '../breadcrumbs.ts';
import { CallRow, DoAndDont, levelOf, SignLists } from '../parts/care-cards.tsx';
import { Facts } from '../parts/facts.tsx';
import { Lines } from '../parts/medicines.tsx';
import { NextPages } from '../parts/next-pages.tsx';
import { BesideFigures } from '../parts/section-parts.tsx';
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
    isEmergency: true,
    help: <Action flag={flag} emergency={emergency} />,
    first: null,
    parts: present([
      flag.atRisk.length > 0 && { id: 'at-risk', label: HEADINGS.atRisk, body: <Lines lines={flag.atRisk} /> },
      flag.explanation.length + flag.figures.length > 0 && {
        id: 'why',
        label: HEADINGS.why,
        body: (
          <BesideFigures figures={flag.figures}>
            <Prose prose={flag.explanation} citing={citingOf(flag)} />
          </BesideFigures>
        ),
      },
      flag.mimics.length > 0 && { id: 'mimics', label: HEADINGS.mimics, body: <Lines lines={flag.mimics} /> },
      others.length > 0 && {
        id: 'others',
        label: 'Other warning signs',
        body: <SignLists flags={others} emergency={emergency} wide />,
      },
      guides.length > 0 && {
        id: 'guides',
        label: HEADINGS.relatedPages,
        body: <NextPages entries={guides} from="red-flag" />,
      },
      flag.icd10.length > 0 && {
        id: 'codes',
        label: 'For health professionals',
        body: <Facts facts={[{ name: 'ICD-10', value: flag.icd10 }]} />,
      },
    ]),
    breadcrumbs: breadcrumbsTo({ uid: flag.uid, partOf: null }, context),
  };
}

/** The whole of what to do, before anything else: whom to call, what to say, then the order and what not to do. */
function Action({ flag, emergency }: { flag: RedFlagContent; emergency: readonly EmergencyNumber[] }): ReactNode {
  const { urgency, action, call, urgencyNote } = flag;
  const isNow = urgency === 'emergency-now';
  const whom = call.whom !== null && <h3>{whomLabel(call.whom)}</h3>;
  // Where the numbers are what the words say, a phone shows them on its first screen.
  const numbersFirst = isNow && (call.whom === 'emergency-number' || call.whom === 'emergency-department');
  return (
    <section className={`care ${levelOf(urgency)} wide`} id={HELP_ID} aria-labelledby={`${HELP_ID}-title`}>
      <h2 id={`${HELP_ID}-title`}>{urgencyLabel(urgency)}</h2>
      <div className="in">
        {(isNow || call.whom !== null || call.say !== null) && (
          <div className="act">
            {!numbersFirst && whom}
            {isNow && <CallRow emergency={emergency} />}
            {numbersFirst && whom}
            {call.say !== null && (
              <>
                <h3>{HEADINGS.say}</h3>
                <p>
                  <b>“{call.say}”</b>
                </p>
              </>
            )}
          </div>
        )}
        <div className="flow">
          <p>
            <b>{action}</b>
          </p>
          <DoAndDont flag={flag} />
          {urgencyNote !== null && urgencyNote !== '' && <p>{urgencyNote}</p>}
        </div>
      </div>
    </section>
  );
}

/** The signs of the guides that name this one, else any. */
function otherFlags(flag: RedFlagContent, library: Library) {
  const named = guidesOf(library, flag).flatMap(({ references }) => references);
  const candidates = named.length > 0 ? liveOf(library, [...new Set(named)]) : library.list('red-flag');
  return candidates.filter((entry) => entry.type === 'red-flag' && entry.uid !== flag.uid).slice(0, MAX_OTHERS);
}
