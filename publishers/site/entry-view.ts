import type { EntryContent } from '../../model/content.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import { causeView } from './pages/cause.tsx';
import { guideView } from './pages/guide.tsx';
import { redFlagView } from './pages/red-flag.tsx';
import { treatmentView } from './pages/treatment.tsx';
import type { EntryView, ReadingContext } from './view.ts';

/** The view of a released row; null for a course, whose page the email channel serves. */
export async function entryView(row: ReleasedRow, context: ReadingContext): Promise<EntryView | null> {
  const { snapshot } = row;
  const of = <Content extends EntryContent>(content: Content) => ({ ...row, snapshot: content });
  switch (snapshot.type) {
    case 'guide':
      return guideView(of(snapshot), context);
    case 'cause':
      return causeView(of(snapshot), context);
    case 'treatment':
      return treatmentView(of(snapshot), context);
    case 'red-flag':
      return redFlagView(of(snapshot), context);
    case 'course':
      return null;
  }
}
