import type { ReactNode } from 'react';
import type { RedFlagContent } from '../../../model/entries/red-flag.ts';
import { Prose } from '../../html/prose.tsx';
import type { Library } from '../../../release-log/library.ts';
import { EMERGENCY_NUMBERS, urgencyLabel } from '../../wording/labels.ts';
import { breadcrumbsTo } from '../breadcrumbs.ts';
import { icd10Code } from '../json-ld.ts';
import { Facts } from '../parts/facts.tsx';
import { RedFlagGroups } from '../parts/red-flag-panel.tsx';
import { guideNaming, liveOf } from '../references.ts';
import { present, type EntryView, type ReadingContext, type RowOf } from '../view.ts';

/** Enough to compare one's own signs; a large library has a panel on each guide. */
const MAX_OTHERS = 12;

export function redFlagView(row: RowOf<RedFlagContent>, context: ReadingContext): EntryView {
  const flag = row.snapshot;
  const others = otherFlags(flag, context.library);
  return {
    eyebrow: 'Warning sign',
    alsoCalled: flag.synonyms,
    summary: null,
    first: <Action flag={flag} />,
    parts: present([
      flag.explanation.length > 0 && {
        id: 'why',
        label: 'Why this sign matters',
        body: <Prose prose={flag.explanation} />,
      },
      others.length > 0 && {
        id: 'others',
        label: 'Other warning signs',
        body: <RedFlagGroups flags={others} />,
      },
      flag.icd10.length > 0 && {
        id: 'codes',
        label: 'For health professionals',
        body: <Facts facts={[{ name: 'ICD-10', value: flag.icd10.join(', ') }]} />,
      },
    ]),
    breadcrumbs: breadcrumbsTo({ uid: flag.uid, partOf: null }, context),
    about: {
      '@type': 'MedicalSignOrSymptom',
      name: flag.title,
      alternateName: flag.synonyms,
      code: flag.icd10.map(icd10Code),
    },
  };
}

function Action({ flag: { urgency, action, urgencyNote } }: { flag: RedFlagContent }): ReactNode {
  return (
    <section className={`group ${urgency ?? 'urgent-days'} action`} id="what-to-do" aria-labelledby="what-to-do-title">
      <h2 id="what-to-do-title">{urgencyLabel(urgency)}</h2>
      <p className="summary">{action}</p>
      {urgency === 'emergency-now' && (
        <p className="call">
          {EMERGENCY_NUMBERS.map((number) => (
            <a key={number} href={`tel:${number}`}>
              Call {number}
            </a>
          ))}
        </p>
      )}
      {urgencyNote !== null && urgencyNote !== '' && <p>{urgencyNote}</p>}
    </section>
  );
}

/** The signs of the guide that names this one, else any. */
function otherFlags(flag: RedFlagContent, library: Library) {
  const guide = guideNaming(library, [flag.uid]);
  const candidates = guide ? liveOf(library, guide.references) : library.list('red-flag');
  return candidates.filter((entry) => entry.type === 'red-flag' && entry.uid !== flag.uid).slice(0, MAX_OTHERS);
}
