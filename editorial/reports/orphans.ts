import type { PayloadRequest } from 'payload';
import { ENTRY_TYPES } from '../../model/entries/types.ts';
import { libraryOf } from '../../release-log/library-of.ts';
import type { Period, Report } from '../rules/reports/report.ts';

/** Live entries that no other live entry names: readers come to them by search alone. Guides and courses are where ways begin. */
export async function orphans({ payload }: PayloadRequest, _: Period): Promise<Report> {
  const library = await libraryOf(payload).current();
  const live = ENTRY_TYPES.flatMap((type) => library.list(type));
  const named = new Set(live.flatMap(({ uid, references }) => references.filter((other) => other !== uid)));
  const found = live.filter(({ type, uid }) => type !== 'guide' && type !== 'course' && !named.has(uid));
  return {
    columns: [
      { label: 'Entry', kind: 'text' },
      { label: 'Type', kind: 'text' },
      { label: 'First released', kind: 'day' },
    ],
    totals: [{ label: 'named by no other', value: found.length }],
    rows: found.map(({ type, uid, title, firstReleasedAt }) => ({
      entry: { type, uid },
      cells: [title, type, firstReleasedAt.slice(0, 10)],
    })),
  };
}
