import type { PayloadRequest } from 'payload';
import type { EntryContent } from '../../model/entries/entries.ts';
import type { Acting } from '../../model/person.ts';
import { suggestersIn } from '../rules/comments/suggested-words.ts';
import type { Status } from './status-row.ts';
import { readTalk } from './read-comments.ts';

/**
 * Who suggested words that stand in a text now: in a comment that nobody ended, or in one of any kind since the last
 * release. No query where nothing was ever said.
 */
export async function writersBySuggestion(req: PayloadRequest, own: Status, content: EntryContent): Promise<Acting[]> {
  if (own.commentsHead === null) return [];
  const { lines } = await readTalk(req, content.uid);
  return suggestersIn(content, lines, own.base?.at ?? '');
}
