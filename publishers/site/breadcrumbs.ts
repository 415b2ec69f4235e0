import { pathOf } from '../addresses.ts';
import type { NavLink } from '../html/frame.tsx';
import type { LibraryEntry } from '../../release-log/library.ts';
import { guidesOf, parentOf } from './references.ts';
import type { ReadingContext } from './view.ts';

/** Home, the guide that names this entry (or its broader one), unless several share it, then the broader entry. */
export function breadcrumbsTo(
  { uid, partOf }: { uid: string; partOf: string | null },
  { library }: ReadingContext,
): NavLink[] {
  const parent = parentOf(library, partOf);
  const [guide = null, ...others] = guidesOf(library, { uid, partOf });
  const only = others.length === 0 ? guide : null;
  return [{ href: '/', label: 'Home' }, ...[only, parent].filter((entry) => entry !== null).map(toLink)];
}

const toLink = (entry: LibraryEntry): NavLink => ({ href: pathOf(entry), label: entry.title });
