'use client';
import { useEffect, useState } from 'react';

/** One of the places where readers get an entry: an answer of GET …/previews (docs/http.md). */
export interface Offer {
  channel: 'page' | 'mail' | 'feed';
  title: string;
  lesson?: string;
  draft?: true;
  url: string;
}

/** What can be previewed; `unknown` when it cannot be had. */
export type Offers = readonly Offer[] | 'unknown';

/** What needs no answer: every entry has a page and an item. */
const always = (entryUrl: string): Offer[] => [
  { channel: 'page', title: 'Page', url: `${entryUrl}/preview?channel=page` },
  { channel: 'feed', title: 'Feed', url: `${entryUrl}/preview?channel=feed` },
];

/** Asks what can be previewed of a revision. */
export function usePreviews(entryUrl: string, revision: string): Offers {
  const [answer, setAnswer] = useState<{ of: string; offers: Offers } | null>(null);
  const of = `${entryUrl} ${revision}`;
  useEffect(() => {
    const leaving = new AbortController();
    void ask(entryUrl, leaving.signal).then((offers) => {
      if (!leaving.signal.aborted) setAnswer({ of, offers: offers ?? 'unknown' });
    });
    return () => leaving.abort();
  }, [entryUrl, of]);
  return answer?.of === of ? answer.offers : always(entryUrl);
}

async function ask(entryUrl: string, signal: AbortSignal): Promise<readonly Offer[] | null> {
  try {
    const response = await fetch(`${entryUrl}/previews`, { credentials: 'same-origin', cache: 'no-store', signal });
    const body: unknown = await response.json();
    return response.ok && Array.isArray(body) ? (body as Offer[]) : null;
  } catch {
    return null;
  }
}
