import { pathOf } from '../addresses.ts';
import type { NavLink } from '../html/frame.tsx';
import type { LibraryEntry } from '../../release-log/library.ts';
import { guideNaming, parentOf } from './references.ts';
import type { ReadingContext } from './view.ts';

/** Home, the guide that names this entry (or its broader one), then the broader entry. */
export function breadcrumbsTo(
  { uid, partOf }: { uid: string; partOf: string | null },
  { library }: ReadingContext,
): NavLink[] {
  const parent = parentOf(library, partOf);
  const guide = guideNaming(library, [uid, ...(parent ? [parent.uid] : [])]);
  return [{ href: '/', label: 'Home' }, ...[guide, parent].filter((entry) => entry !== null).map(toLink)];
}

const toLink = (entry: LibraryEntry): NavLink => ({ href: pathOf(entry), label: entry.title });
