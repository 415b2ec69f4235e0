import { ANY_COUNTRY } from '../../../model/emergency-numbers.ts';
import type { GuideContent } from '../../../model/entries/guide.ts';
import { citingOf } from '../../html/citing.ts';
import { Figure } from '../../html/figure.tsx';
import { Prose } from '../../html/prose.tsx';
import { ifProved } from '../../../release-log/integrity.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { HEADINGS } from '../../wording/headings.ts';

import { BranchList, CourseInvitations, RelatedList } from '../parts/entry-lists.tsx';
import { SignLines, SignPanel } from '../parts/care-cards.tsx';
import { childrenOf, coursesAbout, liveOf } from '../references.ts';
import { present, type Branch, type EntryView, type ReadingContext, type RowOf } from '../view.ts';

export async function guideView(
  row: RowOf<GuideContent>,
  { library, emergency = ANY_COUNTRY }: ReadingContext,
): Promise<EntryView> {
  const guide = row.snapshot;
  const citing = citingOf(guide);
  const branchOf = (entry: LibraryEntry): Branch => ({ entry, children: childrenOf(library, entry) });
  const causes = await Promise.all(
    liveOf(library, guide.causes).map(async (entry): Promise<Branch> => {
      const cause = (await ifProved(library.released(entry.uid)))?.snapshot;
      const felt = cause?.type === 'cause' ? cause.locations.map(({ label }) => label).join(', ') : '';
      return { ...branchOf(entry), ...(felt ? { detail: `${HEADINGS.locations}: ${felt}` } : {}) };
    }),
  );
  const treatments = liveOf(library, guide.treatments).map(branchOf);
  const related = liveOf(library, guide.relatedGuides);
  const courses = coursesAbout(library, guide, [...guide.causes, ...guide.treatments]);
  return {
    eyebrow: `Guide: ${guide.bodyArea}`,
    alsoCalled: [],
    summary: guide.summary,
    help: (
      <SignPanel
        id="get-help"
        title="Get help if you have one of these signs"
        flags={liveOf(library, guide.redFlags)}
        emergency={emergency}
        later={guide.whenToConsult.map(({ key, sign }) => ({ sign, href: `#sign-${key}` }))}
      />
    ),
    first: null,
    parts: present([
      {
        id: 'overview',
        label: 'Overview',
        body: (
          <>
            <Prose prose={guide.intro} citing={citing} />
            {guide.figures.map((figure, i) => (
              <Figure key={i} figure={figure} />
            ))}
          </>
        ),
      },
      causes.length > 0 && { id: 'causes', label: HEADINGS.causes, body: <BranchList branches={causes} /> },
      guide.whenToConsult.length > 0 && {
        id: 'when-to-consult',
        label: HEADINGS.whenToConsult,
        body: guide.whenToConsult.map(({ key, sign, explanation, urgentSigns }) => (
          <div key={key} id={`sign-${key}`}>
            <h3>{sign}</h3>
            <p>{explanation}</p>
            <SignLines flags={liveOf(library, urgentSigns)} />
          </div>
        )),
      },
      treatments.length > 0 && {
        id: 'treatments',
        label: HEADINGS.treatments,
        body: <BranchList branches={treatments} />,
      },
      guide.closing.length > 0 && {
        id: 'next-steps',
        label: 'Next steps',
        body: <Prose prose={guide.closing} citing={citing} />,
      },
      courses.length > 0 && { id: 'course', label: 'Learn by email', body: <CourseInvitations courses={courses} /> },
      related.length > 0 && { id: 'related', label: HEADINGS.relatedGuides, body: <RelatedList entries={related} /> },
    ]),
    breadcrumbs: [
      { href: '/', label: 'Home' },
      { href: '/#guides', label: 'Guides' },
    ],
  };
}
