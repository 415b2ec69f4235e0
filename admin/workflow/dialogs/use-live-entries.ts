'use client';
import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { EntryType } from '../../../model/entries/types.ts';

export interface LiveEntry {
  uid: string;
  title: string;
  type: EntryType;
}

const QUERY = new URLSearchParams({
  'where[live][equals]': 'true',
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
  const url = `${config.routes.api}/releases?${QUERY.toString()}`;
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
