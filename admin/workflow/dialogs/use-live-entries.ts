'use client';
import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { EntryType } from '../../../model/entries/types.ts';

export interface LiveEntry {
  uid: string;
  title: string;
  type: EntryType;
}

/** Asked of the status rows: the log gives whole rows, with their texts, and not all at once. */
const QUERY = new URLSearchParams({
  'where[liveSeq][greater_than]': '0',
  'select[uid]': 'true',
  'select[title]': 'true',
  'select[type]': 'true',
  sort: 'title',
  limit: '0',
  depth: '0',
});

/** What readers have now, by title; null while it is being asked, empty when it cannot be had. */
export function useLiveEntries(): LiveEntry[] | null {
  const { config } = useConfig();
  const url = `${config.routes.api}/entry-status?${QUERY.toString()}`;
  const [entries, setEntries] = useState<LiveEntry[] | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    fetch(url, { credentials: 'same-origin', signal: leaving.signal })
      .then(async (response) => {
        const body = (await response.json()) as { docs?: LiveEntry[] };
        setEntries(response.ok ? (body.docs ?? []) : []);
      })
      .catch(() => (leaving.signal.aborted ? undefined : setEntries([])));
    return () => leaving.abort();
  }, [url]);
  return entries;
}
