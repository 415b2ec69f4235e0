import { withdrawalText } from '../../model/withdrawal.ts';
import { pageUrl } from '../addresses.ts';
import { problem } from '../http/problem.ts';
import type { Library, LibraryEntry } from '../../release-log/library.ts';
import { feedUrl } from './channel.ts';
import { CORS, FRESH } from './headers.ts';

/** The guide whose feed is asked for, or the answer instead: 301 for an old slug, 410, 404. */
export type GuideAnswer = { guide: LibraryEntry | null } | Response;

export function guideOf(library: Library, slug: string, siteUrl: string, before: number | null): GuideAnswer {
  const found = library.find('guide', slug);
  if (!found) return problem('not-found', 'There is no guide of this name.', { headers: CORS });
  if (found.status === 'live') return { guide: found.entry };
  if (found.status === 'moved') return moved(feedUrl(siteUrl, 'json', found.entry.slug), before);
  const { reason, publicNote, releasedAt, replacedBy } = found.entry;
  const replacement = replacedBy === null ? null : library.live(replacedBy);
  return problem('gone', `This guide was withdrawn. ${withdrawalText({ reason, publicNote })}`, {
    headers: CORS,
    extra: {
      reason,
      publicNote,
      withdrawnAt: releasedAt,
      replacedByUrl: replacement && pageUrl(siteUrl, replacement),
    },
  });
}

const moved = (url: string, before: number | null): Response =>
  new Response(null, {
    status: 301,
    headers: { ...CORS, ...FRESH, Location: before === null ? url : `${url}?before=${before}` },
  });
