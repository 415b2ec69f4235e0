import type { EntryContent } from '../../../model/entries/entries.ts';
import type { Release } from '../../../model/release-row.ts';
import { createLibrary } from '../../../release-log/library.ts';
import type { Asked } from '../../../publishers/preview/asked.ts';
import { preview, type Subject } from '../../../publishers/preview/preview.ts';
import { memoryLog, released } from '../../support/releases.ts';

const NOW = new Date('2026-05-01T12:00:00Z');
const SETTINGS = {
  ...{ siteUrl: 'https://example.org', demo: false, postalAddress: 'A street', now: NOW },
  figureUrl: (sha256: string, ending: string) => `/api/causes/1/preview/figures/${sha256}.${ending}`,
};

/** What is asked for, as `askedFor` would have read it. */
export const asking = (over: Partial<Asked> & Pick<Asked, 'channel'>): Asked => ({
  ...{ course: 'live', marks: false, part: 'html' },
  ...over,
});

/** The preview of a content over a log in memory, as if it were its next row. */
export async function aPreview(
  content: EntryContent,
  asked: Asked,
  { rows = [], ...over }: Partial<Subject> & { rows?: Release[] } = {},
) {
  const library = await createLibrary({ log: memoryLog(rows), now: () => 0 }).current();
  const row = released(content, { seq: rows.length + 1 });
  const subject = { row, beside: [], library, isLive: false, issues: [], changes: [], ...over };
  return preview(asked, subject, SETTINGS);
}
