import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EntryContent } from './entries/entries.ts';

/** One exact state of an entry's publishable content, named by its hash. */
export interface Revision {
  /** lower-case hex SHA-256 of the RFC 8785 canonical JSON of `content` */
  hash: string;
  content: EntryContent;
  /** what the editor wrote and the content model cannot carry, e.g. an unknown rich-text node */
  unsupported: Unsupported[];
}

export interface Unsupported {
  /** true path of the field */
  field: string;
  what: string;
}

/** Lower-case hex SHA-256 over the RFC 8785 (JCS) form of a JSON value. */
export function revisionHash(content: unknown): string {
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError('content is not JSON');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

export const toRevision = (content: EntryContent, unsupported: Unsupported[] = []): Revision => ({
  hash: revisionHash(content),
  content,
  unsupported,
});
